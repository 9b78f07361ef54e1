import type { SafeFigure } from '../disclosure/safe-table.ts';
import type { Language } from '../engine/text.ts';

// The one place where a number becomes text, so that page, table and sentence never differ.
// Finnish and Swedish: decimal comma, space before the per cent sign and between thousands.

const NO_BREAK = '\u00a0';
const MINUS = '\u2212';
const DASH = '\u2013';

export type Format = {
  /** A count: '1 480', '1,480'. */
  count: (value: number) => string;
  /** A share (0–1) in whole per cent: '37 %', '37%'. */
  share: (value: number) => string;
  /** A share without the sign, for a narrow place: '37'. */
  shareNumber: (value: number) => string;
  /** A mean, one decimal: '4,2'. */
  mean: (value: number) => string;
  /** A difference, one decimal with its sign: '+1,5', '−0,3', '0,0'. */
  difference: (value: number) => string;
  /** A number of points −100 to 100, whole, with its sign: '+20'. */
  points: (value: number) => string;
  /** A number as its step has it: '2 950', '3,5'. */
  amount: (value: number, step: number) => string;
  /** A year with its quarter, from a number of years: 2021.5 → '3/2021' style by language. */
  quarter: (value: number) => string;
  /** '48–73 %' */
  shareInterval: (figure: SafeFigure) => string | null;
  /** '4,1–4,6' */
  meanInterval: (figure: SafeFigure) => string | null;
  /** '−0,3 – +0,5' */
  differenceInterval: (figure: SafeFigure) => string | null;
  /** '+3 – +43' */
  pointsInterval: (figure: SafeFigure) => string | null;
  /** A stored day: '15.1.2026', '15 January 2026'. */
  day: (day: string) => string;
};

/** The number formats of a language. */
export function formatsOf(language: Language): Format {
  const percent = language === 'en' ? '%' : `${NO_BREAK}%`;
  const number = (value: number, decimals: number) => plainNumber(value, decimals, language);
  const signed = (value: number, decimals: number) =>
    (roundHalfUp(value, decimals) > 0 ? '+' : '') + number(value, decimals);
  const shareNumber = (value: number) => number(value * 100, 0);
  return {
    count: (value) => number(value, 0),
    share: (value) => shareNumber(value) + percent,
    shareNumber,
    mean: (value) => number(value, 1),
    difference: (value) => signed(value, 1),
    points: (value) => signed(value, 0),
    amount: (value, step) => number(value, decimalsOf(step)),
    quarter: (value) => quarterName(value, language),
    shareInterval: (figure) => interval(figure, shareNumber, DASH, percent),
    meanInterval: (figure) => interval(figure, (value) => number(value, 1), DASH, ''),
    differenceInterval: (figure) => interval(figure, (value) => signed(value, 1), ` ${DASH} `, ''),
    pointsInterval: (figure) => interval(figure, (value) => signed(value, 0), ` ${DASH} `, ''),
    day: (day) => dayName(day, language),
  };
}

function interval(figure: SafeFigure, print: (value: number) => string, between: string, after: string): string | null {
  if (figure.low === null || figure.high === null) return null;
  return print(figure.low) + between.replaceAll(' ', NO_BREAK) + print(figure.high) + after;
}

const MOST_KEPT = 1000;
const printed = new Map<string, string[]>();

/** A report says the same few hundred numbers some thousand times: each is printed once. */
function plainNumber(value: number, decimals: number, language: Language): string {
  const rounded = roundHalfUp(value, decimals);
  const place = Math.round(rounded * 10 ** decimals) + MOST_KEPT;
  if (!(place >= 0 && place <= 2 * MOST_KEPT)) return printNumber(rounded, decimals, language);
  const kind = language + decimals;
  const known = printed.get(kind) ?? [];
  printed.set(kind, known);
  return (known[place] ??= printNumber(rounded, decimals, language));
}

function printNumber(rounded: number, decimals: number, language: Language): string {
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NO_BREAK) : whole;
  const digits = fraction === undefined ? grouped : grouped + (language === 'en' ? '.' : ',') + fraction;
  return (rounded < 0 ? MINUS : '') + digits;
}

/** Halves away from zero. A share such as 0.145 is 14.499999999999998 per cent in binary: it counts as a half. */
function roundHalfUp(value: number, decimals: number): number {
  const scaled = Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9);
  return scaled === 0 ? 0 : (Math.sign(value) * scaled) / 10 ** decimals;
}

function decimalsOf(step: number): number {
  return Number.isInteger(step) ? 0 : (String(step).split('.')[1] ?? '').length;
}

function quarterName(value: number, language: Language): string {
  const year = Math.floor(value + 1e-9);
  const quarter = Math.floor((value - year) * 4 + 1e-9) + 1;
  switch (language) {
    case 'fi':
      return `${year}, ${quarter}.${NO_BREAK}neljännes`;
    case 'sv':
      return `${year}, kvartal${NO_BREAK}${quarter}`;
    case 'en':
      return `${year}, quarter${NO_BREAK}${quarter}`;
    default:
      return language satisfies never;
  }
}

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayName(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language !== 'en') return `${Number(date)}.${Number(month)}.${year}`;
  return `${Number(date)} ${ENGLISH_MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** Stands after a figure of a later edition that does not count those who answered late; `standingOf` says as of when. */
export const STANDS = '†';

/** A figure's text with the sign of one that stands as it was. Example: '58 %' of an earlier edition → '58 %†'. */
export function marked(text: string, of: { as_of?: number | null | undefined } | null | undefined): string {
  return typeof of?.as_of !== 'number' ? text : `${text}${STANDS}`;
}
