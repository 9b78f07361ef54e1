import { messagesById, type StaffFrame } from '../accounts/staff-frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { encodingSelect, fieldSelect, readingSelects, type Select } from './column-selects.ts';
import { FIELDS } from './fields.ts';
import { settingsProblems, settingsSchema, type FileSettings } from './file-settings.ts';
import { lookAtFile, type FileLook } from './look-at-file.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { dayIn, importTexts, type ImportTexts } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';

type ColumnsModel = StaffFrame & {
  w: ImportTexts;
  lead: string;
  look: { names: readonly string[]; rows: FileLook['rows'] };
  ambiguous: string | null;
  selects: { encoding: Select; reading: readonly Select[]; fields: readonly Select[] };
  refused: Readonly<Record<string, string>>;
  action: string;
  back: string;
};
const columnsView = defineView<ColumnsModel>('population/views/import-columns');

/** Page 2: the first rows as they are read, and what can be changed about it. */
export async function importColumnsPage(
  visit: Visit,
  upload: UploadRow,
  { path, showProblems = false }: { path: string; showProblems?: boolean },
): Promise<PageAnswer> {
  const w = importTexts(visit.language);
  const settings = settingsSchema.parse(upload.settings);
  const look = await lookAtFile(path, settings);
  const names = Array.from(
    { length: look.width },
    (_, index) => look.header[index]?.trim() || w.columns.noName(index + 1),
  );
  const errors = showProblems ? problemsOf(settings, w) : [];
  const model: ColumnsModel = {
    ...peopleFrame(visit, w.title, { errors }),
    w,
    lead: w.columns.lead(upload.file_name),
    look: { names, rows: look.rows },
    ambiguous: look.ambiguous && w.columns.ambiguous(look.ambiguous.value, dayIn(visit.language, look.ambiguous.day)),
    selects: {
      encoding: encodingSelect(settings, w),
      reading: readingSelects(settings, w),
      fields: FIELDS.map((field) => fieldSelect(field, { settings, names, w })),
    },
    refused: messagesById(errors),
    action: peoplePath(visit, `/import/${upload.id}/columns`),
    back: peoplePath(visit, '/import'),
  };
  return page(columnsView, model, errors.length > 0 ? 422 : 200);
}

function problemsOf(settings: FileSettings, w: ImportTexts) {
  const { missing, twice } = settingsProblems(settings);
  return [
    ...missing.map((id) => ({ id, message: w.columns.missing(w.columns.fields[id]) })),
    ...twice.map((id) => ({ id, message: w.columns.twice(w.columns.fields[id]) })),
  ];
}
