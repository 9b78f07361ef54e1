import { protectRelease, type ProtectedRelease } from '../../../server/disclosure/protect-release.ts';
import { populationKeys, releaseTree } from '../../../server/disclosure/release-tree.ts';
import { createTally } from '../../../server/statistics/tally.ts';
import type { SmallNation } from './world.ts';

/** The release of a small nation, made as the product makes it. */
export function protectSmall(nation: SmallNation, protect: typeof protectRelease = protectRelease): ProtectedRelease {
  const { survey, aggregations, degrees } = nation;
  const tree = releaseTree(degrees, new Map(degrees.map(({ degree, field }) => [degree, field])));
  const keysOf = populationKeys(tree);
  const tally = createTally(aggregations);
  for (const { institution, degree, answers } of degrees) {
    for (const person of answers) tally.add(keysOf(institution, degree) ?? [], person);
  }
  return protect({ survey, aggregations, nation: tree, tally });
}
