import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTally } from '../statistics/tally.ts';
import type { Aggregation } from '../engine/aggregation.ts';
import type { Answers } from '../engine/answer.ts';
import { mergeCounts } from './merge-counts.ts';
import { cellsOf, type Counted } from './cells.ts';
import { exactCell, gapCell } from './safe-cells.ts';
import { laterEdition, type LaterEdition } from './later-edition.ts';
import type { ProtectedRelease } from './finish-release.ts';
import type { SafeCell, SafePopulation, SafeTable } from './safe-table.ts';

const SCORES = [1, 2, 3, 4];
const CATEGORIES = ['1', '2', '3', '4'];
const AGGREGATIONS: Readonly<Record<string, Counted>> = {
  scale: {
    kind: 'categories',
    categories: CATEGORIES,
    scores: SCORES,
    nps: false,
    cannotSay: true,
    categoryOf: (value) => (typeof value === 'string' ? value : null),
  },
  several: { kind: 'options', options: ['a', 'b'] },
  pair: { kind: 'pair', categories: CATEGORIES, scores: SCORES, cannotSay: { importance: true, development: false } },
};
const TARGET = 60;
const population = (key: string, respondents: number, more: Partial<SafePopulation> = {}): SafePopulation => ({
  ...{ key, level: 'degree', institution: 'i', field: '1', degree: key, split: '', split_value: '' },
  ...{ members: [], target: TARGET, respondents },
  ...more,
});

/** A release that shows everything of its people, as if every rule were met. */
function everything(people: readonly Answers[], key = 'd'): ProtectedRelease {
  const aggregations = new Map<string, Aggregation>(Object.entries(AGGREGATIONS));
  const tally = createTally(aggregations);
  for (const answers of people) tally.add([key], answers);
  const cells = new Map<string, SafeCell>();
  for (const [question, aggregation] of Object.entries(AGGREGATIONS)) {
    const counts = mergeCounts([tally.item(key, question)]);
    for (const cell of cellsOf(question, aggregation)) {
      cells.set(cell.id, exactCell({ aggregation, cell, counts, target: TARGET }, true));
    }
    if (aggregation.kind === 'pair') cells.set(question, gapCell(question, aggregation.scores, counts, TARGET));
  }
  const table = {
    populations: [population(key, people.length)],
    cells: new Map([[key, cells]]),
  } as unknown as SafeTable; // no rules here: what is summed is looked at, not what may be shown
  return { table, people: new Map([[key, ['i/d']]]) } as unknown as ProtectedRelease;
}

const later = (before: ProtectedRelease, added: ProtectedRelease, hasMore = true): LaterEdition =>
  laterEdition({
    aggregations: new Map(Object.entries(AGGREGATIONS)),
    before,
    added,
    hasMore: () => hasMore,
  });

const step = fc.constantFrom('1', '2', '3', '4');
const person: fc.Arbitrary<Answers> = fc.record({
  scale: fc.oneof(step, fc.constant('_dk')),
  several: fc.constantFrom(['a'], ['b'], ['a', 'b']),
  pair: fc.record({ importance: step, development: step }),
}) as fc.Arbitrary<Answers>;
const people = fc.array(person, { minLength: 5, maxLength: 12 });

const rounded = (cells: ReadonlyMap<string, SafeCell> | undefined): unknown =>
  JSON.parse(
    JSON.stringify([...(cells ?? [])], (_key, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(9)) : value,
    ),
  );

describe('a later edition', () => {
  test('has the figures of all people together, made of two tables alone', () => {
    fc.assert(
      fc.property(people, people, (first, late) => {
        const { table, renewed } = later(everything(first), everything(late));
        const whole = everything([...first, ...late]);
        expect(rounded(table.cells.get('d'))).toEqual(rounded(whole.table.cells.get('d')));
        expect(table.populations).toEqual(whole.table.populations);
        expect(renewed).toEqual({ same: 0, renewed: 6, standing: 0 });
      }),
      { numRuns: 200 },
    );
  });

  test('is the first edition where nobody came', () => {
    fc.assert(
      fc.property(people, (first) => {
        const before = everything(first);
        const { table, renewed, people: of } = later(before, everything([], 'other'), false);
        expect(rounded(table.cells.get('d'))).toEqual(rounded(before.table.cells.get('d')));
        expect(renewed).toEqual({ same: 6, renewed: 0, standing: 0 });
        expect([...of]).toEqual([['d', ['1/i/d']]]);
      }),
    );
  });

  test('lets everything stand, and says so, where the added may not be shown', () => {
    const first = fc.sample(people, { numRuns: 1, seed: 1 })[0] ?? [];
    const { table, renewed, people: of } = later(everything(first), everything([], 'other'));
    expect(table.populations).toEqual([population('d', first.length, { as_of: 1 })]);
    for (const cell of table.cells.get('d')?.values() ?? []) expect(cell.as_of).toBe(1);
    expect(renewed).toEqual({ same: 0, renewed: 0, standing: 6 });
    // The edition before has told of them; this one tells nothing.
    expect([...of]).toEqual([]);
  });

  test('names the people of both editions in what it counts anew', () => {
    const [first = [], late = []] = fc.sample(people, { numRuns: 2, seed: 2 });
    expect([...later(everything(first), everything(late)).people]).toEqual([['d', ['1/i/d', '2/i/d']]]);
  });
});
