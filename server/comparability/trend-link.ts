import type { Text } from '../engine/text.ts';
import type { Base, ComparabilityMap, Recode } from './comparability-schema.ts';
import { relationOf, type BreakReason } from './relation-of.ts';
import { unitLink, type Unit } from './unit-link.ts';

/** Where a figure comes from: the version and code under which the item was asked, and the unit. */
export type Asked = { version: number; item: string; unit?: Unit };

/** How two rounds in which an item was asked follow one another in a trend. */
export type TrendLink =
  | { kind: 'continues'; notes: readonly Text[] }
  | { kind: 'recoded'; recode: Recode | null; base: Base | null; notes: readonly Text[] }
  /** Another unit, of which one is the declared sum. */
  | { kind: 'summed'; notes: readonly Text[] }
  | { kind: 'break'; reason: BreakReason | 'unit' | 'mean'; notes: readonly Text[] };

/** What a trend draws: shares of categories, or a figure made of scores (mean, gap, deviation). */
export type Figure = 'shares' | 'scores';

/**
 * The link of two rounds, read from the maps and nothing else. Figures made of scores do not survive a recode:
 * scales of different length have no common mean (rule: statistics 4, rule 2).
 */
export function trendLink(maps: readonly ComparabilityMap[], from: Asked, to: Asked, figure: Figure): TrendLink {
  const relation = relationOf(maps, from, to);
  const unit = unitLink(maps, from.unit, to.unit);
  const notes = [relation.note, unit.note].filter((note) => note !== null);
  if (relation.kind === 'broken') return { kind: 'break', reason: relation.reason, notes };
  if (unit.kind === 'broken') return { kind: 'break', reason: 'unit', notes };
  if (relation.kind === 'recoded') {
    if (relation.recode && figure === 'scores') return { kind: 'break', reason: 'mean', notes };
    return { kind: 'recoded', recode: relation.recode, base: relation.base, notes };
  }
  return { kind: unit.kind === 'summed' ? 'summed' : 'continues', notes };
}
