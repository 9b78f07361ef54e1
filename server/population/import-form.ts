import type { RawForm } from '../engine/question-types/question-type.ts';
import { textOf } from '../http/form.ts';
import { FIELDS, type Field } from './fields.ts';
import { settingsSchema, type FileSettings } from './file-settings.ts';
import type { ImportChoice } from './import-counts.ts';
import { SEPARATORS } from './recognise-table.ts';

/** As forms name separators: a browser may change a tab on its way. */
export const SEPARATOR_NAMES: Readonly<Record<(typeof SEPARATORS)[number], string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
};

/** What was chosen on page 2. What is no choice of ours stays as it was. */
export function settingsFrom(form: RawForm, stored: FileSettings): FileSettings {
  const columns: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const chosen = textOf(form, field);
    if (/^\d{1,3}$/.test(chosen)) columns[field] = Number(chosen);
  }
  const header = textOf(form, 'header');
  const wanted = {
    encoding: textOf(form, 'encoding'),
    cr: stored.cr,
    separator: SEPARATORS.find((one) => SEPARATOR_NAMES[one] === textOf(form, 'separator')),
    header: /^\d{1,2}$/.test(header) ? Number(header) : stored.header,
    days: textOf(form, 'days'),
    columns,
  };
  return settingsSchema.safeParse(wanted).data ?? stored;
}

/** What was ticked on page 4. */
export function choiceFrom(form: RawForm): ImportChoice {
  const isTicked = (name: string) => textOf(form, name) === '1';
  return { add: isTicked('add'), change: isTicked('change'), remove: isTicked('remove') };
}
