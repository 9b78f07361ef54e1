import { findCode, listOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { Person } from './decide-state.ts';
import { listInWords } from './list-in-words.ts';

/** A person's institution and degree in words; null where the register or the list has none. */
export type PersonNames = { institution: string | null; degree: string | null; year: string | null };

export function personNames(survey: Survey, person: Person, language: Language): PersonNames {
  return {
    institution: institutionName(survey, person, language),
    degree: nameIn(survey, 'degree', person.degree, language),
    year: person.graduation_date?.slice(0, 4) ?? null,
  };
}

/** That of the institution alone, which stands on every page. */
export function institutionName(survey: Survey, { institution }: Person, language: Language): string | null {
  return nameIn(survey, 'institution', institution, language);
}

/** What of the register travels with answers, in words: 'degree, gender and age at graduation'. */
export function travellingFacts(survey: Survey, language: Language): string {
  const names = survey.definition.background.map(({ label }) => lowerFirst(label[language]));
  return listInWords(names, language);
}

function nameIn(survey: Survey, column: string, code: string | null, language: Language): string | null {
  const variable = survey.definition.background.find((one) => one.kind === 'codelist' && one.column === column);
  if (variable?.kind !== 'codelist' || code === null) return null;
  return findCode(listOf(survey, variable.list), code)?.label[language] ?? null;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
