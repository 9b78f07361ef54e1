import { setImmediate } from 'node:timers/promises';
import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Deps } from '../deps.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { comparedLines } from './compared-lines.ts';
import { loadBefore, nameOfBefore } from './round-before.ts';
import { loadGroups } from './release-groups.ts';
import { findHighlights } from './highlights.ts';
import type { ReleaseHead } from './store.ts';

/** How many highlights a degree's report names; null where it has too few answers to look for any. */
export type HighlightCounts = ReadonlyMap<string, number | null>;
export type CountHighlights = (release: ReleaseHead, facts: CountFacts) => Promise<HighlightCounts>;
type CountFacts = { survey: Survey; report: ReportDefinition; degrees: readonly SafePopulation[] };

const AT_ONCE = 12;

/**
 * Counts the highlights of every degree of a release, by the same rule as each report, once for each
 * release: its rows never change. Degrees are taken a few at a time, so that others go on meanwhile.
 */
export function makeHighlightCounts(deps: Pick<Deps, 'db' | 'surveys'>): CountHighlights {
  const known = new Map<string, Promise<HighlightCounts>>();
  return async (release, facts) => {
    const key = `${release.id} ${release.built_on} ${await nameOfBefore(deps, release.id)}`;
    const counting = known.get(key) ?? countAll(deps, release, facts);
    known.set(key, counting);
    try {
      return await counting;
    } catch (error) {
      known.delete(key); // the next reader tries again
      throw error;
    }
  };
}

async function countAll(
  deps: Pick<Deps, 'db' | 'surveys'>,
  release: ReleaseHead,
  { survey, report, degrees }: CountFacts,
): Promise<HighlightCounts> {
  const lines = comparedLines({ survey, language: 'en' }, report);
  const items = [...new Set(lines.map(({ cell }) => cell))];
  const counts = new Map<string, number | null>();
  const byField = Map.groupBy(degrees, ({ field }) => field);
  for (const [field, own] of byField) {
    const key = `field/${field}`;
    const whole: SafePopulation = { ...PLACELESS, key, level: 'field', field };
    const fieldGroup = (await loadGroups(deps, release.id, { populations: [whole], items })).get(key) ?? null;
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const some = own.slice(from, from + AT_ONCE);
      const groups = await loadGroups(deps, release.id, { populations: some, items });
      const before = await loadBefore(deps, { release, keys: some.map((one) => one.key), lines });
      for (const population of some) {
        const mine = groups.get(population.key) ?? null;
        const shown = { own: mine, field: fieldGroup, nation: null, before: before?.cellsOf(population.key) ?? null };
        const found = findHighlights({ groups: shown }, lines);
        counts.set(population.key, 'list' in found ? found.list.length : null);
      }
      await setImmediate();
    }
  }
  return counts;
}

/** A field's cells are read by its key alone: its size is no part of a comparison. */
const PLACELESS = {
  institution: '',
  degree: '',
  split: '',
  split_value: '',
  members: [],
  target: 0,
  respondents: 0,
} as const;
