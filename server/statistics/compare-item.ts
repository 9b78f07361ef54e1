import { sum, type Figure } from './figure.ts';
import { fisher } from './fisher.ts';
import { summarise, type Summary } from './mean.ts';
import { newcombe } from './newcombe.ts';
import { student } from './student.ts';
import { welch } from './welch.ts';

/** What of an item is compared. A gap is importance − development over the people who gave both. */
export type Measure = 'mean' | 'development' | 'gap' | 'share';

/**
 * One line of a page, for one's own group and for the group it is compared with (one's own answers
 * left out): the counts of a scale, or of the gaps of complete pairs, and their `scores`; or number, mean
 * and variance of these; or `chosen` of `n`. `stronger` says which end is the better one for the degree: 'lower' for a gap.
 */
export type ComparedItem = { code: string; stronger: 'higher' | 'lower' } & (
  | { measure: Exclude<Measure, 'share'>; own: Summary; other: Summary }
  | {
      measure: Exclude<Measure, 'share'>;
      scores: readonly number[];
      own: readonly number[];
      other: readonly number[];
    }
  | { measure: 'share'; own: { chosen: number; n: number }; other: { chosen: number; n: number } }
);

/** Both values, own − other with its 95 % interval, and two tests of it. */
export type Comparison = {
  code: string;
  measure: Measure;
  own: { n: number; value: number };
  other: { n: number; value: number };
  difference: Figure;
  /** Two-sided, of the hypothesis that both groups are draws from the same people. Adjusted with its family. */
  p: number;
  /** Whether the difference is clear without that assumption, taken by itself. */
  isClearAlone: boolean;
  /** Whether one's own group lies at the stronger or the weaker side; null for equal values. */
  direction: 'stronger' | 'weaker' | null;
};

/** How many answers an item has on both sides. Example: answersOf(item) → { own: 41, other: 1500 }. */
export function answersOf(item: ComparedItem): { own: number; other: number } {
  return 'scores' in item ? { own: sum(item.own), other: sum(item.other) } : { own: item.own.n, other: item.other.n };
}

/** Number, mean and variance of both groups. Example: summariesOf(item).own → { n: 25, mean: 4.2, variance: 1.833333 }. */
export function summariesOf(item: Exclude<ComparedItem, { measure: 'share' }>): { own: Summary; other: Summary } {
  if (!('scores' in item)) return item;
  const { own, other, scores } = item;
  return { own: summarise(own, scores), other: summarise(other, scores) };
}

/** Level of Welch's test taken by itself: it holds back groups that spread more than the other. */
const ALONE = 0.01;

/**
 * Compares one item of two groups without finite population correction, since both stand for what
 * programmes do and not for these cohorts. Means and gaps: interval by Welch, p by Student with the
 * spread of both groups, clear alone by Welch at 1 %. Shares: interval by Newcombe, p by Fisher, clear
 * alone where the interval leaves out 0. null for fewer than two answers on a side. Sources: `welch`,
 * `student`, `newcombe`, `fisher`.
 *
 * Example: share 18 of 25 against 12 of 22 → difference { value: 0.174545, low: -0.09504, high: 0.416118 }.
 */
export function compareItem(item: ComparedItem): Comparison | null {
  const found = item.measure === 'share' ? compareShares(item) : compareMeans(item);
  if (!found) return null;
  const { value } = found.difference;
  const direction = value === 0 ? null : value > 0 === (item.stronger === 'higher') ? 'stronger' : 'weaker';
  return { code: item.code, measure: item.measure, ...found, direction };
}

type Found = Pick<Comparison, 'own' | 'other' | 'difference' | 'p' | 'isClearAlone'>;

function compareMeans(item: Exclude<ComparedItem, { measure: 'share' }>): Found | null {
  const { own, other } = summariesOf(item);
  const difference = welch(own, other);
  const alike = student(own, other);
  if (!difference || !alike) return null;
  const { value, low, high } = difference;
  return {
    own: { n: own.n, value: own.mean },
    other: { n: other.n, value: other.mean },
    difference: { value, low, high },
    p: alike.p,
    isClearAlone: difference.p <= ALONE,
  };
}

function compareShares({ own, other }: Extract<ComparedItem, { measure: 'share' }>): Found | null {
  if (own.n < 2 || other.n < 2) return null;
  const difference = newcombe({ ...own, population: Infinity }, { ...other, population: Infinity });
  if (!difference) return null;
  return {
    own: { n: own.n, value: own.chosen / own.n },
    other: { n: other.n, value: other.chosen / other.n },
    difference,
    p: fisher(own, other),
    isClearAlone: difference.low > 0 || difference.high < 0,
  };
}
