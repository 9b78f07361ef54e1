import type { Surveys } from '../../survey-definitions/index.ts';
import type { Language } from '../engine/text.ts';
import type { Grant } from './decide-access.ts';
import { registerNames } from './register-names.ts';
import { accountTexts } from './texts/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** 'Planner, Some University: Nursing, 1.8.2026–31.7.2027'. */
export function grantWords(
  grant: Grant,
  { language, surveys, today }: { language: Language; surveys: Pick<Surveys, 'all'>; today: string },
): string {
  const t = accountTexts(language);
  const until = grant.until === null ? null : dayWords(grant.until, language);
  const period = t.account.period(dayWords(grant.from, language), until);
  const state =
    grant.from > today ? t.account.notYet : grant.until !== null && grant.until < today ? t.account.over : '';
  const words = [t.roles[grant.role], placeWords(grant, { language, surveys }), period, state];
  return words.filter((word) => word !== '').join(', ');
}

/** 'Some University: Nursing', by the names of the lists; codes where the lists have lost them. */
export function placeWords(
  { institution, degree }: { institution: string; degree: string },
  { language, surveys }: { language: Language; surveys: Pick<Surveys, 'all'> },
): string {
  if (institution === '') return accountTexts(language).everywhere;
  const name = (column: 'institution' | 'degree', code: string) =>
    registerNames(surveys, column).get(code)?.[language] ?? code;
  const own = name('institution', institution);
  return degree === '' ? own : `${own}: ${name('degree', degree)}`;
}

/** A day in the reader's language. */
export function dayWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A day and a time of day in Finland. */
export function timeWords(at: Date, language: Language): string {
  const style = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], style).format(at);
}
