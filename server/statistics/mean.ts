import { sum, type Figure } from './figure.ts';
import { meanCorrection } from './finite-population.ts';
import { tQuantile } from './t-quantile.ts';

/**
 * Mean of scores with its 95 % t interval (n − 1 degrees of freedom), the standard error corrected
 * for the finite population: s/√n · √((N − n)/N). `counts[i]` answers have the score `scores[i]`;
 * `population` is N (Infinity = no correction; an N below n counts as n). In score units. null when
 * nobody answered; one answer alone gives the point. Source: Cochran, Sampling Techniques, 2.8.
 *
 * Example: mean([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6], 40) → { value: 4.2, low: 3.857741, high: 4.542259 }.
 */
export function mean(counts: readonly number[], scores: readonly number[], population: number): Figure | null {
  const { n, mean: value, variance } = summarise(counts, scores);
  if (n === 0) return null;
  if (n < 2 || population <= n) return { value, low: value, high: value };
  const half = tQuantile(0.975, n - 1) * Math.sqrt((variance / n) * meanCorrection(n, population));
  return { value, low: value - half, high: value + half };
}

/**
 * Sample standard deviation (divisor n − 1), in score units. null for fewer than two answers.
 * Example: standardDeviation([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6]) → 1.354006.
 */
export function standardDeviation(counts: readonly number[], scores: readonly number[]): number | null {
  const { n, variance } = summarise(counts, scores);
  return n < 2 ? null : Math.sqrt(variance);
}

/**
 * Population standard deviation (divisor n), in score units: what the national statistics portal
 * prints, for comparisons with it only. null when nobody answered.
 * Example: populationStandardDeviation([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6]) → 1.32665.
 */
export function populationStandardDeviation(counts: readonly number[], scores: readonly number[]): number | null {
  const { n, variance } = summarise(counts, scores);
  return n === 0 ? null : Math.sqrt((variance * (n - 1)) / n);
}

/** Answers of one group to a question with scores: how many, their mean and sample variance (0 for fewer than two). */
export type Summary = { n: number; mean: number; variance: number };

/**
 * Number, mean and sample variance (divisor n − 1) of scored counts; all 0 when nobody answered.
 * Example: summarise([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6]) → { n: 25, mean: 4.2, variance: 1.833333 }.
 */
export function summarise(counts: readonly number[], scores: readonly number[]): Summary {
  const n = sum(counts);
  if (n === 0) return { n: 0, mean: 0, variance: 0 };
  const centre = total(counts, scores) / n;
  let squares = 0;
  for (const [index, count] of counts.entries()) squares += count * (scoreAt(scores, index) - centre) ** 2;
  return { n, mean: centre, variance: n < 2 ? 0 : squares / (n - 1) };
}

/**
 * Plain median of ordered categories: the middle score, or the mean of the two middle ones.
 * `scores` rise. null when nobody answered. Example: [1, 2, 4, 6, 8, 4] on 1–6 → 4.
 */
export function median(counts: readonly number[], scores: readonly number[]): number | null {
  const n = sum(counts);
  if (n === 0) return null;
  const lower = scoreOfRank(counts, scores, Math.floor((n + 1) / 2));
  const upper = scoreOfRank(counts, scores, Math.ceil((n + 1) / 2));
  return (lower + upper) / 2;
}

/**
 * Mean gap of complete pairs (importance − development) with its 95 % interval: a paired t interval
 * with the finite population correction. `counts[i]` pairs have the difference `gaps[i]`.
 *
 * Example: the twelve pairs of S16 (tests), N = 18 → { value: 1.166667, low: 0.822786, high: 1.510547 }.
 */
export function pairedGap(counts: readonly number[], gaps: readonly number[], population: number): Figure | null {
  return mean(counts, gaps, population);
}

function total(counts: readonly number[], scores: readonly number[]): number {
  let result = 0;
  for (const [index, count] of counts.entries()) result += count * scoreAt(scores, index);
  return result;
}

function scoreOfRank(counts: readonly number[], scores: readonly number[], rank: number): number {
  let seen = 0;
  for (const [index, count] of counts.entries()) {
    seen += count;
    if (seen >= rank) return scoreAt(scores, index);
  }
  throw new RangeError(`no answer of rank ${rank}`);
}

function scoreAt(scores: readonly number[], index: number): number {
  const score = scores[index];
  if (score === undefined) throw new RangeError(`no score for category ${index}`);
  return score;
}
