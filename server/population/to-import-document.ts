import type { Deps } from '../deps.ts';
import { importDocumentSchema, type ImportDocument } from './api-document.ts';
import { findRound } from './asked-round.ts';
import { countsOf } from './import-counts.ts';
import { isUndoable } from './import-flow.ts';
import { reportOf } from './import-report.ts';
import { importReasonIn } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';

/** An import as programs see it. Of rows that cannot be taken their values are not repeated. */
export async function toImportDocument(
  deps: Pick<Deps, 'db' | 'ownerDb' | 'surveys'>,
  upload: UploadRow,
  institution: string,
): Promise<ImportDocument> {
  const round = await findRound(deps, upload.round_id);
  const rejected = round && upload.state === 'read' ? (await reportOf(deps, round, upload)).rejected : [];
  return importDocumentSchema.parse({
    id: upload.id,
    round: upload.round_id,
    institution,
    state: upload.state,
    problem: upload.problem,
    rows_read: upload.rows_read,
    counts: countsOf(upload.counts),
    rejected: rejected.map(({ line, problems }) => ({
      line,
      problems: problems.map(({ field, why }) => ({
        column: field,
        code: why.code,
        reason: importReasonIn('en', why),
      })),
    })),
    can_undo: await isUndoable(deps, upload),
  });
}
