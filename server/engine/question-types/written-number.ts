import type { Text } from '../text.ts';

/** A number as it was written: its value and how many decimals it has, closing zeros not counted. */
export type WrittenNumber = { value: number; decimals: number };

/** Longer than any number that a person means. */
const LONGEST = 40;

/**
 * Reads a number as people write it into a field. Thousands may be parted by spaces of any kind, dots
 * or commas, always in groups of three, so `3.400` is 3400; the first group has no leading zero, so
 * `0.500` is a half. Decimals follow a comma or a dot that does not part thousands as well. The unit
 * of the question may stand before or after. A minus sign is read; whether it may be is the caller's.
 * null for anything else: `3,4 k`, `1.`, `.`, `34 00`, `1e3`.
 *
 * @example readWrittenNumber('3 400,50 €', { fi: '€/kk', sv: '€/mån', en: '€/month' }) // { value: 3400.5, decimals: 1 }
 */
export function readWrittenNumber(text: string, unit: Text): WrittenNumber | null {
  const spaced = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  if (spaced.length > LONGEST) return null;
  const bare = withoutUnit(spaced, unitWords(unit));
  const match =
    /^(?<minus>[-−–]\s?)?(?:(?<grouped>[1-9]\d{0,2}(?:(?<by>[ .,])\d{3})(?:\k<by>\d{3})*)|(?<plain>\d+))(?:(?<point>[.,])(?<fraction>\d+))?$/u.exec(
      bare,
    );
  const { minus, grouped, by, plain, point, fraction = '' } = match?.groups ?? {};
  if (!match || (by !== undefined && by === point)) return null;
  const digits = plain ?? (grouped ?? '').replace(/[ .,]/g, '');
  return numberFrom(minus !== undefined, digits, fraction);
}

/**
 * Reads a number of a file: digits and a dot for decimals, nothing else.
 *
 * @example readFileNumber('-12.50') // { value: -12.5, decimals: 1 }
 */
export function readFileNumber(text: string): WrittenNumber | null {
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text);
  if (!match) return null;
  return numberFrom(match[1] === '-', match[2] ?? '', match[3] ?? '');
}

function numberFrom(negative: boolean, digits: string, fraction: string): WrittenNumber {
  const kept = fraction.replace(/0+$/, '');
  const size = Number(`${digits}.${kept}0`);
  return { value: negative && size !== 0 ? -size : size, decimals: kept.length };
}

const EURO_WORDS = ['€', 'eur', 'euro', 'euroa', 'euros', 'e'];

/** The unit in every language, each also cut before its first space or slash; longest first. */
function unitWords(unit: Text): string[] {
  const whole = Object.values(unit).map((word) => word.trim().toLowerCase());
  const cut = whole.map((word) => word.split(/[ /]/)[0] ?? '');
  const euro = whole.some((word) => word.includes('€') || word.includes('eur')) ? EURO_WORDS : [];
  const words = new Set([...whole, ...cut, ...euro].filter((word) => word !== '' && !/\d/.test(word)));
  return [...words].sort((one, other) => other.length - one.length);
}

function withoutUnit(text: string, words: readonly string[]): string {
  const after = words.find((word) => text.endsWith(word));
  if (after !== undefined) return text.slice(0, -after.length).trimEnd();
  const before = words.find((word) => text.startsWith(word));
  return before === undefined ? text : text.slice(before.length).trimStart();
}
