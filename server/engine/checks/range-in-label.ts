import type { Language } from '../text.ts';

/** Numbers that a label stands for, both ends included. */
export type LabelRange = { from: number; to: number };

type Words = { least: string; most: string; above: string; below: string; orMore: string };

const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    least: 'vähintään',
    most: 'enintään',
    above: 'yli',
    below: 'alle|ennen',
    orMore: 'tai enemmän|tai yli|tai myöhemmin',
  },
  sv: {
    least: 'minst',
    most: 'högst',
    above: 'över|mer än|fler än',
    below: 'under|mindre än|färre än|före',
    orMore: 'eller mer|eller fler|eller över|eller senare',
  },
  en: {
    least: 'at least',
    most: 'at most|up to',
    above: 'over|more than',
    below: 'under|less than|fewer than|before',
    orMore: 'or more|or over|or later',
  },
};
// "Under 5" holds 4.99 but not 5.
const JUST = 0.001;

/**
 * The range that a label says in words and digits, or null where it says none.
 *
 * @example rangeInLabel('1–4 vuotta', 'fi') // { from: 1, to: 4 }
 * @example rangeInLabel('5,000 or more', 'en') // { from: 5000, to: Infinity }
 */
export function rangeInLabel(label: string, language: Language): LabelRange | null {
  const text = label.toLowerCase().replaceAll(/(?<=\d)[\s.,](?=\d{3}(?!\d))/gu, '');
  const { least, most, above, below, orMore } = WORDS[language];
  const number = (pattern: string): number | null => {
    const digits = new RegExp(pattern, 'u').exec(text)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const two = /^(\d+)\s*(?:–|-|—|to|till)\s*(\d+)/u.exec(text);
  if (two) return { from: Number(two[1]), to: Number(two[2]) };
  const from =
    number(`(?<!\\p{L})(?:${least})\\s(?:\\p{L}+\\s)?(\\d+)`) ?? number(`(\\d+)[\\p{L}\\s]*\\s(?:${orMore})`);
  if (from !== null) return { from, to: Infinity };
  const over = number(`^(?:${above})\\s(\\d+)`);
  if (over !== null) return { from: over + JUST, to: Infinity };
  const under = number(`(?<!\\p{L})(?:${below})\\s(?:\\p{L}+\\s)?(\\d+)`);
  if (under !== null) return { from: -Infinity, to: under - JUST };
  const upTo = number(`^(?:${most})\\s(\\d+)`);
  if (upTo !== null) return { from: -Infinity, to: upTo };
  const one = /^\d+$/u.exec(text.trim());
  return one ? { from: Number(one[0]), to: Number(one[0]) } : null;
}
