import { DAY_FORMATS } from './day-formats.ts';
import { isRequired, type Field } from './fields.ts';
import type { FileSettings } from './file-settings.ts';
import { SEPARATOR_NAMES } from './import-form.ts';
import { ENCODINGS } from './recognise-encoding.ts';
import { SEPARATORS } from './recognise-table.ts';
import type { ImportTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
export type Select = { id: string; label: string; hint?: string | null; choices: readonly Choice[]; value: string };
const MOST_HEADER = 10;

/** How letters are written. */
export function encodingSelect(settings: FileSettings, w: ImportTexts): Select {
  return {
    id: 'encoding',
    label: w.columns.encoding,
    choices: ENCODINGS.map((value) => ({ value, label: w.columns.encodings[value] })),
    value: settings.encoding,
  };
}

/** How the table is told apart. */
export function readingSelects(settings: FileSettings, w: ImportTexts): Select[] {
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

/** Which column holds a field. */
export function fieldSelect(
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
