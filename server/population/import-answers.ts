import { HttpError } from '../http/errors.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { textOf } from '../http/form.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { settingsSchema } from './file-settings.ts';
import { importCheckPage } from './import-check-page.ts';
import { importColumnsPage } from './import-columns-page.ts';
import { importConfirmPage } from './import-confirm-page.ts';
import { beginReading, beginUndo, confirmImport, findUpload, saveSettings } from './import-flow.ts';
import { choiceFrom, settingsFrom } from './import-form.ts';
import { forgetUpload } from './import-jobs.ts';
import { recogniseAgain } from './look-at-file.ts';
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

const pathTo = ({ visit, upload }: ImportVisit, page: string) => peoplePath(visit, `/import/${upload.id}${page}`);
const hasFile = ({ upload }: ImportVisit) => ['columns', 'read', 'failed'].includes(upload.state);

/** Page 2. */
export async function showColumns(at: ImportVisit): Promise<PageAnswer> {
  if (!hasFile(at)) return redirect(pathTo(at, ''));
  return importColumnsPage(at.visit, at.upload, { path: at.parts.files.pathOf(at.upload.id) });
}

/** What was posted on page 2: another look, reading the file, or the end of it. */
export async function postColumns(at: ImportVisit): Promise<PageAnswer> {
  if (textOf(at.form, 'go') === 'cancel') return cancel(at);
  if (!hasFile(at)) return redirect(pathTo(at, ''));
  const { parts, upload, visit } = at;
  const path = parts.files.pathOf(upload.id);
  const stored = settingsSchema.parse(upload.settings);
  const wanted = settingsFrom(at.form, stored);
  const isOtherTable = wanted.separator !== stored.separator || wanted.encoding !== stored.encoding;
  const isOtherHeader = wanted.header !== stored.header;
  // What the form says of columns belongs to the table as it was read before.
  const settings =
    isOtherTable || isOtherHeader
      ? await recogniseAgain(path, wanted, isOtherHeader ? wanted.header : undefined)
      : wanted;
  if (!(await saveSettings(parts.deps, { id: upload.id, settings }))) return redirect(pathTo(at, ''));
  if (textOf(at.form, 'go') !== 'read' || isOtherTable || isOtherHeader) return redirect(pathTo(at, '/columns'));
  const changed: UploadRow = { ...upload, settings, state: 'columns' };
  if (await beginReading(parts.deps, parts.jobs, changed)) return redirect(pathTo(at, ''));
  return importColumnsPage(visit, changed, { path, showProblems: true });
}

/** Page 3, and how far the work is. */
export async function showImport(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state === 'columns') return redirect(pathTo(at, '/columns'));
  return importCheckPage(at.parts.deps, at.visit, at.upload);
}

/** What was chosen on page 3. */
export async function postChoice(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state !== 'read') return redirect(pathTo(at, ''));
  switch (textOf(at.form, 'choice')) {
    case 'go':
      return redirect(pathTo(at, '/confirm'));
    case 'stop':
      return cancel(at);
    default:
      return importCheckPage(at.parts.deps, at.visit, at.upload, { isUnchosen: true });
  }
}

/** Page 4. */
export async function showConfirm(at: ImportVisit): Promise<PageAnswer> {
  if (at.upload.state !== 'read') return redirect(pathTo(at, ''));
  return importConfirmPage(at.parts.deps, at.visit, at.upload);
}

/** What was ticked on page 4. */
export async function postConfirm(at: ImportVisit): Promise<PageAnswer> {
  if (textOf(at.form, 'go') === 'cancel') return cancel(at);
  const { parts, upload, visit } = at;
  const choice = choiceFrom(at.form);
  const acceptNoFsync = textOf(at.form, 'no_fsync') === '1';
  const outcome = await confirmImport(parts.deps, parts.jobs, { upload, choice, acceptNoFsync });
  if (outcome === 'begun' || outcome === 'not_ready') return redirect(pathTo(at, ''));
  return importConfirmPage(parts.deps, visit, upload, { choice, problem: outcome });
}

/** Takes an import back; where it is too late, the page says so. */
export async function postUndo(at: ImportVisit): Promise<PageAnswer> {
  await beginUndo(at.parts.deps, at.parts.jobs, at.upload);
  return redirect(pathTo(at, ''));
}

async function cancel(at: ImportVisit): Promise<PageAnswer> {
  if (!hasFile(at)) return redirect(pathTo(at, ''));
  await forgetUpload(at.parts.deps, at.parts.files, at.upload.id);
  return redirect(peoplePath(at.visit, '/import', '&done=cancelled'));
}
