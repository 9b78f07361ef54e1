import type { Catalogue } from './catalogue.ts';
import type { SafePopulation } from './safe-table.ts';

/** Populations shown together only. One set of members is one population, whatever the question. */
export type ResidualGroups = {
  /** The group of these parts of a population, made at its first mention. */
  groupOf: (parent: number, members: readonly number[]) => SafePopulation;
  /** All groups so far, in order of first mention. */
  all: () => SafePopulation[];
};

/**
 * Keeps the residual groups of a release. Keys are numbered within their parent in order of first
 * mention ('others/field/7/1'), which is the same whenever the same release is built.
 * `respondents` by population.
 */
export function residualGroups({ populations }: Catalogue, respondents: readonly number[]): ResidualGroups {
  const groups = new Map<string, SafePopulation>();
  const counted = new Map<string, number>();
  return {
    groupOf: (parent, members) => {
      const of = populations[parent];
      if (!of) throw new Error('a group of nothing');
      const identity = [parent, ...members].join('|');
      const existing = groups.get(identity);
      if (existing) return existing;
      const number = (counted.get(of.key) ?? 0) + 1;
      counted.set(of.key, number);
      const codes = members.flatMap((member) => {
        const { institution = '', degree = '' } = populations[member] ?? {};
        return [`${institution}-${degree}`];
      });
      const group: SafePopulation = {
        key: `others/${of.key}/${number}`,
        level: 'others',
        institution: of.institution,
        field: of.field,
        degree: '',
        split: '',
        split_value: '',
        members: codes.toSorted(),
        target: members.reduce((total, member) => total + (populations[member]?.target ?? 0), 0),
        respondents: members.reduce((total, member) => total + (respondents[member] ?? 0), 0),
      };
      groups.set(identity, group);
      return group;
    },
    all: () => [...groups.values()],
  };
}
