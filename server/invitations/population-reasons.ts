import type { Language } from '../engine/text.ts';

/** Why a value of a row of population.csv cannot be used, for every language alike. */
export type PopulationReason =
  | { code: 'empty' }
  | { code: 'key_too_long'; limit: number }
  | { code: 'key_characters' }
  | { code: 'no_day' }
  | { code: 'no_such_day' }
  /** `meant`: the code that was probably meant. */
  | { code: 'not_in_list'; list: string; meant: string | null }
  | { code: 'no_code' }
  | { code: 'not_one_of'; codes: readonly string[] }
  | { code: 'no_year' }
  | { code: 'born_too_late'; graduated: string }
  | { code: 'email_too_long'; limit: number }
  | { code: 'email_two_ats' }
  | { code: 'no_email' }
  | { code: 'no_phone' };

type Words = {
  [Code in PopulationReason['code']]: (reason: Extract<PopulationReason, { code: Code }>) => string;
};

const fi: Words = {
  empty: () => 'sarake on tyhjä',
  key_too_long: ({ limit }) => `henkilön tunnuksessa on enintään ${limit} merkkiä`,
  key_characters: () => 'henkilön tunnuksessa ei ole välilyöntejä eikä näkymättömiä merkkejä',
  no_day: () => 'päivä kirjoitetaan VVVV-KK-PP, vuosina 1900–2099',
  no_such_day: () => 'päivää ei ole olemassa',
  not_in_list: ({ list, meant }) =>
    `koodia ei ole luettelossa ”${list}”${meant === null ? '' : `. Tarkoititko ${meant}?`}`,
  no_code: () => 'koodi koostuu merkeistä a–z, 0–9, - ja _',
  not_one_of: ({ codes }) => `arvon on oltava jokin näistä tai tyhjä: ${codes.join(', ')}`,
  no_year: () => 'vuosi on nelinumeroinen, 1900–2099',
  born_too_late: ({ graduated }) => `liian myöhäinen sille, joka valmistui vuonna ${graduated}`,
  email_too_long: ({ limit }) => `osoitteessa on enintään ${limit} merkkiä`,
  email_two_ats: () => 'sähköpostissa on kaksi @-merkkiä',
  no_email: () => 'tämä ei ole sähköpostiosoite',
  no_phone: () => 'kirjoita numero maatunnuksen kanssa: +358401234567',
};

const sv: Words = {
  empty: () => 'kolumnen är tom',
  key_too_long: ({ limit }) => `personens nyckel har högst ${limit} tecken`,
  key_characters: () => 'personens nyckel har inga mellanslag och inga osynliga tecken',
  no_day: () => 'en dag skrivs ÅÅÅÅ-MM-DD, åren 1900–2099',
  no_such_day: () => 'dagen finns inte',
  not_in_list: ({ list, meant }) =>
    `koden finns inte i listan ”${list}”${meant === null ? '' : `. Menade du ${meant}?`}`,
  no_code: () => 'en kod består av a–z, 0–9, - och _',
  not_one_of: ({ codes }) => `värdet ska vara något av dessa eller tomt: ${codes.join(', ')}`,
  no_year: () => 'ett årtal har fyra siffror, 1900–2099',
  born_too_late: ({ graduated }) => `för sent för någon som utexaminerades år ${graduated}`,
  email_too_long: ({ limit }) => `en adress har högst ${limit} tecken`,
  email_two_ats: () => 'e-postadressen har två @-tecken',
  no_email: () => 'detta är ingen e-postadress',
  no_phone: () => 'skriv numret med landskod: +358401234567',
};

const en: Words = {
  empty: () => 'the column is empty',
  key_too_long: ({ limit }) => `a person key has at most ${limit} characters`,
  key_characters: () => 'a person key has no spaces and no invisible characters',
  no_day: () => 'a day is written YYYY-MM-DD, from 1900 to 2099',
  no_such_day: () => 'there is no such day',
  not_in_list: ({ list, meant }) =>
    `the code is not in the list "${list}"${meant === null ? '' : `: did you mean ${meant}?`}`,
  no_code: () => 'a code of a-z, 0-9, - and _',
  not_one_of: ({ codes }) => `must be one of ${codes.join(', ')}, or empty`,
  no_year: () => 'a year is four digits, from 1900 to 2099',
  born_too_late: ({ graduated }) => `too late for someone who graduated in ${graduated}`,
  email_too_long: ({ limit }) => `an address has at most ${limit} characters`,
  email_two_ats: () => 'the address has more than one @',
  no_email: () => 'this is no e-mail address',
  no_phone: () => 'write the number with its country code: +358401234567',
};

const WORDS: Readonly<Record<Language, Words>> = { fi, sv, en };

/** The reason in a language: what is wrong, and how it is mended. */
export function reasonIn(language: Language, reason: PopulationReason): string {
  const say = WORDS[language][reason.code] as (reason: PopulationReason) => string; // the words of that code
  return say(reason);
}
