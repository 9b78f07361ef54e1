import type { Text } from '../engine/text.ts';
import { composeMappings, joinScales } from './recode.ts';
import type { Base, ComparabilityMap, MapItem, Recode } from './comparability-schema.ts';

/** An item as one version asks it. */
export type ItemVersion = { version: number; item: string };

/**
 * How the figures of an item in one version stand to those in a later one.
 * - `continues`: as asked, they are comparable.
 * - `recoded`: on the classes of a common scale, a common base, or both. Without a recode the scale is the same.
 * - `broken`: not comparable.
 */
export type Relation =
  | { kind: 'continues'; note: Text | null }
  | { kind: 'recoded'; recode: Recode | null; base: Base | null; note: Text | null }
  | { kind: 'broken'; reason: BreakReason; note: Text | null };
/**
 * Why figures are not comparable: as declared; `undeclared`: no map relates them; `no_common_scale` and
 * `no_common_base`: each step is declared recodable, but all of them together have nothing in common.
 */
export type BreakReason = 'concept_only' | 'broken' | 'undeclared' | 'no_common_scale' | 'no_common_base';

const UNDECLARED: Relation = { kind: 'broken', reason: 'undeclared', note: null };

/**
 * The relation of an item to itself in another version. A map of just these two versions decides; otherwise
 * the maps in between are followed one after another: the worst match on the way holds, and recodes are
 * composed where they meet on one scale (rule: statistics 4).
 *
 * @example relationOf(maps, { version: 1, item: 'job_in_field' }, { version: 2, item: 'job_in_field' }).kind // 'recoded'
 */
export function relationOf(maps: readonly ComparabilityMap[], from: ItemVersion, to: ItemVersion): Relation {
  if (from.version === to.version) return from.item === to.item ? { kind: 'continues', note: null } : UNDECLARED;
  if (from.version > to.version) return UNDECLARED;
  const direct = declared(maps, from, to.version);
  if (direct) return direct.to === to.item ? relation(direct) : UNDECLARED;
  return along(maps, from, to) ?? UNDECLARED;
}

/**
 * The code of an item in another version, as the maps relate it, whatever the match; null where that version
 * does not ask it or no map leads there.
 *
 * @example codeIn(maps, { version: 1, item: 'job_remote' }, 2) // null
 */
export function codeIn(
  maps: readonly ComparabilityMap[],
  { version, item }: ItemVersion,
  other: number,
): string | null {
  if (version === other) return item;
  const forward = version < other;
  for (const map of maps.filter((one) => (forward ? one.from : one.to) === version)) {
    const next = forward ? map.to : map.from;
    if (forward ? next > other : next < other) continue;
    const found = map.items.find((one) => (forward ? one.from : one.to) === item);
    const code = forward ? found?.to : found?.from;
    if (!code) continue;
    const there = codeIn(maps, { version: next, item: code }, other);
    if (there !== null) return there;
  }
  return null;
}

function along(maps: readonly ComparabilityMap[], from: ItemVersion, to: ItemVersion): Relation | null {
  for (const map of maps) {
    if (map.from !== from.version || map.to >= to.version) continue;
    const step = map.items.find((item) => item.from === from.item);
    if (!step?.to) continue;
    const first = relation(step);
    const rest = relationOf(maps, { version: map.to, item: step.to }, to);
    if (rest.kind === 'broken' && rest.reason === 'undeclared') continue;
    return chained(first, rest);
  }
  return null;
}

function chained(first: Relation, rest: Relation): Relation {
  if (first.kind === 'broken') return first;
  if (rest.kind === 'broken') return rest;
  const note = rest.note ?? first.note;
  // A base is selected by questions of the two versions that declare it: a third may ask them otherwise.
  if ((first.kind === 'recoded' && first.base) || (rest.kind === 'recoded' && rest.base)) {
    return { kind: 'broken', reason: 'no_common_base', note };
  }
  if (first.kind === 'continues') return rest.kind === 'continues' ? { kind: 'continues', note } : { ...rest, note };
  if (rest.kind === 'continues' || !first.recode || !rest.recode) return { ...first, note: first.note ?? rest.note };
  const recode = composed(first.recode, rest.recode);
  return recode ? { kind: 'recoded', recode, base: null, note } : { kind: 'broken', reason: 'no_common_scale', note };
}

function composed(first: Recode, rest: Recode): Recode | null {
  const joined = joinScales({ common: first.common, met: first.to }, { common: rest.common, met: rest.from });
  return (
    joined && {
      common: joined.common,
      from: composeMappings(first.from, joined.first),
      to: composeMappings(rest.to, joined.second),
    }
  );
}

function declared(maps: readonly ComparabilityMap[], from: ItemVersion, to: number): MapItem | undefined {
  return maps
    .find((map) => map.from === from.version && map.to === to)
    ?.items.find(({ from: code }) => code === from.item);
}

function relation({ match, recode, base, note }: MapItem): Relation {
  switch (match) {
    case 'identical':
    case 'editorial':
      return { kind: 'continues', note: note ?? null };
    case 'recodable':
      return { kind: 'recoded', recode: recode ?? null, base: base ?? null, note: note ?? null };
    case 'concept_only':
    case 'broken':
      return { kind: 'broken', reason: match, note: note ?? null };
    case undefined:
      return { kind: 'broken', reason: 'undeclared', note: note ?? null };
    default:
      return match satisfies never;
  }
}
