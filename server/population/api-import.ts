import type { Readable } from 'node:stream';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { confirmSchema, type ImportDocument } from './api-document.ts';
import { findRound } from './asked-round.ts';
import { countsOf } from './import-counts.ts';
import { forgetUpload } from './forget-upload.ts';
import { beginReading, beginUndo, confirmImport, findUpload, unclearColumns } from './import-flow.ts';
import { keepFile, receiveFile, type FileProblem } from './receive-file.ts';
import { toImportDocument } from './to-import-document.ts';
import { importTexts } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';
import type { PopulationParts } from './visit.ts';

/** A program with a token of one institution. */
export type ApiCaller = { parts: PopulationParts; roundId: string; institution: string; by: string };
export type ApiAnswer =
  | { kind: 'document'; status: 200 | 202; document: ImportDocument; location: string | null }
  | { kind: 'problem'; status: 400 | 404 | 409 | 413 | 415 | 422; detail: string };

const NO_ROUND = 'There is no such round, or it is frozen.';
const NO_IMPORT = 'There is no such import, or its time is over.';

function problem(status: Extract<ApiAnswer, { kind: 'problem' }>['status'], detail: string): ApiAnswer {
  return { kind: 'problem', status, detail };
}

/** Takes a file and begins to read it. Nothing is brought in before it is confirmed. */
export async function apiUpload(caller: ApiCaller, stream: Readable | null): Promise<ApiAnswer> {
  const { parts, roundId, institution, by } = caller;
  if (!stream) return problem(415, 'Send the people as text/csv or as an Excel workbook.');
  const round = await findRound(parts.deps, roundId);
  if (!round || round.isFrozen) {
    stream.resume();
    return problem(404, NO_ROUND);
  }
  const file = await receiveFile(parts.deps, parts.files, { name: by, stream });
  if (typeof file === 'string') return notTaken(file);
  const owner = { roundId, institutions: [institution], by };
  const kept = await keepFile(parts.deps, parts.files, { file, owner });
  if (kept.kind === 'refused') return notTaken(kept.problem);
  const upload = await findUpload(parts.deps, { id: kept.id, roundId, places: [institution] });
  if (!upload) return problem(404, NO_IMPORT);
  const unclear = unclearColumns(upload);
  if (unclear.length > 0) {
    await forgetUpload(parts.deps, parts.files, kept.id);
    return problem(422, `The first row does not name these columns: ${unclear.join(', ')}.`);
  }
  await beginReading(parts.deps, parts.jobs, upload);
  return apiImport(caller, kept.id, 202);
}

function notTaken(why: FileProblem): ApiAnswer {
  return problem(
    why === 'too_large' ? 413 : why === 'broken_off' ? 400 : 422,
    `${importTexts('en').upload.problems[why]}.`,
  );
}

/** How far an import is, and what was found. */
export async function apiImport(caller: ApiCaller, id: string, status: 200 | 202 = 200): Promise<ApiAnswer> {
  const upload = await find(caller, id);
  if (!upload) return problem(404, NO_IMPORT);
  const location = status === 202 ? `/api/v1/rounds/${caller.roundId}/population/${id}` : null;
  return {
    kind: 'document',
    status,
    document: await toImportDocument(caller.parts.deps, upload, caller.institution),
    location,
  };
}

/** Brings in what is wanted. */
export async function apiConfirm(caller: ApiCaller, id: string, body: RawForm): Promise<ApiAnswer> {
  const upload = await find(caller, id);
  if (!upload) return problem(404, NO_IMPORT);
  const wish = confirmSchema.safeParse(body);
  if (!wish.success)
    return problem(400, 'The body is {"add", "change", "remove", "leave_rejected_out"}, each true or false.');
  const { add, change, remove, leave_rejected_out, accept_no_fsync: acceptNoFsync } = wish.data;
  const { rejected } = countsOf(upload.counts);
  if (upload.state === 'read' && rejected > 0 && !leave_rejected_out)
    return problem(409, `${rejected} rows cannot be taken. Mend them, or send "leave_rejected_out": true.`);
  const { deps, jobs } = caller.parts;
  const outcome = await confirmImport(deps, jobs, { upload, choice: { add, change, remove }, acceptNoFsync });
  switch (outcome) {
    case 'begun':
    case 'nothing_chosen': // everybody is in the round already
      return apiImport(caller, id, 202);
    case 'not_ready':
      return problem(409, 'The import has not been read to its end, or has failed.');
    case 'not_forced_to_disk':
      return problem(
        409,
        'The embedded database does not force its writes to disk. Accept it with "accept_no_fsync": true.',
      );
    default:
      return outcome satisfies never;
  }
}

/** Takes an import back. */
export async function apiUndo(caller: ApiCaller, id: string): Promise<ApiAnswer> {
  const upload = await find(caller, id);
  if (!upload) return problem(404, NO_IMPORT);
  const { deps, jobs } = caller.parts;
  if (!(await beginUndo(deps, jobs, upload)))
    return problem(409, 'A message has left or another import came after: it cannot be undone any more.');
  return apiImport(caller, id, 202);
}

function find({ parts, roundId, institution }: ApiCaller, id: string): Promise<UploadRow | null> {
  return findUpload(parts.deps, { id, roundId, places: [institution] });
}
