import { biasFlags, reliability, type Reliability } from '../statistics/reliability.ts';
import { balance, type CategoryBalance } from '../statistics/representativeness.ts';
import type { SafePopulation } from './safe-table.ts';

export type { Reliability } from '../statistics/reliability.ts';

/** One characteristic of the register: its published categories, among all graduates and among respondents (0–1). */
export type Characteristic = { code: string; categories: readonly CategoryBalance[]; largest: number };

/** What a release says of who answered: how far chance reaches, and the two signs of possible bias. */
export type Representativeness = {
  reliability: Reliability;
  lowRate: boolean;
  /** A characteristic differs by more than 10 points; false where none is published. */
  unlike: boolean;
  characteristics: readonly Characteristic[];
};

/**
 * How far the respondents of a published population stand for all of it, from published sizes alone: its own
 * and those of its parts by a register characteristic. People of no published part are taken together, so that
 * nothing is said that a reader could not subtract. Source: `reliability`, `balance`.
 *
 * Example: 41 of 112, and of them women 36 of 86 → women 0.88 of the respondents, 0.77 of all; unlike.
 */
export function representativenessOf(whole: SafePopulation, parts: readonly SafePopulation[]): Representativeness {
  const codes = [...new Set(parts.map(({ split }) => split))];
  const characteristics = codes.flatMap((code) =>
    characteristicOf(
      whole,
      code,
      parts.filter(({ split }) => split === code),
    ),
  );
  const largest = Math.max(0, ...characteristics.map((one) => one.largest));
  const rate = whole.target > 0 ? whole.respondents / whole.target : 0;
  return {
    reliability: reliability(whole.respondents, rate, largest),
    ...biasFlags(rate, largest),
    characteristics,
  };
}

function characteristicOf(whole: SafePopulation, code: string, parts: readonly SafePopulation[]): Characteristic[] {
  const published = parts.map(({ split_value, target, respondents }) => ({
    code: split_value,
    population: target,
    n: respondents,
  }));
  const population = whole.target - published.reduce((sum, part) => sum + part.population, 0);
  const n = whole.respondents - published.reduce((sum, part) => sum + part.n, 0);
  if (n < 0 || population < n) return []; // parts of another population: nothing can be said
  const found = balance([...published, ...(population > 0 ? [{ code: '', population, n }] : [])]);
  if (!found) return [];
  return [{ code, categories: found.categories.filter((one) => one.code !== ''), largest: found.largest }];
}
