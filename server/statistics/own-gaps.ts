import type { ComparedItem } from './compare-item.ts';
import { sum, type Figure } from './figure.ts';
import { mean } from './mean.ts';

/** The gap of one skill in one's own group, with that of the group compared with (null without one). */
export type OwnGap = { code: string; n: number; gap: Figure; other: { n: number; value: number } | null };

/**
 * The skills of which work clearly asks more than the studies gave: gaps of `fewest` pairs or more
 * whose 95 % paired t interval (without finite population correction) lies above 0. Ordered by the
 * lower end of the interval, largest first, then by page order. Nearly every degree has such gaps, so
 * one alone is no news. `fewestOther` answers are needed to show the other group's gap beside.
 *
 * Example: gaps of 1.9 ± 0.4 and 2.0 ± 0.9 → the first one stands first (1.5 against 1.1).
 */
export function ownGaps(items: readonly ComparedItem[], fewest: number, fewestOther: number): OwnGap[] {
  return items
    .flatMap((item): OwnGap[] => {
      if (item.measure !== 'gap' || sum(item.own) < fewest) return [];
      const gap = mean(item.own, item.scores, Infinity);
      const beside = sum(item.other) >= fewestOther ? mean(item.other, item.scores, Infinity) : null;
      const other = beside && { n: sum(item.other), value: beside.value };
      return gap && gap.low > 0 ? [{ code: item.code, n: sum(item.own), gap, other }] : [];
    })
    .toSorted((a, b) => b.gap.low - a.gap.low);
}
