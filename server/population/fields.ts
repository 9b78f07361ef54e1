import { FLAG_COLUMNS } from '../invitations/read-flags.ts';
import { POPULATION_COLUMNS, REQUIRED_COLUMNS } from '../invitations/register.ts';

/** What a file may say of a person: the columns of population.csv, and who must not be written to. */
export const FIELDS = [...POPULATION_COLUMNS, ...FLAG_COLUMNS] as const;
export type Field = (typeof FIELDS)[number];

/** Whether a file must have the field. */
export function isRequired(field: Field): boolean {
  return REQUIRED_COLUMNS.some((one) => one === field);
}

/** Other names under which registers and people write a column. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  person_key: [
    'opiskelijanumero',
    'opiskelija numero',
    'opiskelija id',
    'oppijanumero',
    'henkilön tunnus',
    'studentnummer',
    'studerandenummer',
    'student number',
    'student id',
    'person key',
    'key',
  ],
  institution: [
    'oppilaitos',
    'oppilaitoskoodi',
    'oppilaitosnumero',
    'korkeakoulu',
    'läroanstalt',
    'högskola',
    'läroanstaltskod',
    'institution code',
    'institution',
  ],
  degree: [
    'tutkinto',
    'tutkintokoodi',
    'koulutuskoodi',
    'koulutus',
    'examen',
    'examenskod',
    'utbildningskod',
    'degree code',
    'degree',
  ],
  graduation_date: [
    'valmistumispäivä',
    'valmistumispvm',
    'valm.päivä',
    'valm.pvm',
    'valmistunut',
    'suorituspäivä',
    'examensdatum',
    'examensdag',
    'graduation date',
    'graduated',
    'date of graduation',
  ],
  gender: ['sukupuoli', 'kön', 'sex', 'gender'],
  birth_year: ['syntymävuosi', 'synt.vuosi', 'syntymäaika', 'födelseår', 'födelsedatum', 'year of birth', 'birth year'],
  study_language: ['opiskelukieli', 'opetuskieli', 'tutkintokieli', 'studiespråk', 'examensspråk', 'study language'],
  contact_language: [
    'asiointikieli',
    'yhteyskieli',
    'kieli',
    'äidinkieli',
    'kontaktspråk',
    'ärendespråk',
    'språk',
    'language',
    'contact language',
  ],
  email: ['sähköposti', 'sähköpostiosoite', 's-posti', 'e-post', 'e-postadress', 'e-mail', 'email address', 'mail'],
  phone: [
    'puhelin',
    'puhelinnumero',
    'matkapuhelin',
    'puh',
    'gsm',
    'telefon',
    'telefonnummer',
    'mobil',
    'phone number',
    'mobile',
  ],
  protected: ['turvakielto', 'spärrmarkering', 'protected address', 'non-disclosure'],
  deceased: ['kuollut', 'kuolinpäivä', 'avliden', 'död', 'dead'],
};

/** A name of a column as it is compared: small letters and digits of any language alone. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...NAMES[field]].map((name): [string, Field] => [plainName(name), field])),
);

/** The field that a column's name means; null for a name that is none of ours. */
export function fieldNamed(name: string): Field | null {
  return FIELD_OF.get(plainName(name)) ?? null;
}

/** Every name that is known, for near misses. */
export const KNOWN_NAMES: readonly string[] = [...FIELD_OF.keys()];
