import type { Language } from '../engine/text.ts';
import { fullDate } from '../responses/dates.ts';
import { formatZoned, isSummerTime, zonedDay } from '../rounds/zoned-time.ts';
import type { RoundTexts } from './texts/index.ts';

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** The language of the words, and the words that join them. */
export type Speech = { language: Language; t: RoundTexts };

/** In full words: 'maanantai 3.11.2025 klo 9.00 (talviaika)'. `closing`: midnight is the end of the day before. */
export function momentWords(at: Date, zone: string, { language, t }: Speech, { closing = false } = {}): string {
  const [day, time] = clockOf(at, zone, closing);
  const summer = isSummerTime(at, zone);
  const words = t.at(`${weekdayOf(day, language)} ${fullDate(day, language)}`, timeWords(time, language));
  return summer === null ? words : `${words} (${summer ? t.summer : t.winter})`;
}

/** The same, short: '3.11.2025 klo 9.00'. */
export function shortMoment(at: Date, zone: string, { language, t }: Speech, { closing = false } = {}): string {
  const [day, time] = clockOf(at, zone, closing);
  return t.at(fullDate(day, language), timeWords(time, language));
}

/** '9.00', in English '9:00'. */
export function timeWords(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${language === 'en' ? ':' : '.'}${minute}`;
}

/** A day of any year: '1.10.', '1 October'. */
export function yearDay(month: number, day: number, language: Language): string {
  const form: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    day: 'numeric',
    month: language === 'fi' ? 'numeric' : 'long',
  };
  return new Intl.DateTimeFormat(LOCALES[language], form).format(new Date(Date.UTC(2024, month - 1, day)));
}

function clockOf(at: Date, zone: string, closing: boolean): [day: string, time: string] {
  const [day = '', time = ''] = formatZoned(at, zone).split(' ');
  return closing && time === '00:00' ? [zonedDay(new Date(at.getTime() - 1), zone), '23:59'] : [day, time];
}

function weekdayOf(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'long' });
  return format.format(new Date(`${day}T12:00:00Z`));
}
