import type { Text } from '../engine/text.ts';
import type { ComparabilityMap, UnitRelation } from './comparability-schema.ts';

/** What a figure is of: a code of a list, or several codes whose sum is shown as one. */
export type Unit = { list: string; codes: readonly string[] };
export type UnitLink =
  | { kind: 'same'; note: Text | null }
  /** One of the two is the sum that stands for the other. */
  | { kind: 'summed'; note: Text }
  | { kind: 'broken'; note: Text | null };

/**
 * How a unit stands to itself at an earlier time. A renamed unit is the same. A merged or split one is shown
 * only from the change on, or as a declared sum (rule: statistics 4, rule 5).
 *
 * @example unitLink(maps, { list: 'institutions', codes: ['A', 'B'] }, { list: 'institutions', codes: ['C'] }).kind // 'summed'
 */
export function unitLink(maps: readonly ComparabilityMap[], from: Unit | undefined, to: Unit | undefined): UnitLink {
  if (!from || !to) return from === to ? { kind: 'same', note: null } : { kind: 'broken', note: null };
  if (from.list !== to.list) return { kind: 'broken', note: null };
  if (isSame(from.codes, to.codes)) return { kind: 'same', note: null };
  const relations = unitsOf(maps, from.list);
  let codes = from.codes;
  let summed: Text | null = null;
  let note: Text | null = null;
  for (const relation of relations) {
    if (!isSame(relation.from, codes)) continue;
    if (relation.kind !== 'renamed' && !relation.sum) return { kind: 'broken', note: relation.note };
    codes = relation.to;
    note = relation.note;
    if (relation.kind !== 'renamed') summed = relation.note;
    if (isSame(codes, to.codes)) return summed ? { kind: 'summed', note: summed } : { kind: 'same', note };
  }
  return { kind: 'broken', note: lastChange(relations, from, to) };
}

/**
 * What a unit was before its latest change, for whoever gathers the earlier points of its trend: the codes to
 * take, or none where earlier points are not shown. null: it has always been what it is.
 *
 * @example earlierUnit(maps, { list: 'institutions', codes: ['C'] }) // { since: '2024-01-01', codes: ['A', 'B'], note }
 */
export function earlierUnit(
  maps: readonly ComparabilityMap[],
  unit: Unit,
): { since: string; codes: readonly string[] | null; note: Text } | null {
  const relations = unitsOf(maps, unit.list);
  const whole = relations.findLast((relation) => isSame(relation.to, unit.codes));
  if (whole) {
    const shown = whole.kind === 'renamed' || whole.sum === true;
    return { since: whole.since, codes: shown ? whole.from : null, note: whole.note };
  }
  const part = relations.findLast(({ to }) => unit.codes.some((code) => to.includes(code)));
  return part ? { since: part.since, codes: null, note: part.note } : null;
}

/** All changes of a list's codes that the maps declare, in order of time. */
function unitsOf(maps: readonly ComparabilityMap[], list: string): UnitRelation[] {
  return maps
    .flatMap(({ units }) => units)
    .filter((relation) => relation.list === list)
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function lastChange(relations: readonly UnitRelation[], from: Unit, to: Unit): Text | null {
  const touched = relations.findLast(
    (relation) =>
      relation.from.some((code) => from.codes.includes(code)) || relation.to.some((code) => to.codes.includes(code)),
  );
  return touched?.note ?? null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}
