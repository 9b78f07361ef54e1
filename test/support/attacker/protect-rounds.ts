import { makeCatalogue, type Atom, type Catalogue, type Target } from '../../../server/disclosure/catalogue.ts';
import type { ProtectedRelease } from '../../../server/disclosure/finish-release.ts';
import { protectRelease } from '../../../server/disclosure/protect-release.ts';
import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import type { Switches } from '../../../server/disclosure/switches.ts';
import type { ToldRelease } from '../../../server/disclosure/told-release.ts';
import type { PooledRound, Window } from '../../../server/disclosure/window-catalogue.ts';
import { createTally, type Tally } from '../../../server/statistics/tally.ts';
import type { SmallNation } from './world.ts';

/** Rounds of small nations in order of time, each released as the product does: the last two and its own together. */
export function protectRounds(
  nations: readonly SmallNation[],
  {
    windows: off,
    questions,
    from = 2,
  }: {
    /** Rules that are off for windows. */
    windows?: Partial<Switches>;
    /** Questions that ask in all rounds the same. */
    questions?: readonly string[];
    /** Fewest rounds that are taken together. */
    from?: number;
  } = {},
): ProtectedRelease[] {
  const released: ProtectedRelease[] = [];
  const others: PooledRound[] = [];
  for (const [index, nation] of nations.entries()) {
    const { survey, aggregations } = nation;
    const period = String(2018 + index);
    const { catalogue, tally, targets } = counted(nation);
    const inside = [...others.slice(-2).map((one) => one.period), period];
    const windows: Window[] = inside.length >= from ? [{ period: `${inside[0]}-${period}`, rounds: inside }] : [];
    const pooling = { period, targets, others: [...others], windows, ...(off ? { switches: off } : {}) };
    const release = protectRelease({ survey, aggregations, catalogue, tally, pooling });
    released.push(release);
    others.push({
      period,
      name: `${period}#1/`,
      catalogue,
      targets,
      respondents: tally.respondents,
      counts: tally.item,
      told: toldIn(release.table),
      windows,
      isPooled: (question) => questions?.includes(question) ?? true,
    });
  }
  return released;
}

function counted({ aggregations, degrees }: SmallNation): { catalogue: Catalogue; tally: Tally; targets: Target[] } {
  const atoms: Atom[] = [];
  const targets: Target[] = [];
  const tally = createTally(aggregations);
  for (const { institution, degree, target, answers } of degrees) {
    const key = `${institution}/${degree}`;
    targets.push({ institution, degree, split: '', split_value: '', target });
    if (answers.length > 0) atoms.push({ key, institution, degree, values: [], current: true });
    for (const said of answers) tally.add([key], said);
  }
  const fieldOf = new Map(degrees.map(({ degree, field }) => [degree, field]));
  return { catalogue: makeCatalogue({ splits: [], targets, atoms, fieldOf }), tally, targets };
}

function toldIn({ populations, cells }: SafeTable): ToldRelease {
  const told = { exact: new Map<string, Set<string>>(), bounded: new Map<string, Set<string>>() };
  for (const [key, row] of cells) {
    for (const [id, { status }] of row) {
      const where = status === 'exact' ? told.exact : told.bounded;
      where.set(id, (where.get(id) ?? new Set()).add(key));
    }
  }
  return { populations: new Set(populations.map(({ key }) => key)), ...told };
}
