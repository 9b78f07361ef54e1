import type { Language } from '../engine/text.ts';

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A whole number as the language writes it: '3 015', '3,015'. */
export function numberWords(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/**
 * A day and a time by the clocks of a zone, with its weekday.
 *
 * @example momentWords(new Date('2025-11-19T07:00Z'), 'Europe/Helsinki', 'fi') // 'ke 19.11.2025 klo 9.00'
 */
export function momentWords(at: Date, timeZone: string, language: Language): string {
  const form = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options }).format(at);
  const weekday = form({ weekday: 'short' });
  const day = form({ day: 'numeric', month: language === 'en' ? 'short' : 'numeric', year: 'numeric' });
  const clock = form({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const before: Readonly<Record<Language, string>> = { fi: 'klo', sv: 'kl.', en: 'at' };
  return `${weekday} ${day} ${before[language]} ${clock}`;
}
