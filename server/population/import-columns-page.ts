import { messagesById, type StaffFrame } from '../accounts/staff-frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { DAY_FORMATS } from './day-formats.ts';
import { FIELDS, isRequired, type Field } from './fields.ts';
import { settingsProblems, settingsSchema, type FileSettings } from './file-settings.ts';
import { SEPARATOR_NAMES } from './import-form.ts';
import { lookAtFile, type FileLook } from './look-at-file.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { ENCODINGS } from './recognise-encoding.ts';
import { SEPARATORS } from './recognise-table.ts';
import { dayIn, importTexts, type ImportTexts } from './texts/index.ts';
import type { UploadRow } from './upload-store.ts';

type Choice = { value: string; label: string };
type Select = { id: string; label: string; hint?: string | null; choices: readonly Choice[]; value: string };
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

const MOST_HEADER = 10;

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
      encoding: {
        id: 'encoding',
        label: w.columns.encoding,
        choices: ENCODINGS.map((value) => ({ value, label: w.columns.encodings[value] })),
        value: settings.encoding,
      },
      reading: readingSelects(settings, w),
      fields: FIELDS.map((field) => fieldSelect(field, { settings, names, w })),
    },
    refused: messagesById(errors),
    action: peoplePath(visit, `/import/${upload.id}/columns`),
    back: peoplePath(visit, '/import'),
  };
  return page(columnsView, model, errors.length > 0 ? 422 : 200);
}

function readingSelects(settings: FileSettings, w: ImportTexts): Select[] {
  const { separators, headerRow, noHeader, dayFormats } = w.columns;
  const rows = Array.from({ length: Math.max(MOST_HEADER, settings.header) }, (_, index) => index + 1);
  return [
    {
      id: 'separator',
      label: w.columns.separator,
      choices: SEPARATORS.map((value) => ({ value: SEPARATOR_NAMES[value], label: separators[value] })),
      value: SEPARATOR_NAMES[settings.separator],
    },
    {
      id: 'header',
      label: w.columns.header,
      choices: [...rows.map((row) => ({ value: String(row), label: headerRow(row) })), { value: '0', label: noHeader }],
      value: String(settings.header),
    },
    {
      id: 'days',
      label: w.columns.days,
      choices: DAY_FORMATS.map((value) => ({ value, label: dayFormats[value] })),
      value: settings.days,
    },
  ];
}

function fieldSelect(
  field: Field,
  { settings, names, w }: { settings: FileSettings; names: readonly string[]; w: ImportTexts },
): Select {
  const at = settings.columns[field];
  return {
    id: field,
    label: w.columns.fields[field],
    hint: isRequired(field) ? w.columns.needed : null,
    choices: [
      { value: '', label: w.columns.notThere },
      ...names.map((label, index) => ({ value: String(index), label })),
    ],
    value: at === undefined ? '' : String(at),
  };
}

function problemsOf(settings: FileSettings, w: ImportTexts) {
  const { missing, twice } = settingsProblems(settings);
  return [
    ...missing.map((id) => ({ id, message: w.columns.missing(w.columns.fields[id]) })),
    ...twice.map((id) => ({ id, message: w.columns.twice(w.columns.fields[id]) })),
  ];
}
