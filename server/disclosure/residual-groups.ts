import type { ReleaseUnit } from './release-tree.ts';
import type { SafePopulation } from './safe-table.ts';

/** Populations shown together only. One set of members is one population, whatever the question. */
export type ResidualGroups = {
  /** The group of these children of `parent`, made at its first mention. */
  groupOf: (parent: ReleaseUnit, members: readonly ReleaseUnit[]) => SafePopulation;
  /** All groups so far, in order of first mention. */
  all: () => SafePopulation[];
};

/**
 * Keeps the residual groups of a release. Keys are numbered within their parent in order of first
 * mention ('others/field/7/1'), which is the same whenever the same release is built.
 * `respondents` of a population by key.
 */
export function residualGroups(respondents: (key: string) => number): ResidualGroups {
  const groups = new Map<string, SafePopulation>();
  const counted = new Map<string, number>();
  return {
    groupOf: (parent, members) => {
      const codes = members.map(codeOf).toSorted();
      const identity = [parent.key, ...codes].join('|');
      const existing = groups.get(identity);
      if (existing) return existing;
      const number = (counted.get(parent.key) ?? 0) + 1;
      counted.set(parent.key, number);
      const group: SafePopulation = {
        key: `others/${parent.key}/${number}`,
        level: 'others',
        institution: '',
        field: parent.field,
        degree: '',
        members: codes,
        target: members.reduce((total, { target }) => total + target, 0),
        respondents: members.reduce((total, { key }) => total + respondents(key), 0),
      };
      groups.set(identity, group);
      return group;
    },
    all: () => [...groups.values()],
  };
}

/** A field's code, or 'institution-degree'. */
function codeOf({ level, institution, field, degree }: ReleaseUnit): string {
  return level === 'degree' ? `${institution}-${degree}` : field;
}
