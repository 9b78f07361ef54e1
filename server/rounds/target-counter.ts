import type { Background } from '../engine/condition.ts';
import { periodOf } from '../releases/release-meta.ts';

/** How many of the target population there are in one group; `split` is '' for all of a degree. */
export type TargetCount = { institution: string; degree: string; split: string; split_value: string; target: number };

export type CountedPerson = { institution: string; degree: string; graduation_date: string; background: Background };

export type TargetCounter = {
  add: (person: CountedPerson) => void;
  /** Every group that has people, in the order in which they came. */
  counts: () => TargetCount[];
  /** Their graduation years as a release names them: '2020', '2019-2020'. */
  years: () => string;
};

/**
 * Counts a target population by institution and degree, and within these by one split at a time: the
 * N of every report, from a round as from files.
 */
export function makeTargetCounter(splits: readonly string[]): TargetCounter {
  const counts = new Map<string, TargetCount>();
  const years = new Set<string>();
  const count = (group: Omit<TargetCount, 'target'>) => {
    const key = JSON.stringify([group.institution, group.degree, group.split, group.split_value]);
    const found = counts.get(key);
    if (found) found.target += 1;
    else counts.set(key, { ...group, target: 1 });
  };
  return {
    add({ institution, degree, graduation_date, background }) {
      count({ institution, degree, split: '', split_value: '' });
      for (const split of splits) count({ institution, degree, split, split_value: background[split] ?? '' });
      years.add(graduation_date.slice(0, 4));
    },
    counts: () => [...counts.values()],
    years: () => periodOf(years),
  };
}
