import { sum } from './figure.ts';

/**
 * Answers to one question of the indicator: `counts[i]` answers have the score `scores[i]`, and the
 * question weighs of / per (a statement 1, one of six skills 1/6). For a skill the counts are all
 * answers on its development, also where importance is missing.
 */
export type FundingItem = {
  code: string;
  counts: readonly number[];
  scores: readonly number[];
  of: number;
  per: number;
};

/** Points, the weight of the answers behind them, and their mean (null when nobody answered). */
export type FundingSum = { points: number; weight: number; mean: number | null };

export type FundingIndicator = FundingSum & {
  /** What was counted: answers and points of each question, in the order given. */
  items: readonly (FundingSum & { code: string; answers: number })[];
};

/**
 * The funding indicator of a group in one year: Σ score × weight over all answers to the indicator's
 * questions, the weight of these answers, and points/weight, its mean on the scale. "Cannot say" and
 * what was not answered add to neither, so that the sum over people of the engine's `fundingPoints` is
 * the same. Sums are kept apart by denominator: six sixths are exactly one. Points are no euros: the
 * model divides a fixed sum by everybody's points. Source: decrees 117/2019 and 119/2019 of the
 * Ministry of Education and Culture. Throws a RangeError for counts without scores or a weight that is
 * not positive.
 *
 * Example: one person, statements 5, 5, 4, 4 and skills 6, 5, 4, 3, 2, 1 → { points: 21.5, weight: 5, mean: 4.3 }.
 */
export function fundingIndicator(items: readonly FundingItem[]): FundingIndicator {
  const parts = items.map((item) => {
    const { code, counts, scores, of, per } = item;
    if (counts.length !== scores.length || !(of > 0 && per > 0)) {
      throw new RangeError(
        `"${code}" has ${counts.length} counts, ${scores.length} scores and the weight ${of}/${per}`,
      );
    }
    const answers = sum(counts);
    return {
      code,
      answers,
      per,
      points: of * sum(counts.map((count, index) => count * (scores[index] ?? 0))),
      weight: of * answers,
    };
  });
  const counted = parts.map(({ code, answers, per, points, weight }) => ({
    code,
    answers,
    ...withMean(points / per, weight / per),
  }));
  return { ...addByDenominator(parts), items: counted };
}

/**
 * The indicator over the years of a window: points and weights added, not means. The model takes three
 * calendar years. Throws a RangeError for no years.
 *
 * Example: fundingWindow of 10 points by 2 and 21.5 by 5 → { points: 31.5, weight: 7, mean: 4.5 }.
 */
export function fundingWindow(years: readonly { points: number; weight: number }[]): FundingSum {
  if (years.length === 0) throw new RangeError('a window has a year at least');
  return withMean(sum(years.map(({ points }) => points)), sum(years.map(({ weight }) => weight)));
}

function addByDenominator(parts: readonly { per: number; points: number; weight: number }[]): FundingSum {
  const denominators = [...new Set(parts.map(({ per }) => per))];
  const sums = denominators.map((per) => {
    const same = parts.filter((part) => part.per === per);
    return { points: sum(same.map(({ points }) => points)) / per, weight: sum(same.map(({ weight }) => weight)) / per };
  });
  return withMean(sum(sums.map(({ points }) => points)), sum(sums.map(({ weight }) => weight)));
}

function withMean(points: number, weight: number): FundingSum {
  return { points, weight, mean: weight > 0 ? points / weight : null };
}
