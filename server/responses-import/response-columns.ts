import { nearest } from '../csv/nearest.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { responseColumns } from '../engine/parse-response-row.ts';
import type { Survey } from '../engine/survey.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

/**
 * The columns of a file, against everything that anybody of the round is asked. A column that is neither the person's nor a question's refuses the file: its
 * answers would be lost. A question without a column is said, and counts as not answered.
 */
export function checkResponseColumns(
  survey: Survey,
  columns: readonly string[],
): { problem: RowProblem | null; notices: string[] } {
  const items = responseColumns(survey);
  const missing = PERSON_COLUMNS.find((column) => !columns.includes(column));
  const unknown = columns.find((column) => ![...PERSON_COLUMNS, ...items].includes(column) && !column.startsWith('_'));
  const refuse = (column: string, reason: string) => {
    const value = columns.join(',').slice(0, 200);
    return { problem: { line: 1, column, value, reason }, notices: [] };
  };
  if (missing !== undefined) {
    return refuse(missing, `line 1 does not name this column; it must name ${PERSON_COLUMNS.join(', ')}`);
  }
  if (unknown !== undefined) {
    const absent = items.filter((column) => !columns.includes(column));
    const meant = nearest(unknown, absent);
    const hint = meant === null ? '' : ` (did you mean ${meant}?)`;
    return refuse(
      unknown,
      `${survey.id} has no question of this code${hint}; leave the column out, or import with the version that asks it`,
    );
  }
  const absent = items.filter((column) => !columns.includes(column));
  return {
    problem: null,
    notices:
      absent.length > 0
        ? [`No column for ${absent.length} of ${items.length} questions: counted as not answered.`]
        : [],
  };
}
