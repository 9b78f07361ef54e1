import type { Surveys } from '../../survey-definitions/index.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Language } from '../engine/text.ts';

type Column = 'institution' | 'degree';

/** Names of institutions and degrees, by code, of the registers of all surveys. */
export function registerNames(
  { all }: Pick<Surveys, 'all'>,
  column: Column,
): ReadonlyMap<string, Readonly<Record<Language, string>>> {
  return new Map(
    all.flatMap(({ survey }) => registerList(survey, column).codes.map(({ code, label }) => [code, label] as const)),
  );
}

/** The same as choices of a form, by name. */
export function registerChoices(surveys: Pick<Surveys, 'all'>, column: Column, language: Language) {
  const { compare } = new Intl.Collator(language);
  return [...registerNames(surveys, column)]
    .map(([value, label]) => ({ value, label: `${label[language]} (${value})` }))
    .sort((one, other) => compare(one.label, other.label));
}
