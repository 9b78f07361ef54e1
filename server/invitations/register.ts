import type { CodeList, ListedCode } from '../engine/code-list.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { LANGUAGES } from '../engine/text.ts';

/** Columns of population.csv, in their order. Those of REQUIRED are never empty. */
export const POPULATION_COLUMNS = [
  'person_key',
  'institution',
  'degree',
  'graduation_date',
  'gender',
  'birth_year',
  'study_language',
  'contact_language',
  'email',
  'phone',
] as const;
export const REQUIRED_COLUMNS = ['person_key', 'institution', 'degree', 'graduation_date'] as const;

/** What a survey's register columns may hold. */
export type Register = {
  institutions: ReadonlyMap<string, ListedCode>;
  degrees: ReadonlyMap<string, ListedCode>;
  institutionList: CodeList;
  degreeList: CodeList;
  /** Codes that a column may hold, besides being empty; a column that is not here takes any short code. */
  values: ReadonlyMap<string, readonly string[]>;
};

/** The register of a survey: its lists of institutions and degrees, its categories. */
export function registerOf(survey: Survey): Register {
  const institutionList = registerList(survey, 'institution');
  const degreeList = registerList(survey, 'degree');
  return {
    institutions: new Map(institutionList.codes.map((entry) => [entry.code, entry])),
    degrees: new Map(degreeList.codes.map((entry) => [entry.code, entry])),
    institutionList,
    degreeList,
    values: new Map<string, readonly string[]>([
      ['study_language', LANGUAGES],
      ['contact_language', LANGUAGES],
      ...categoryValues(survey),
    ]),
  };
}

function categoryValues(survey: Survey): [string, readonly string[]][] {
  return survey.definition.background.flatMap((variable) => {
    if (variable.kind !== 'category') return [];
    const codes = variable.categories.map((category) => category.code);
    return [[variable.column, [...new Set([...codes, variable.missing])]] satisfies [string, readonly string[]]];
  });
}
