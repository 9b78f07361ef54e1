import { LANGUAGES } from '../engine/text.ts';
import type { Survey } from '../engine/survey.ts';
import { readPhone } from '../invitations/phone.ts';
import type { Register } from '../invitations/register.ts';
import { readDayAs, type DayFormat } from './day-formats.ts';
import type { Field } from './fields.ts';

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  suomi: 'fi',
  finska: 'fi',
  finnish: 'fi',
  ruotsi: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  englanti: 'en',
  engelska: 'en',
  english: 'en',
};
/** As registers number them, and as people write them. */
const GENDERS: Readonly<Record<string, string>> = {
  '1': 'male',
  '2': 'female',
  m: 'male',
  mies: 'male',
  man: 'male',
  n: 'female',
  nainen: 'female',
  kvinna: 'female',
  k: 'female',
  f: 'female',
};

/** An apostrophe that keeps a spreadsheet from taking a value for a formula, as files to be mended have it. */
const SPREADSHEET_TEXT = /^'(?=[=+\-@])/;

/** Makes of a value as people and registers write it the one that population.csv has; what it does not know stays. */
export type Tidier = (field: Field, value: string) => string;

/** Words and numbers of a survey's register: 'Nainen' → 'female', '1234' → '01234', '040 123 4567' → '+358401234567'. */
export function makeTidier(survey: Survey, register: Register, days: DayFormat): Tidier {
  const genders = new Map([...Object.entries(GENDERS), ...labelsOf(survey, 'gender')]);
  return (field, value) => {
    const text = value.trim().replace(SPREADSHEET_TEXT, '');
    switch (field) {
      case 'institution':
        return withZeros(text, register.institutions, 5);
      case 'degree':
        return withZeros(text, register.degrees, 6);
      case 'gender':
        return knownOr(genders, text, register.values.get('gender'));
      case 'study_language':
      case 'contact_language':
        return knownOr(new Map(Object.entries(LANGUAGE_NAMES)), text, LANGUAGES);
      case 'birth_year':
        return yearOf(text, days);
      case 'phone':
        return readPhone(text) ?? text;
      case 'email':
        return text.replace(/^mailto:/i, '');
      case 'person_key':
      case 'graduation_date':
      case 'protected':
      case 'deceased':
        return text;
      default:
        return field satisfies never;
    }
  };
}

function labelsOf(survey: Survey, column: string): [string, string][] {
  return survey.definition.background.flatMap((variable) =>
    variable.kind === 'category' && variable.column === column
      ? variable.categories.flatMap(({ code, label }) =>
          Object.values(label).map((name): [string, string] => [name.toLowerCase(), code]),
        )
      : [],
  );
}

/** The code that a word means, if a column may hold it; a code in capital letters is the code. */
function knownOr(words: ReadonlyMap<string, string>, text: string, codes: readonly string[] | undefined): string {
  const small = text.toLowerCase();
  if (codes?.includes(small)) return small;
  const meant = words.get(small);
  return meant !== undefined && (codes === undefined || codes.includes(meant)) ? meant : text;
}

/** Spreadsheets take the zeros before a number away. */
function withZeros(text: string, codes: ReadonlyMap<string, unknown>, length: number): string {
  if (codes.has(text) || !/^\d+$/.test(text)) return text;
  const padded = text.padStart(length, '0');
  return codes.has(padded) ? padded : text;
}

function yearOf(text: string, days: DayFormat): string {
  if (/^\d{4}$/.test(text) || text === '') return text;
  const read = readDayAs(days, text);
  return read.kind === 'day' ? read.day.slice(0, 4) : text;
}
