import type { Catalogue, Population } from './catalogue.ts';
import { withoutDoubt, type Bound, type Exchangeable } from './exchange.ts';
import type { KnownWorlds } from './exchange-lift.ts';
import { RULES } from './rules.ts';
import { commonCategory } from './top-code.ts';

/** One cell of a question beside settled totals. */
export type SplitCell = {
  catalogue: Catalogue;
  /** Counts by atom and by population. */
  vectors: readonly (readonly number[])[];
  counts: readonly (readonly number[])[];
  /** Totals that are shown exactly, and as a bound. */
  exact: ReadonlySet<number>;
  bounded: ReadonlySet<number>;
  /** Atoms with fewer answers must not be told apart. */
  least: number;
};

/** The values of one split of one unit. */
type Division = { level: Population['level']; split: string; members: number[] };

/**
 * Steps of the search for doubt, for all people together and for those of one answer: more where one person
 * would cost all their split. Steps and not time, so that the same answers give the same release everywhere.
 */
const FOR_ALL = { steps: 60_000, each: 20_000, isOneEnough: true };
const FOR_UNITS = { steps: 15_000, each: 1_500, isOneEnough: false };

/** Levels that are divided, widest first. */
export const DIVIDED_LEVELS = ['nation', 'field', 'institution'] as const satisfies Population['level'][];

/**
 * Of the splits that could be shown in a cell those with which everybody's answer stays in doubt, also for
 * somebody who knows one other person's. They are taken in steps, from what serves most: the nation, fields,
 * institutions, an institution's fields. Where a step leaves somebody without doubt, the divisions of their
 * own unit go; where those are gone already, the smallest other one: with a single division hidden, that one
 * follows from the others. A cell of which totals alone leave doubt unproved is not divided.
 */
export function* keepSplits(cell: SplitCell, candidates: readonly number[]): Generator<void, Set<number>> {
  const { catalogue } = cell;
  // Doubt that cannot be proved of totals alone cannot be proved beside splits either.
  const known: KnownWorlds = new Map();
  const before = yield* withoutDoubt(worldOf(cell, []), { least: cell.least, ...FOR_ALL, known });
  if (before.length > 0) return new Set();
  let kept: readonly number[] = [];
  for (const level of DIVIDED_LEVELS) {
    for (const split of catalogue.splits) {
      const divisions = divisionsIn(catalogue, candidates, level, split);
      if (divisions.length > 0) kept = yield* keepStep(cell, kept, divisions, known);
    }
  }
  return new Set(kept);
}

function* keepStep(
  cell: SplitCell,
  kept: readonly number[],
  divisions: readonly Division[],
  known: KnownWorlds,
): Generator<void, readonly number[]> {
  let left = [...divisions];
  const effort = divisions.length === 1 ? FOR_ALL : FOR_UNITS;
  let more = 0;
  let among: { among?: ReadonlySet<number> } = {};
  while (left.length > 0) {
    const shown = [...kept, ...left.flatMap(({ members }) => members)];
    const found = yield* withoutDoubt(worldOf(cell, shown), { least: cell.least, ...effort, ...among, known });
    if (found.length === 0) return shown;
    // With fewer splits everybody stays in doubt who was.
    if (!effort.isOneEnough) among = { among: new Set(found.map(({ atom }) => atom)) };
    const own = found.flatMap(({ atom }) =>
      left.filter(({ members }) => holds(cell.catalogue, members[0] ?? -1, atom)),
    );
    more = own.length > 0 ? 0 : more + 1;
    const away = new Set(own.length > 0 ? own : found.flatMap(({ atom }) => nearest(cell, left, atom).slice(0, more)));
    left = left.filter((division) => !away.has(division));
  }
  return kept;
}

/** Other divisions in the order in which they go for an atom: of its institution or field first, then smaller ones. */
function nearest({ catalogue, counts }: SplitCell, left: readonly Division[], atom: number): Division[] {
  const { populations, atoms, fieldOf } = catalogue;
  const who = atoms[atom];
  const isFar = ({ members }: Division): boolean => {
    const unit = populations[members[0] ?? -1];
    return unit?.institution !== who?.institution && unit?.field !== fieldOf.get(who?.degree ?? '');
  };
  const size = ({ members }: Division): number =>
    members.reduce((total, member) => total + (counts[member] ?? []).reduce((sum, one) => sum + one, 0), 0);
  return left.toSorted((a, b) => Number(isFar(a)) - Number(isFar(b)) || size(a) - size(b));
}

/** The splits of the narrowest divided unit that holds an atom; all where none does. */
export function narrowest(catalogue: Catalogue, splits: readonly number[], atom: number): readonly number[] {
  for (const level of DIVIDED_LEVELS.toReversed()) {
    const own = splits.filter(
      (index) => catalogue.populations[index]?.level === level && holds(catalogue, index, atom),
    );
    if (own.length > 0) return own;
  }
  return splits;
}

function holds({ populations, atoms, fieldOf }: Catalogue, population: number, atom: number): boolean {
  const [unit, who] = [populations[population], atoms[atom]];
  if (!unit || !who) return false;
  const isThere = unit.institution === '' || unit.institution === who.institution;
  return isThere && (unit.field === '' || unit.field === fieldOf.get(who.degree));
}

function divisionsIn(
  { populations }: Catalogue,
  candidates: readonly number[],
  level: Population['level'],
  split: string,
): Division[] {
  const of = candidates.filter((index) => populations[index]?.level === level && populations[index]?.split === split);
  const units = Map.groupBy(of, (index) => `${populations[index]?.institution}/${populations[index]?.field}`);
  return [...units.values()].map((members) => ({ level, split, members }));
}

/**
 * Whether somebody's "cannot say" loses its doubt by splits that are shown beside totals: vectors of ["cannot say",
 * answers], of which `exact` and `splits` tell. Whoever knows how many were asked knows both where n is told.
 */
export function* tellsCannotSay(cell: SplitCell, splits: readonly number[]): Generator<void, boolean> {
  const known: KnownWorlds = new Map();
  const wanted = { least: cell.least, ...FOR_UNITS, known, only: 0 };
  const before = new Set((yield* withoutDoubt(worldOf(cell, []), wanted)).map(({ atom }) => atom));
  const among = new Set([...cell.catalogue.atoms.keys()].filter((atom) => !before.has(atom)));
  const found = yield* withoutDoubt(worldOf(cell, splits), { ...wanted, among, isOneEnough: true });
  return found.length > 0;
}

/** What would be known with these splits. */
function worldOf({ catalogue, vectors, counts, exact, bounded }: SplitCell, splits: readonly number[]): Exchangeable {
  const { populations, atoms, fieldOf } = catalogue;
  const facts = atoms.map((): number[] => []);
  const held = atoms.map((): number[] => []);
  const bounds: Bound[] = [];
  const tell = (to: number[][], number: number, of: number): void => {
    for (const atom of populations[of]?.atoms ?? []) to[atom]?.push(number);
  };
  for (const index of exact) tell(facts, index, index);
  const undivided = facts.map((of) => of.join());
  for (const index of splits) tell(facts, index, index);
  for (const of of facts) of.sort((a, b) => a - b); // as an exchange index wants them
  for (const index of bounded) {
    const own = counts[index] ?? [];
    const answer = commonCategory(own) ?? 0;
    const n = own.reduce((sum, one) => sum + one, 0);
    tell(held, bounds.length, index);
    bounds.push({ answer, room: (own[answer] ?? 0) - (n - RULES.slack) });
  }
  const isHidden = atoms.map(
    (_, atom) => facts[atom]?.every((index) => populations[index]?.level !== 'degree') ?? true,
  );
  const hiddenAt = (placeOf: (atom: number) => string): number[] =>
    numbered(atoms.map((_, atom) => (isHidden[atom] ? placeOf(atom) : '')));
  const near = [
    numbered(undivided),
    hiddenAt((atom) => atoms[atom]?.institution ?? ''),
    hiddenAt((atom) => fieldOf.get(atoms[atom]?.degree ?? '') ?? ''),
  ];
  return { counts: vectors, facts, held, bounds, near };
}

/** Names as numbers, in order of mention; '' as −1. */
function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>([['', -1]]);
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size - 1;
    numbers.set(name, number);
    return number;
  });
}
