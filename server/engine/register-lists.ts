import type { CodeList } from './code-list.ts';
import { listOf, type Survey } from './survey.ts';

/**
 * The list that a survey's institutions or degrees come from: that of the background variable which
 * copies the register's column of that name. Surveys of different sectors have lists of their own.
 *
 * Example: registerList(survey, 'degree').name → 'degrees'.
 * Throws for a survey without such a variable, since its people could not be told apart by degree.
 */
export function registerList(survey: Survey, column: 'institution' | 'degree'): CodeList {
  const variable = survey.definition.background.find((one) => one.kind === 'codelist' && one.column === column);
  if (variable?.kind !== 'codelist') throw new Error(`${survey.id}: no background variable has the column "${column}"`);
  return listOf(survey, variable.list);
}
