import type { Condition } from '../engine/condition.ts';
import type { Text } from '../engine/text.ts';
import type { Base, Mapping, Recode } from './comparability-schema.ts';
import { composeMappings, joinScales } from './recode.ts';
import type { TrendLink } from './trend-link.ts';

/**
 * What is drawn of a segment. `recode` null: the figure as asked. `base`: only the people whom the versions
 * have in common, `condition` null where that is everybody asked.
 */
export type Indicator = {
  recode: { common: Recode['common']; mapping: Mapping } | null;
  base: { label: Text; condition: Condition | null } | null;
};
/** A run of rounds that continue one another, and its link to the run before it (null: the first). */
export type Run = { link: TrendLink | null; versions: readonly number[] };
export type RunIndicator = { link: TrendLink | null; indicator: Indicator };

type Group = { runs: Run[]; common: Recode['common'] | null; mappings: (Mapping | null)[]; base: Base | null };

/**
 * What to draw of each run, so that neighbours that are recodable show one indicator on one scale. Where the
 * scales of several neighbours have nothing in common, or a common base would have to reach over a third
 * version, the link becomes a break.
 */
export function indicatorsOf(runs: readonly Run[]): RunIndicator[] {
  const groups: { group: Group; link: TrendLink | null }[] = [];
  for (const run of runs) {
    const current = groups.at(-1)?.group;
    const added = current && run.link ? addTo(current, run, run.link) : run.link;
    if (added === 'added') continue;
    groups.push({ group: { runs: [run], common: null, mappings: [null], base: null }, link: added ?? null });
  }
  return groups.flatMap(({ group, link }) =>
    group.runs.map((run, index) => ({ link: index === 0 ? link : run.link, indicator: indicatorOf(group, index) })),
  );
}

/** Adds a run to a group, or tells the break that keeps it out. */
function addTo(group: Group, run: Run, link: TrendLink): 'added' | TrendLink {
  if (link.kind === 'break' || link.kind === 'continues') return link;
  const refused = (reason: 'no_common_scale' | 'no_common_base'): TrendLink => ({
    kind: 'break',
    reason,
    notes: link.notes,
  });
  const base = link.kind === 'recoded' ? link.base : null;
  const alone = group.runs.length === 1 && [group.runs[0], run].every((one) => one?.versions.length === 1);
  if (group.base || (base && !alone)) return refused('no_common_base');
  const recode = link.kind === 'recoded' ? link.recode : null;
  if (!recode) group.mappings.push(group.mappings.at(-1) ?? null);
  else if (!addRecode(group, recode)) return refused('no_common_scale');
  group.base = base;
  group.runs.push(run);
  return 'added';
}

function addRecode(group: Group, recode: Recode): boolean {
  const met = group.mappings.at(-1) ?? null;
  if (!group.common || !met) {
    group.common = recode.common;
    group.mappings = [...group.mappings.map(() => recode.from), recode.to];
    return true;
  }
  const joined = joinScales({ common: group.common, met }, { common: recode.common, met: recode.from });
  if (!joined) return false;
  group.common = joined.common;
  group.mappings = [
    ...group.mappings.map((mapping) => composeMappings(mapping ?? {}, joined.first)),
    composeMappings(recode.to, joined.second),
  ];
  return true;
}

function indicatorOf({ common, mappings, base }: Group, index: number): Indicator {
  const mapping = mappings[index] ?? null;
  return {
    recode: common && mapping ? { common, mapping } : null,
    base: base && { label: base.label, condition: index === 0 ? base.from : base.to },
  };
}
