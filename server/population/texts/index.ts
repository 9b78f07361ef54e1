import type { Language } from '../../engine/text.ts';
import { reasonIn, type PopulationReason } from '../../invitations/population-reasons.ts';
import type { ImportReason } from '../read-row.ts';
import { importEn, type ImportTexts } from './import-en.ts';
import { importFi } from './import-fi.ts';
import { importSv } from './import-sv.ts';
import { peopleEn, type PeopleTexts } from './people-en.ts';
import { peopleFi } from './people-fi.ts';
import { peopleSv } from './people-sv.ts';

export type { ImportTexts } from './import-en.ts';
export type { PeopleTexts } from './people-en.ts';

const IMPORT: Readonly<Record<Language, ImportTexts>> = { fi: importFi, sv: importSv, en: importEn };
const PEOPLE: Readonly<Record<Language, PeopleTexts>> = { fi: peopleFi, sv: peopleSv, en: peopleEn };
const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** The words of the pages that import people. */
export function importTexts(language: Language): ImportTexts {
  return IMPORT[language];
}

/** The words of the pages of who is asked. */
export function peopleTexts(language: Language): PeopleTexts {
  return PEOPLE[language];
}

/** Writes numbers as a language has them. */
export function numbersIn(language: Language): (number: number) => string {
  const format = new Intl.NumberFormat(LOCALES[language]);
  return (number) => format.format(number);
}

/** A day as a language writes it: '31.5.2020'. */
export function dayIn(language: Language, day: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Why a row cannot be taken, in a language. */
export function importReasonIn(language: Language, why: ImportReason): string {
  const { reasons } = IMPORT[language];
  if (why.code in reasons) {
    const say = reasons[why.code as keyof typeof reasons] as (reason: ImportReason) => string; // the words of that code
    return say(why);
  }
  return reasonIn(language, why as PopulationReason); // all codes that are left
}
