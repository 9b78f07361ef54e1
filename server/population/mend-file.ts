import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import { PROBLEM_COLUMN } from '../csv/read-csv.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { FIELDS } from './fields.ts';
import { rejectedRows } from './import-report.ts';
import type { ImportProblem } from './read-row.ts';
import { settingsSchema } from './file-settings.ts';
import { importReasonIn, importTexts } from './texts/index.ts';
import { headerOf } from './upload-header.ts';
import type { UploadRow } from './upload-store.ts';

const BOM = '\uFEFF';

/**
 * The rows that cannot be taken, as a file of the same columns with the reasons in front: it is mended in a spreadsheet
 * and imported as it is. Line by line, as it is sent.
 */
export async function* mendFile(deps: Pick<Deps, 'db'>, upload: UploadRow, language: Language): AsyncGenerator<string> {
  const header = headerOf(upload);
  const names = header.length > 0 ? header : namesOf(upload);
  const dropped = names.indexOf(PROBLEM_COLUMN); // the reasons of an earlier round of mending
  const keep = (cells: readonly string[]) => cells.filter((_, index) => index !== dropped);
  yield BOM + csvLine([PROBLEM_COLUMN, ...keep(names)], ';');
  for await (const { cells, problems } of rejectedRows(deps, upload)) {
    const why = problems.map((problem) => problemWords(problem, language)).join(' · ');
    yield csvLine([why, ...keep(cells).map(asSpreadsheetText)], ';');
  }
}

/** A file without people, with every column that there can be. */
export function emptyFile(): string {
  return BOM + csvLine(FIELDS, ';');
}

function problemWords({ field, why }: ImportProblem, language: Language): string {
  const words = importReasonIn(language, why);
  return field === null ? words : `${importTexts(language).columns.fields[field]}: ${words}`;
}

/** Names for columns that have none: those of their fields. */
function namesOf(upload: UploadRow): string[] {
  const { columns } = settingsSchema.parse(upload.settings);
  return Array.from(
    { length: upload.width },
    (_, index) => FIELDS.find((field) => columns[field] === index) ?? `column_${index + 1}`,
  );
}
