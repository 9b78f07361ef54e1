import type { Language } from '../engine/text.ts';

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const FINNISH_TIME: Readonly<Record<Language, string>> = { fi: 'Suomen aikaa', sv: 'finsk tid', en: 'Finnish time' };

type Options = Intl.DateTimeFormatOptions;

// Made once a language and form: making a format costs more than using it a hundred times.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, options: Options): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], options);
  formats.set(key, format);
  return format;
}

// The same few days stand on everyone's pages: what a day is called is told once.
const MOST_TOLD = 1_000;
const told = new Map<string, string>();

function toldOnce(key: string, tell: () => string): string {
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= MOST_TOLD) told.clear();
  const words = tell();
  told.set(key, words);
  return words;
}

/** The last day on which a round that closes at this instant is open: midnight belongs to the day before. */
export function lastMoment(closesAt: Date): Date {
  return new Date(closesAt.getTime() - 1);
}

/** When something happens: 'maanantaina 30.11.', 'måndagen den 30.11', 'Monday 30 November'. */
export function onWeekday(instant: Date, timeZone: string, language: Language): string {
  const weekday = toldOnce(`weekday ${instant.getTime()} ${timeZone} ${language}`, () =>
    part(instant, language, { timeZone, weekday: 'long' }),
  );
  const date = dayAndMonth(instant, timeZone, language);
  switch (language) {
    case 'fi':
      return `${weekday}na ${date}`;
    case 'sv':
      return `${weekday}en den ${date}`;
    case 'en':
      return `${weekday} ${date}`;
    default:
      return language satisfies never;
  }
}

/** '30.11.', '30.11', '30 November'. */
export function dayAndMonth(instant: Date, timeZone: string, language: Language): string {
  return toldOnce(`day ${instant.getTime()} ${timeZone} ${language}`, () => {
    const month: Options = language === 'en' ? { month: 'long' } : { month: 'numeric' };
    return formatOf(language, { timeZone, day: 'numeric', ...month }).format(instant);
  });
}

/** A stored day: '30.11.2026', '30.11.2026', '30 November 2026'. */
export function fullDate(day: string, language: Language): string {
  return toldOnce(`date ${day} ${language}`, () => {
    const month: Options = language === 'en' ? { month: 'long' } : { month: 'numeric' };
    const format: Options = { timeZone: 'UTC', day: 'numeric', year: 'numeric', ...month };
    return formatOf(language, format).format(new Date(`${day}T12:00:00Z`));
  });
}

/** '9.00 Suomen aikaa', 'kl.' and 'at' are the sentence's own words. Another zone is named as its country names it. */
export function clockTime(instant: Date, timeZone: string, language: Language): string {
  const format: Options = { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' };
  const clock = formatOf(language, format).format(instant);
  return `${clock} ${zoneName(instant, timeZone, language)}`;
}

/** Names of the months, January first, for a list to choose from. */
export function monthNames(language: Language): string[] {
  const format = formatOf(language, { timeZone: 'UTC', month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2020, month, 15))));
}

function zoneName(instant: Date, timeZone: string, language: Language): string {
  if (timeZone === 'Europe/Helsinki') return FINNISH_TIME[language];
  return `(${part(instant, language, { timeZone, timeZoneName: 'longGeneric' }, 'timeZoneName')})`;
}

function part(
  instant: Date,
  language: Language,
  options: Options,
  type: Intl.DateTimeFormatPartTypes = 'weekday',
): string {
  const parts = formatOf(language, options).formatToParts(instant);
  return parts.find((one) => one.type === type)?.value ?? '';
}
