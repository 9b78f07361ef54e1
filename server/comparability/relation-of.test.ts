import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap, alone, recode, related, steps, unitChange } from '../../test/support/build-maps.ts';
import { words } from '../../test/support/words.ts';
import { poolWindow } from './comparable-rounds.ts';
import { MATCHES, type ComparabilityMap } from './comparability-schema.ts';
import { codeIn, relationOf } from './relation-of.ts';
import { trendSegments } from './trend-segments.ts';
import { earlierUnit } from './unit-link.ts';

const at = (version: number, item = 'x') => ({ version, item });

describe('relation of two versions', () => {
  const maps = [
    aMap(1, 2, { items: [{ ...related('x', 'editorial'), to: 'y' }] }),
    aMap(2, 3, { items: [related('y', 'broken')] }),
    aMap(1, 3, { items: [{ ...related('x', 'identical'), to: 'y' }] }),
  ];

  test('a map of just the two versions decides over the maps in between', () => {
    expect(relationOf(maps, at(1), at(3, 'y'))).toEqual({ kind: 'continues', note: null });
    expect(relationOf(maps.slice(0, 2), at(1), at(3, 'y'))).toMatchObject({ kind: 'broken', reason: 'broken' });
  });

  test('the code follows the maps in both directions, and ends where they end', () => {
    expect(codeIn(maps, at(1), 3)).toBe('y');
    expect(codeIn(maps, at(3, 'y'), 1)).toBe('x');
    expect(codeIn([aMap(1, 2, { items: [alone('from', 'x')] })], at(1), 2)).toBeNull();
    expect(codeIn(maps, at(1), 4)).toBeNull();
  });

  test('another item, an earlier version or an item that no map knows is undeclared', () => {
    const undeclared = { kind: 'broken', reason: 'undeclared', note: null };
    expect(relationOf(maps, at(1), at(2, 'x'))).toEqual(undeclared);
    expect(relationOf(maps, at(2, 'y'), at(1))).toEqual(undeclared);
    expect(relationOf(maps, at(1, 'z'), at(2, 'z'))).toEqual(undeclared);
    expect(relationOf(maps, at(1), at(1, 'y'))).toEqual(undeclared);
  });

  test('recodes on the way are composed', () => {
    const chain = [
      aMap(1, 2, {
        items: [
          related('x', 'recodable', { recode: recode(steps({ a: 2, b: 2, c: 2 }), steps({ a: 2, b: 1, c: 2 })) }),
        ],
      }),
      aMap(2, 3, {
        items: [related('x', 'recodable', { recode: recode(steps({ no: 3, yes: 2 }), steps({ no: 1, yes: 1 })) })],
      }),
    ];
    expect(relationOf(chain, at(1), at(3))).toMatchObject({
      kind: 'recoded',
      recode: { from: steps({ no: 4, yes: 2 }), to: steps({ no: 1, yes: 1 }) },
    });
  });
});

describe('trends over any maps', () => {
  const six = steps({ low: 3, high: 3 });
  const rounds = fc.array(
    fc.record({
      match: fc.constantFrom(...MATCHES, null),
      asked: fc.boolean(),
      shown: fc.boolean(),
    }),
    { minLength: 2, maxLength: 7 },
  );

  test('no line joins two rounds that may not be pooled, and every round that was asked stands in one segment', () => {
    fc.assert(
      fc.property(rounds, (drawn) => {
        const maps: ComparabilityMap[] = drawn.slice(1).map(({ match }, index) => {
          const more = match === 'recodable' ? { recode: recode(six, six) } : {};
          return aMap(index + 1, index + 2, { items: match === null ? [] : [related('x', match, more)] });
        });
        const points = drawn.map(({ asked, shown }, index) => ({
          period: `r${index}`,
          version: index + 1,
          item: asked ? 'x' : null,
          n: 20,
          target: 50,
          value: shown ? 0.5 : null,
        }));
        const { segments, points: placed } = trendSegments(points, maps);
        for (const line of segments.flatMap(({ lines }) => lines)) {
          expect(poolWindow(line, maps)).toEqual({ kind: 'allowed' });
          const places = line.map(({ period }) => points.findIndex((point) => point.period === period));
          expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
          expect(line.every(({ value }) => value !== null)).toBe(true);
        }
        const asked = points.filter(({ item }) => item !== null).map(({ period }) => period);
        expect(segments.flatMap((segment) => segment.points.map(({ period }) => period))).toEqual(asked);
        expect(placed.filter(({ status }) => status === 'B')).toHaveLength(Math.max(0, segments.length - 1));
      }),
    );
  });
});

describe('what a unit was', () => {
  const institutions = (...codes: string[]) => ({ list: 'institutions' as const, codes });
  const maps = (sum: boolean) => [
    aMap(1, 2, {
      units: [
        unitChange('merged', ['A', 'B'], ['C'], sum ? { sum: true } : {}),
        unitChange('renamed', ['D'], ['E'], { since: '2025-08-01' }),
      ],
    }),
  ];

  test('before a merger its members, where their sum is declared, and otherwise nothing', () => {
    const note = words('merged C');
    expect(earlierUnit(maps(true), institutions('C'))).toEqual({ since: '2024-01-01', codes: ['A', 'B'], note });
    expect(earlierUnit(maps(false), institutions('C'))).toEqual({ since: '2024-01-01', codes: null, note });
  });

  test('before a renaming the earlier code; otherwise what it is', () => {
    expect(earlierUnit(maps(true), institutions('E'))).toMatchObject({ since: '2025-08-01', codes: ['D'] });
    expect(earlierUnit(maps(true), institutions('F'))).toBeNull();
    expect(earlierUnit(maps(true), { list: 'degrees', codes: ['C'] })).toBeNull();
  });
});
