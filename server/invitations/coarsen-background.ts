import type { Background } from '../engine/condition.ts';
import type { BackgroundVariable } from '../engine/definition.ts';
import type { Survey } from '../engine/survey.ts';

/** What the register says of a person, by column of population.csv; null or missing = not known. */
export type RegisterFacts = Readonly<Record<string, string | number | null | undefined>>;

/**
 * The part of the register that travels with an answer record, coarsened as the survey declares: codes as
 * they are, categories outside the declared ones as missing, the year of birth only as an age band. A code
 * list's column without a value has no entry. The field of a degree is not stored: it follows from the degree.
 *
 * @example coarsenBackground(survey, { degree: '671101', birth_year: 1995, graduation_date: '2020-05-31' })
 * // { degree: '671101', gender: 'unknown', age_band: '25_29', study_language: 'unknown' }
 */
export function coarsenBackground(survey: Survey, person: RegisterFacts): Background {
  return Object.fromEntries(
    survey.definition.background.flatMap((variable) => {
      const code = coarsened(variable, person);
      return code === null ? [] : [[variable.code, code]];
    }),
  );
}

function coarsened(variable: BackgroundVariable, person: RegisterFacts): string | null {
  switch (variable.kind) {
    case 'codelist':
      return textOf(person[variable.column]);
    case 'category': {
      const value = textOf(person[variable.column]);
      return variable.categories.find(({ code }) => code === value)?.code ?? variable.missing;
    }
    case 'age_band': {
      const age = ageAtGraduation(person);
      const band = variable.bands.find(({ from, below }) => age !== null && age >= from && age < below);
      return band?.code ?? variable.missing;
    }
    default:
      return variable satisfies never;
  }
}

/** Years between the year of birth and the year of graduation: the register has no finer date of birth. */
function ageAtGraduation(person: RegisterFacts): number | null {
  const [born, graduated] = [person['birth_year'], textOf(person['graduation_date'])];
  if (born === null || born === undefined || born === '' || graduated === null) return null;
  const age = Number(graduated.slice(0, 4)) - Number(born);
  return Number.isInteger(age) ? age : null;
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
