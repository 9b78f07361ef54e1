import type { Cell } from './cells.ts';
import type { Finding, Test } from './input.ts';
import { Span, type Fraction, type Vector } from './span.ts';
import { nameOf, WEIGHTED_MEAN, type Told } from './told.ts';

/** A published vector and the row it stands in. Of a weighted figure: those asked whom it stands for. */
export type Source = { told: Told; vector: Vector; asked: number | null };

type Claim = {
  test: Test;
  vector: Vector;
  group: string;
  people: number;
  why: string;
  /** Only the number of answers is claimed. */
  numberOnly?: boolean;
};

/** The rows and factors that give a vector, what follows from their figures, and whether it is true. */
export function explain(
  cell: Cell,
  { sources, order }: { sources: readonly Source[]; order: readonly number[] },
  { test, vector, group, people, why, numberOnly = false }: Claim,
): Finding {
  const span = trackedSpan(sources, order);
  const lambda = [...(span.combination(vector) ?? [])].flatMap(([index, factor]) => {
    const source = sources[index];
    return source ? [{ source, factor }] : [];
  });
  const derived = numberOnly ? numberOf(lambda) : derive(cell, lambda);
  const words = Object.entries(derived).map(([name, value]) => `${name}: ${value}`);
  return {
    test,
    says: `${cell.id}: ${why} of ${group} (${people}) follow from sums of published rows${words.length > 0 ? ` (${words.join(', ')})` : ''}`,
    item: cell.id,
    group,
    people,
    rows: lambda.map(({ source, factor }) => ({
      factor: textOf(factor),
      row: `${nameOf(source.told.population)}${source.asked === null ? '' : ' (weighted)'}`,
    })),
    derived,
    confirmed: numberOnly ? derived['answers'] === people : confirm(cell, vector, derived),
  };
}

const tracked = new WeakMap<readonly Source[], Span>();

/** Remembering how rows are made costs much, so it is done once a system, and only where something was found. */
function trackedSpan(sources: readonly Source[], order: readonly number[]): Span {
  const known = tracked.get(sources);
  if (known) return known;
  const span = new Span(order, true);
  const bySize = [...sources.entries()].toSorted(([, a], [, b]) => b.vector.places.length - a.vector.places.length);
  for (const [index, source] of bySize) span.add(source.vector, index);
  tracked.set(sources, span);
  return span;
}

function numberOf(lambda: readonly Term[]): Record<string, number> {
  const sum = lambda.reduce((n, { source, factor }) => n + (factor.top / factor.bottom) * (source.told.n ?? 0), 0);
  return { answers: Math.round(sum * 1000) / 1000 };
}

type Term = { source: Source; factor: Fraction };

function derive(cell: Cell, lambda: readonly Term[]): Record<string, number> {
  const sums = (of: (told: Told) => number | undefined): number | null => {
    let sum = 0;
    for (const { source, factor } of lambda) {
      const value = of(source.told);
      if (value === undefined) return null;
      sum += (factor.top / factor.bottom) * value;
    }
    return Math.round(sum * 1000) / 1000;
  };
  const places = cell.places.map((place) => [place, sums(({ counts, n }) => countAt(cell, place, counts, n))] as const);
  const known = places.flatMap(([place, value]) =>
    value === null ? [] : [[place === '' ? 'not' : place, value] as const],
  );
  if (known.length > 0) return Object.fromEntries(known);
  const scores = lambda.reduce((sum, { source, factor }) => sum + (factor.top / factor.bottom) * scoreOf(source), 0);
  return Number.isFinite(scores) ? { 'sum of scores': Math.round(scores * 1000) / 1000 } : {};
}

function countAt(cell: Cell, place: string, counts: ReadonlyMap<string, number>, n: number | null): number | undefined {
  const direct = counts.get(place);
  if (direct !== undefined || place !== '' || n === null || counts.size === 0) return direct;
  return n - [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** What a mean says of the sum of scores: mean × n, weighted or not. */
function scoreOf({ told, asked }: Source): number {
  if (asked !== null) return (told.measures.get(WEIGHTED_MEAN) ?? Number.NaN) * asked;
  return (told.measures.get('mean') ?? told.measures.get('gap') ?? Number.NaN) * (told.n ?? Number.NaN);
}

function confirm(cell: Cell, { places, values }: Vector, derived: Readonly<Record<string, number>>): boolean | null {
  if (!cell.truth || !values.every((value) => value === 1)) return null;
  const pairs = cell.places.map((place, index) => {
    const truth = places.reduce((sum, atom) => sum + (cell.truth?.[atom]?.[index] ?? 0), 0);
    const claimed = derived[place === '' ? 'not' : place];
    return claimed === undefined || Math.abs(claimed - truth) < 0.01;
  });
  return pairs.every(Boolean);
}

function textOf({ top, bottom }: Fraction): string {
  const sign = top < 0 ? '−' : '+';
  return `${sign}${Math.abs(top)}${bottom === 1 ? '' : `/${bottom}`}`;
}
