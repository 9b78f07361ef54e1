import type { ReleaseUnit } from './release-tree.ts';
import { RULES } from './rules.ts';
import { hideSmall } from './siblings.ts';

/** A shown population and all its children, in the order in which they are hidden first. */
export type FamilyUnits = {
  parent: ReleaseUnit;
  children: readonly ReleaseUnit[];
  /** Children that are no population of the release. They are hidden for every question too. */
  hidden: ReadonlySet<string>;
};

export type ProtectedPopulations = {
  /** Parents before children. Empty when even the nation is too small. */
  shown: readonly ReleaseUnit[];
  /** Families of the shown parents, parents' families first. */
  families: readonly FamilyUnits[];
};

/**
 * Which populations of the tree may be spoken of, by the threshold on respondents and the sibling
 * rule (first pass; there are no answers yet). Children of a hidden population are hidden.
 *
 * Example: degrees with 12, 7, 3 and 20 respondents → those with 12 and 20 are shown.
 */
export function protectPopulations(nation: ReleaseUnit, respondents: (key: string) => number): ProtectedPopulations {
  if (respondents(nation.key) < RULES.threshold) return { shown: [], families: [] };
  const shown: ReleaseUnit[] = [nation];
  const families: FamilyUnits[] = [];
  for (const parent of shown) {
    if (parent.children.length === 0) continue;
    const children = inOrder(parent.children, respondents);
    const hidden = hiddenAmong(children, respondents);
    families.push({ parent, children, hidden });
    // The loop goes on to what is pushed here: the families of the shown children.
    shown.push(...children.filter(({ key }) => !hidden.has(key)));
  }
  return { shown, families };
}

/** By respondents, then by key: the one order in which children are hidden, for all questions. */
function inOrder(children: readonly ReleaseUnit[], respondents: (key: string) => number): ReleaseUnit[] {
  return children.toSorted((a, b) => respondents(a.key) - respondents(b.key) || (a.key < b.key ? -1 : 1));
}

function hiddenAmong(children: readonly ReleaseUnit[], respondents: (key: string) => number): ReadonlySet<string> {
  const family = hideSmall(
    children.map(({ key }) => ({ key, n: respondents(key), people: respondents(key), hidden: false })),
    RULES.threshold,
  );
  return family.kind === 'children' ? family.combined : new Set(children.map(({ key }) => key));
}
