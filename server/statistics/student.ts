import type { Summary } from './mean.ts';
import { tStatistic, type TTest } from './t-test.ts';

/**
 * Student's test of two means with one variance from both groups: t = d/√(s²(1/n₁ + 1/n₂)), s² =
 * ((n₁ − 1)s₁² + (n₂ − 1)s₂²)/(n₁ + n₂ − 2). It asks whether the groups could be two draws from the same
 * people. Beside a large group a small one then hardly bears on s², so that a chance lack of spread in it
 * makes no false alarm; a group that truly spreads more makes some, which `welch` beside it holds back.
 * null for fewer than two answers on a side. Source: Student 1908.
 *
 * Example: the counts of S17 (tests) → { t: 2.077737, df: 46, p: 0.043342 }.
 */
export function student(one: Summary, other: Summary): TTest | null {
  if (one.n < 2 || other.n < 2) return null;
  const df = one.n + other.n - 2;
  const variance = ((one.n - 1) * one.variance + (other.n - 1) * other.variance) / df;
  return tStatistic(one.mean - other.mean, variance * (1 / one.n + 1 / other.n), df);
}
