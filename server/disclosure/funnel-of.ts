import { funnelLimits, type FunnelLimits } from '../statistics/funnel-limits.ts';
import type { SafeCell } from './safe-table.ts';

/** Where a share lies: within the limits, outside the 95 % ones, or outside the 99.8 % ones as well. */
export type FunnelPlace = 'inside' | 'outside_95' | 'outside_998';
export type FunnelUnit = { key: string; n: number; share: number; place: FunnelPlace };
export type Funnel = {
  target: number;
  units: readonly FunnelUnit[];
  limitsAt: (n: number) => { wide: FunnelLimits; narrow: FunnelLimits };
};

const NARROW = 0.95;
const WIDE = 0.998;

/**
 * The share of some categories in every unit of a group beside the group's own, with limits of what chance
 * does at each number of answers. From cells that are shown exactly, and nothing else: a unit without one is
 * absent, and without the group's own cell there is no funnel (null). No order is made of the units.
 *
 * Example: 33 of 41 with a target of 0.8 → { n: 41, share: 0.805, place: 'inside' }.
 */
export function funnelOf(
  group: SafeCell | undefined,
  units: readonly { key: string; cell: SafeCell | undefined }[],
  categories: readonly string[],
): Funnel | null {
  const target = shareIn(group, categories);
  if (!target) return null;
  const limitsAt = (n: number) => ({
    wide: funnelLimits(target.share, n, WIDE),
    narrow: funnelLimits(target.share, n, NARROW),
  });
  const placed = units.flatMap(({ key, cell }): FunnelUnit[] => {
    const found = shareIn(cell, categories);
    return found ? [{ key, ...found, place: placeOf(found.share, limitsAt(found.n)) }] : [];
  });
  return { target: target.share, units: placed, limitsAt };
}

function shareIn(cell: SafeCell | undefined, codes: readonly string[]): { n: number; share: number } | null {
  if (cell?.status !== 'exact') return null;
  const chosen = cell.categories.reduce((sum, { code, count }) => sum + (codes.includes(code) ? count : 0), 0);
  return { n: cell.n, share: chosen / cell.n };
}

function placeOf(share: number, { wide, narrow }: { wide: FunnelLimits; narrow: FunnelLimits }): FunnelPlace {
  const isIn = ({ low, high }: FunnelLimits) => share >= low && share <= high;
  if (isIn(narrow)) return 'inside';
  return isIn(wide) ? 'outside_95' : 'outside_998';
}
