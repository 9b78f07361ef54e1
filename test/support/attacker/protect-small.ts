import { makeCatalogue, type Atom, type Target } from '../../../server/disclosure/catalogue.ts';
import type { ProtectedRelease } from '../../../server/disclosure/finish-release.ts';
import { protectRelease } from '../../../server/disclosure/protect-release.ts';
import type { Switches } from '../../../server/disclosure/switches.ts';
import { createTally } from '../../../server/statistics/tally.ts';
import { valuesOf, type SmallNation } from './world.ts';

/** The release of a small nation, made as the product makes it. */
export function protectSmall(nation: SmallNation, switches: Partial<Switches> = {}): ProtectedRelease {
  const { survey, aggregations, degrees, splits } = nation;
  const atoms = new Map<string, Atom>();
  const parts = new Map<string, Atom>();
  const targets: Target[] = [];
  const tally = createTally(aggregations);
  for (const one of degrees) {
    const { institution, degree, target, answers } = one;
    targets.push({ institution, degree, split: '', split_value: '', target });
    for (const [person, said] of answers.entries()) {
      const values = valuesOf(nation, one, person);
      const key = [institution, degree, ...values].join('/');
      const place = `${institution}/${degree}`;
      atoms.set(place, { key: place, institution, degree, values: [], current: true });
      parts.set(key, { key, institution, degree, values, current: true });
      tally.add([...new Set([place, key])], said);
      for (const [place, split] of splits.entries()) {
        targets.push({ institution, degree, split, split_value: values[place] ?? '', target: 1 });
      }
    }
  }
  const fieldOf = new Map(degrees.map(({ degree, field }) => [degree, field]));
  const catalogue = makeCatalogue({ splits: [], targets, atoms: [...atoms.values()], fieldOf });
  const divided =
    splits.length > 0 ? { divided: makeCatalogue({ splits, targets, atoms: [...parts.values()], fieldOf }) } : {};
  return protectRelease({ survey, aggregations, catalogue, ...divided, tally, switches });
}
