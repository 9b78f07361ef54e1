import type { Catalogue } from './catalogue.ts';
import { cellWriter } from './cell-writer.ts';
import { definableGroups } from './definable-groups.ts';
import type { JudgedCell } from './finish-release.ts';
import { totalOf } from './layer.ts';
import { protectPopulations } from './protect-populations.ts';
import { protectDivided, silencedCells } from './protect-divided.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import type { ItemCounts } from '../statistics/item-counts.ts';
import type { ResidualGroups } from './residual-groups.ts';
import type { SafeCell } from './safe-table.ts';
import type { Switches } from './switches.ts';

/** Totals as they are settled: what is open of them, and how each cell stands, by key of population. */
export type Totals = {
  catalogue: Catalogue;
  open: ReadonlySet<number>;
  judged: readonly JudgedCell[];
};

export type SplitFacts = {
  /** With splits: the same totals over finer atoms. */
  catalogue: Catalogue;
  totals: Totals;
  respondents: (atom: string) => number;
  countsOf: (question: string) => { atoms: readonly ItemCounts[]; populations: readonly ItemCounts[] };
  switches: Switches;
  groups: ResidualGroups;
  onQuestion?: (done: number, of: number) => void;
};

export type WithSplits = {
  respondents: readonly number[];
  open: ReadonlySet<number>;
  /** By key of population: cells of splits. */
  cells: Map<string, Map<string, SafeCell>>;
  judged: JudgedCell[];
  /** Cells of which "cannot say" is shown no more, of anybody. */
  silenced: ReadonlySet<string>;
};

/**
 * Divides what is shown by gender or age band, where that is safe beside totals that stay as they are:
 * no total is given up for a split. Only questions that everybody is asked are divided, since a
 * follow-up would tell of the question that leads to it.
 *
 * Example: a field of 60 with 40 women, 15 men and 5 others → no split by gender but that of the
 * nation: the five would follow.
 */
export function* protectSplits(facts: SplitFacts): Generator<void, WithSplits> {
  const { catalogue, totals, switches } = facts;
  const people = Int32Array.from(catalogue.atoms, ({ key }) => facts.respondents(key));
  const respondents = catalogue.populations.map(({ atoms }) => totalOf(people, atoms));
  const groups = definableGroups(catalogue);
  const place = placesIn(catalogue, totals.catalogue);
  const isOpenTotal = movedTo(place, totals.open);
  const populations = yield* protectPopulations({
    catalogue,
    groups,
    people,
    respondents,
    switches,
    isCandidate: () => true,
    sunk: [],
    settled: (index) => settledAs(catalogue, index, isOpenTotal, new Set()),
  });
  const open = new Set([...isOpenTotal, ...[...populations.open].filter((index) => isSplit(catalogue, index))]);
  const common = { isExact: () => false, sunk: () => [] };
  const work = { catalogue, groups, switches, people, respondents, open, ...common };
  const leading = new Set(totals.judged.flatMap(({ plan }) => plan.routing.cells));
  const cells: WithSplits['cells'] = new Map();
  const silenced = new Set<string>();
  const judged: JudgedCell[] = [];
  const questions = [...Map.groupBy(totals.judged, ({ plan }) => plan)];
  for (const [number, [plan, standings]] of questions.entries()) {
    const moved = standings.map(({ standing }) => movedStanding(place, standing));
    if (isDivided(plan, leading)) {
      const question: QuestionFacts = {
        ...work,
        plan,
        ...named(facts.countsOf(plan.code)),
        settled: settling(catalogue, moved),
      };
      const found = (yield* protectDivided(question)).map((standing) => onlySplits(catalogue, standing));
      for (const [index, standing] of found.entries()) addSplits(catalogue, moved[index], standing);
      for (const id of yield* silencedBy(question, moved, found)) silenced.add(id);
      // A pair's gap would tell its deviation too, which joins the two answers of a person.
      const written = cellWriter({ question, standings: found, groups: facts.groups, gaps: false });
      for (const { population, cell } of written) put(cells, population, cell);
    }
    for (const standing of moved) judged.push({ plan, standing });
    facts.onQuestion?.(number + 1, questions.length);
    yield;
  }
  return { respondents, open, cells, judged, silenced };
}

/** Takes "cannot say" out of totals of which splits would tell too much of it. */
function* silencedBy(
  question: QuestionFacts,
  totals: CellStandings[],
  splits: readonly CellStandings[],
): Generator<void, string[]> {
  const shown = new Set(splits.flatMap(({ exact }) => [...exact]));
  const before = new Map(totals.map(({ cell, cannotSay }) => [cell.id, cannotSay]));
  const silenced = yield* silencedCells(
    question,
    [...shown].toSorted((a, b) => a - b),
    before,
  );
  for (const [index, standing] of totals.entries()) {
    if (silenced.includes(standing.cell.id))
      totals[index] = { ...standing, cannotSay: new Set(), cannotSayCombined: new Set() };
  }
  return silenced;
}

/** Totals without "cannot say" in some cells. */
export function withoutCannotSay(
  cells: ReadonlyMap<string, ReadonlyMap<string, SafeCell>>,
  silenced: ReadonlySet<string>,
): [string, ReadonlyMap<string, SafeCell>][] {
  return [...cells].map(([key, row]) => [
    key,
    new Map(
      [...row].map(([id, cell]) => [
        id,
        silenced.has(id) && cell.status === 'exact' ? { ...cell, cannotSay: null } : cell,
      ]),
    ),
  ]);
}

function put(cells: WithSplits['cells'], population: string, cell: SafeCell): void {
  const row = cells.get(population) ?? new Map<string, SafeCell>();
  cells.set(population, row.set(cell.id, cell));
}

/**
 * Whether a question may be shown of splits at all: not one that leads to others, nor one that is led to, nor
 * one of numbers, whose quartiles no exchange of answers leaves as they are.
 */
function isDivided(
  { routing, askedOf, cells, aggregation }: JudgedCell['plan'],
  leading: ReadonlySet<string>,
): boolean {
  if (aggregation.kind === 'bands' || routing.cells.length > 0 || routing.register || askedOf) return false;
  return !cells.some(({ id }) => leading.has(id));
}

function named({ atoms, populations }: ReturnType<SplitFacts['countsOf']>): Pick<QuestionFacts, 'atoms' | 'counts'> {
  return { atoms, counts: populations };
}

function isSplit({ populations }: Catalogue, index: number): boolean {
  return populations[index]?.split !== '';
}

/** Index by index: where the populations of one catalogue stand in another. */
function placesIn(catalogue: Catalogue, other: Catalogue): number[] {
  return other.populations.map(({ key }) => catalogue.indexOf.get(key) ?? -1);
}

function movedTo(place: readonly number[], indexes: ReadonlySet<number>): Set<number> {
  return new Set([...indexes].map((index) => place[index] ?? -1));
}

function movedStanding(place: readonly number[], standing: CellStandings): CellStandings {
  const moved = (indexes: ReadonlySet<number>): Set<number> => movedTo(place, indexes);
  return {
    ...standing,
    exact: moved(standing.exact),
    bounded: moved(standing.bounded),
    cannotSay: moved(standing.cannotSay),
  };
}

function settledAs(
  catalogue: Catalogue,
  index: number,
  exact: ReadonlySet<number>,
  bounded: ReadonlySet<number>,
): 'exact' | 'bounded' | 'silent' | null {
  if (isSplit(catalogue, index)) return null;
  if (exact.has(index)) return 'exact';
  return bounded.has(index) ? 'bounded' : 'silent';
}

/** The number of answers is told where any cell of the question is. */
function settling(catalogue: Catalogue, standings: readonly CellStandings[]): NonNullable<QuestionFacts['settled']> {
  const told = new Set(standings.flatMap(({ exact, bounded }) => [...exact, ...bounded]));
  const byCell = new Map(standings.map((standing) => [standing.cell.id, standing]));
  return (of, index) => {
    if (of === 'answers') return settledAs(catalogue, index, told, new Set());
    const { exact, bounded } = byCell.get(of.id) ?? { exact: new Set<number>(), bounded: new Set<number>() };
    return settledAs(catalogue, index, exact, bounded);
  };
}

function onlySplits(catalogue: Catalogue, standing: CellStandings): CellStandings {
  const exact = new Set([...standing.exact].filter((index) => isSplit(catalogue, index)));
  return { ...standing, exact, bounded: new Set(), combined: new Map() };
}

function addSplits(catalogue: Catalogue, to: CellStandings | undefined, from: CellStandings): void {
  for (const index of onlySplits(catalogue, from).exact) to?.exact.add(index);
}
