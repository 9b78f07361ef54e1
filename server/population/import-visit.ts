import type { RawForm } from '../engine/question-types/question-type.ts';
import { HttpError } from '../http/errors.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { forgetUpload } from './forget-upload.ts';
import { findUpload } from './import-flow.ts';
import { peoplePath, type Visit } from './people-frame.ts';
import type { UploadRow } from './upload-store.ts';
import type { PopulationParts } from './visit.ts';

/** One import at a page of it. */
export type ImportVisit = { parts: PopulationParts; visit: Visit; upload: UploadRow; form: RawForm };

/** The import that an address names; one of others does not exist. */
export async function openImport(
  parts: PopulationParts,
  visit: Visit,
  { id, form }: { id: string; form: RawForm },
): Promise<ImportVisit> {
  const upload = await findUpload(parts.deps, { id, roundId: visit.round.id, places: visit.places });
  if (!upload || visit.round.isFrozen) throw new HttpError(404, 'no such import');
  return { parts, visit, upload, form };
}

/** The address of a page of the import. */
export const pathTo = ({ visit, upload }: ImportVisit, page: string) =>
  peoplePath(visit, `/import/${upload.id}${page}`);
/** Whether its file is there still, and can be read in another way. */
export const hasFile = ({ upload }: ImportVisit) => ['columns', 'read', 'failed'].includes(upload.state);

/** Ends an import before it has changed anything. */
export async function cancel(at: ImportVisit): Promise<PageAnswer> {
  if (!hasFile(at)) return redirect(pathTo(at, ''));
  await forgetUpload(at.parts.deps, at.parts.files, at.upload.id);
  return redirect(peoplePath(at.visit, '/import', '&done=cancelled'));
}
