import type { Catalogue } from './catalogue.ts';
import { createElimination, insert, isNothing, remainder, sumOf } from './elimination.ts';
import { FIRST_PRIME } from './modular.ts';
import { RULES } from './rules.ts';

/** How much a release hides, over the nation: for those who decide on publishing. Degrees with answers alone count. */
export type WhatRulesHide = {
  degrees: number;
  shown: number;
  /** Degrees in which fewer than five people answered. */
  small: number;
  /** Larger degrees that are hidden, so that no small one can be worked out from what is shown. */
  protecting: number;
  /** Small degrees that could be worked out by subtraction if only those below the threshold were hidden. */
  told: number;
};

/**
 * Counts what the rules hide and what a reader could work out if the threshold were the only rule: sums of
 * published populations, and differences of them, that are a small degree (Gaussian elimination).
 *
 * Example: a field with degrees of 12, 20 and 3 answers → one small degree, told by 35 − 12 − 20, and one of the
 * others hidden to protect it.
 */
export function whatRulesHide(
  { atoms, populations }: Catalogue,
  respondents: readonly number[],
  open: ReadonlySet<number>,
): WhatRulesHide {
  const answered = (index: number): number => respondents[index] ?? 0;
  const degrees = populations.flatMap(({ level, split }, index) =>
    level === 'degree' && split === '' && answered(index) > 0 ? [index] : [],
  );
  const small = degrees.filter((index) => answered(index) < RULES.threshold);
  const large = populations.flatMap(({ split }, index) =>
    split === '' && answered(index) >= RULES.threshold ? [index] : [],
  );
  const system = createElimination(atoms.length, FIRST_PRIME, large.length);
  for (const index of large) insert(system, sumOf(populations[index]?.atoms ?? []));
  const told = small.filter((index) => isNothing(remainder(system, sumOf(populations[index]?.atoms ?? []))));
  const shown = degrees.filter((index) => open.has(index));
  const hidden = degrees.length - shown.length;
  return {
    degrees: degrees.length,
    shown: shown.length,
    small: small.length,
    protecting: hidden - small.filter((index) => !open.has(index)).length,
    told: told.length,
  };
}
