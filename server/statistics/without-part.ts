import type { Summary } from './mean.ts';

/**
 * Number, mean and sample variance of a group without one part of it, from those of the group and of the
 * part: n = nW − nP, the sum and the sum of squares likewise, so that the result is that of the other
 * people alone. null where the part is larger than the group. Source: sums of squares about a mean,
 * (n − 1)s² + n·x̄² = Σx² (any textbook, e.g. Chan, Golub and LeVeque 1983).
 *
 * Example: 1, 2, 3, 4, 5 without 1, 2 → 3, 4, 5: { n: 3, mean: 4, variance: 1 }.
 */
export function withoutPart(whole: Summary, part: Summary): Summary | null {
  const n = whole.n - part.n;
  if (n < 0) return null;
  if (n === 0) return { n: 0, mean: 0, variance: 0 };
  const mean = (whole.n * whole.mean - part.n * part.mean) / n;
  const about = ({ n: people, mean: centre, variance }: Summary) =>
    Math.max(0, people - 1) * variance + people * (centre - mean) ** 2;
  // Squares about the rest's own mean, so that no two large numbers are taken from each other.
  const squares = Math.max(0, about(whole) - about(part));
  return { n, mean, variance: n < 2 ? 0 : squares / (n - 1) };
}
