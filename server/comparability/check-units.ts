import type { Finding } from '../engine/finding.ts';
import type { Survey } from '../engine/survey.ts';
import { successorsOf } from '../engine/codes-in-time.ts';
import type { UnitRelation } from './comparability-schema.ts';
import { unitLists } from './unit-lists.ts';

const SHAPES = {
  merged: { from: 'several codes', to: 'one code', fits: (from: number, to: number) => from > 1 && to === 1 },
  renamed: { from: 'one code', to: 'one other code', fits: (from: number, to: number) => from === 1 && to === 1 },
  split: { from: 'one code', to: 'several codes', fits: (from: number, to: number) => from === 1 && to > 1 },
} as const;

/**
 * Everything wrong with the relations of units: lists that are no units of the survey, unknown codes, a merger of
 * one, a code that went twice, a change that the list itself tells otherwise.
 *
 * @example checkUnits([{ kind: 'merged', list: 'fields', from: ['1', '99'], to: ['2'], … }], v1, v2)[0].rule // 'unknown_unit'
 */
export function checkUnits(units: readonly UnitRelation[], from: Survey, to: Survey): Finding[] {
  return [
    ...units.flatMap((unit, index) => {
      const place = `units[${index}]`;
      const known = new Set([...unitLists(from), ...unitLists(to)]);
      if (!known.has(unit.list)) return [unknownList(unit, place, [...known])];
      return [...checkShape(unit, place), ...checkCodes(unit, place, from, to), ...checkSuccessors(unit, place, to)];
    }),
    ...checkTwice(units),
  ];
}

function unknownList({ list }: UnitRelation, place: string, known: readonly string[]): Finding {
  const message = `"${list}" is no list of units of this survey. Its reports are about: ${known.join(', ')}.`;
  return { place: `${place}.list`, rule: 'unknown_unit_list', message };
}

/** A list that says what became of a code, and a map that says something else, cannot both be right. */
function checkSuccessors({ list, from, to: into }: UnitRelation, place: string, to: Survey): Finding[] {
  const entries = to.lists.get(list);
  return from.flatMap((code, index) => {
    const became = entries?.codes.find((entry) => entry.code === code)?.replacedBy;
    if (!entries || !became || became.every((one) => into.includes(one))) return [];
    if (successorsOf(entries, code).every((one) => into.includes(one))) return [];
    const message = `The list "${list}" says that "${code}" was replaced by ${became.join(', ')}, not by ${into.join(', ')}. Correct the map or the list.`;
    return [{ place: `${place}.from[${index}]`, rule: 'unit_against_list', message }];
  });
}

function checkShape({ kind, from, to, sum }: UnitRelation, place: string): Finding[] {
  const shape = SHAPES[kind];
  const same = kind === 'renamed' && from[0] === to[0];
  const repeated = new Set(from).size < from.length || new Set(to).size < to.length;
  const findings: Finding[] = [];
  if (!shape.fits(from.length, to.length) || same || repeated) {
    const message = `"${kind}" leads from ${shape.from} to ${shape.to}, not from ${from.join(', ')} to ${to.join(', ')}. Correct the codes or the kind.`;
    findings.push({ place, rule: 'unit_shape', message });
  }
  if (kind === 'renamed' && sum) {
    const message = 'A renamed unit is the same unit: there is nothing to sum. Take `sum` away.';
    findings.push({ place: `${place}.sum`, rule: 'unit_shape', message });
  }
  return findings;
}

function checkCodes(unit: UnitRelation, place: string, from: Survey, to: Survey): Finding[] {
  const codesIn = (survey: Survey) => survey.lists.get(unit.list)?.codes.map(({ code }) => code) ?? [];
  // A list keeps codes that are no longer in use, so an old code may stand in either.
  const known = { from: new Set([...codesIn(from), ...codesIn(to)]), to: new Set(codesIn(to)) };
  return (['from', 'to'] as const).flatMap((side) =>
    unit[side].flatMap((code, index) => {
      if (known[side].has(code)) return [];
      const message = `The list "${unit.list}" has no code "${code}". Correct the code, or add it to the list: codes that are out of use stay in it.`;
      return [{ place: `${place}.${side}[${index}]`, rule: 'unknown_unit', message }];
    }),
  );
}

function checkTwice(units: readonly UnitRelation[]): Finding[] {
  const first = new Map<string, number>();
  return units.flatMap((unit, index) =>
    unit.from.flatMap((code) => {
      const key = `${unit.list} ${code} ${unit.since}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, index);
        return [];
      }
      const message = `"${code}" of "${unit.list}" already changed on ${unit.since} in units[${earlier}]. Write one relation for one change.`;
      return [{ place: `units[${index}].from`, rule: 'unit_related_twice', message }];
    }),
  );
}
