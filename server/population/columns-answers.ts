import { textOf } from '../http/form.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { settingsSchema } from './file-settings.ts';
import { importColumnsPage } from './import-columns-page.ts';
import { beginReading, saveSettings } from './import-flow.ts';
import { settingsFrom } from './import-form.ts';
import { cancel, hasFile, pathTo, type ImportVisit } from './import-visit.ts';
import { recogniseAgain } from './look-at-file.ts';
import type { UploadRow } from './upload-store.ts';

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
