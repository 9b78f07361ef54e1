import type { Aggregation } from '../engine/aggregation.ts';
import type { ItemCounts } from '../statistics/item-counts.ts';
import { meanOf, type Summary } from '../statistics/mean.ts';
import { cellsOf, type Cell, type Counted } from './cells.ts';
import type { ProtectedRelease } from './finish-release.ts';
import { isOfOtherRound } from './window-catalogue.ts';
import { renewals, type Renewal } from './renewals.ts';
import { exactCell } from './safe-cells.ts';
import type { SafeCell, SafePopulation, SafeTable } from './safe-table.ts';

/** The edition whose people a figure counts that stands as it was. */
const FIRST_EDITION = 1;

export type LaterFacts = {
  aggregations: ReadonlyMap<string, Aggregation>;
  /** The first edition, over everybody it counted. */
  before: ProtectedRelease;
  /** Those alone who were added since, protected as a release of their own. */
  added: ProtectedRelease;
  /** Whether anybody was added to a population. */
  hasMore: (population: SafePopulation) => boolean;
};

/** Cells of a later edition: of unchanged groups, counted anew, and those that stand as they were. */
export type RenewedCells = { same: number; renewed: number; standing: number };

export type LaterEdition = ProtectedRelease & { renewed: RenewedCells };

type Exact = Extract<SafeCell, { status: 'exact' }>;
/** What a cell id means; `cell` is null for the gap of a pair. */
type Known = { aggregation: Counted; cell: Cell | null };

/**
 * A later edition of a release, made of two protected tables and of nothing else: a figure that may be renewed
 * (`renewals`) is the sum of both, everything else stands as it was and says so (`as_of`). It shows what the
 * first edition shows, no more and no less. Quartiles of numbers cannot be made of two halves, so they stand.
 * Names of atoms get the number of the edition that first counted them, '1/' or '2/'.
 *
 * Source: rule 2.8 of the plan, differences in time (docs/statistics.md).
 * Example: a degree with [4, 4, 4] and seven late answers [3, 2, 2] → [7, 6, 6]; with one late answer → [4, 4, 4], as of edition 1.
 */
export function laterEdition({ aggregations, before, added, hasMore }: LaterFacts): LaterEdition {
  const more = new Map(before.table.populations.map((one) => [one.key, hasMore(one)]));
  const decided = renewals({
    before: before.table,
    added: added.table,
    hasMore: (key) => more.get(key) ?? false,
  });
  const known = knownCells(aggregations);
  const of = (key: string, id: string): Renewal => {
    const renewal = decided.of(key, id);
    return renewal === 'renewed' && known.get(id)?.aggregation.kind === 'bands' ? 'stands' : renewal;
  };
  const populations = before.table.populations.map((one) => renewedPopulation(one, decided.of(one.key, null), added));
  const targets = new Map(populations.map(({ key, target }) => [key, target]));
  const renewed: RenewedCells = { same: 0, renewed: 0, standing: 0 };
  const cells = new Map<string, Map<string, SafeCell>>();
  for (const [key, ofPopulation] of before.table.cells) {
    const row = new Map<string, SafeCell>();
    for (const [id, cell] of ofPopulation) {
      const renewal = of(key, id);
      renewed[renewal === 'stands' ? 'standing' : renewal] += 1;
      const more = added.table.cells.get(key)?.get(id);
      row.set(id, renewedCell({ renewal, cell, more, known: known.get(id), target: targets.get(key) ?? 0 }));
    }
    cells.set(key, row);
  }
  const table = { populations, cells } as unknown as SafeTable; // of two that have passed the rules
  return { ...before, table, people: peopleOf(before, added, (key) => decided.of(key, null)), renewed };
}

/** The people of a first edition, named as later editions name them. */
export function firstPeople({ people }: Pick<ProtectedRelease, 'people'>): ProtectedRelease['people'] {
  return new Map(
    [...people].map(([key, atoms]) => [key, atoms.map((atom) => (isOfOtherRound(atom) ? atom : `1/${atom}`))]),
  );
}

function peopleOf(
  before: ProtectedRelease,
  added: ProtectedRelease,
  renewalOf: (key: string) => Renewal,
): ProtectedRelease['people'] {
  const first = firstPeople(before);
  return new Map(
    [...first].flatMap(([key, atoms]) => {
      const renewal = renewalOf(key);
      // What stands is told by the edition before.
      if (renewal === 'stands') return [];
      const late = renewal === 'renewed' ? (added.people.get(key) ?? []) : [];
      return [[key, [...atoms, ...late.map((atom) => `2/${atom}`)]] as const];
    }),
  );
}

function renewedPopulation(
  population: SafePopulation,
  renewal: Renewal,
  { table }: Pick<ProtectedRelease, 'table'>,
): SafePopulation {
  if (renewal === 'same') return population;
  const more = table.populations.find(({ key }) => key === population.key);
  if (renewal === 'stands' || !more) return { ...population, as_of: FIRST_EDITION };
  return { ...population, respondents: population.respondents + more.respondents };
}

type RenewedFacts = {
  renewal: Renewal;
  cell: SafeCell;
  more: SafeCell | undefined;
  known: Known | undefined;
  target: number;
};

function renewedCell({ renewal, cell, more, known, target }: RenewedFacts): SafeCell {
  if (renewal === 'same') return cell;
  if (renewal === 'stands') return { ...cell, as_of: FIRST_EDITION };
  if (cell.status !== 'exact' || more?.status !== 'exact' || !known) {
    throw new Error(`"${cell.id}" cannot be made of two halves`);
  }
  if (known.cell === null) return gapOfBoth(cell, more, target);
  const { aggregation, cell: declared } = known;
  const counts = countsOfBoth(aggregation, declared, [cell, more]);
  return exactCell({ aggregation, cell: declared, counts, target }, silentOfBoth(cell, more) !== null);
}

function knownCells(aggregations: LaterFacts['aggregations']): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const [question, aggregation] of aggregations) {
    if (aggregation.kind === 'none') continue;
    for (const cell of cellsOf(question, aggregation)) known.set(cell.id, { aggregation, cell });
    if (aggregation.kind === 'pair') known.set(question, { aggregation, cell: null });
  }
  return known;
}

/** Counts from which the cell alone can be read. */
function countsOfBoth(aggregation: Counted, { categories }: Cell, both: readonly [Exact, Exact]): ItemCounts {
  const counts = categories.map((code) => sumOver(both, (one) => countOf(one, code)));
  const cannotSay = silentOfBoth(...both);
  switch (aggregation.kind) {
    case 'categories':
      return { kind: 'categories', counts, cannotSay };
    case 'options': {
      const chosen = aggregation.options.map((option) => (option === categories[0] ? (counts[0] ?? 0) : 0));
      return { kind: 'options', n: sumOver(both, ({ n }) => n), chosen };
    }
    case 'pair':
      return {
        kind: 'pair',
        importance: counts,
        development: counts,
        gap: [],
        cannotSay: { importance: cannotSay, development: cannotSay },
      };
    case 'bands':
      throw new Error('numbers cannot be made of two halves');
    default:
      return aggregation satisfies never;
  }
}

function gapOfBoth(one: Exact, other: Exact, target: number): SafeCell {
  const { n, mean, variance } = pooled(summaryOf(one), summaryOf(other));
  const gap = meanOf({ n, mean, variance }, target);
  const sd = { value: Math.sqrt(variance), low: null, high: null };
  return { ...one, n, measures: { ...(gap ? { gap } : {}), sd } };
}

function summaryOf({ id, n, measures: { gap, sd } }: Exact): Summary {
  if (!gap || !sd) throw new Error(`"${id}" has no gap`);
  return { n, mean: gap.value, variance: sd.value ** 2 };
}

function pooled(one: Summary, other: Summary): Summary {
  const n = one.n + other.n;
  const mean = (one.n * one.mean + other.n * other.mean) / n;
  const between = ((one.n * other.n) / n) * (one.mean - other.mean) ** 2;
  return { n, mean, variance: ((one.n - 1) * one.variance + (other.n - 1) * other.variance + between) / (n - 1) };
}

function countOf({ categories }: Exact, code: string | null): number {
  return categories.find((one) => one.code === code)?.count ?? 0;
}

/** "Cannot say" of both; null where either half does not say how many. */
function silentOfBoth(one: Exact, other: Exact): number | null {
  return one.cannotSay === null || other.cannotSay === null ? null : one.cannotSay + other.cannotSay;
}

function sumOver([one, other]: readonly [Exact, Exact], of: (cell: Exact) => number): number {
  return of(one) + of(other);
}
