import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComparedItem } from './compare-item.ts';
import { highlights, type Highlight, type HighlightInput } from './highlights.ts';
import { ownGaps } from './own-gaps.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const GAPS = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];
const LEVEL = [0, 2, 6, 20, 10, 3];
const OTHER = [0, 50, 150, 500, 250, 75];

const item = (code: string, own: readonly number[], other: readonly number[] = OTHER): ComparedItem => ({
  code,
  measure: 'development',
  stronger: 'higher',
  scores: SCORES,
  own,
  other,
});
/** 41 answers, moved down by whole steps. */
const lower = (steps: number) => [...LEVEL.slice(steps), ...Array<number>(steps).fill(0)];
const higher = (steps: number) => [...Array<number>(steps).fill(0), ...LEVEL.slice(0, 6 - steps)];
const gap = (code: string, middle: number, n = 41, other = 1000, otherMiddle = middle): ComparedItem => {
  const at = (people: number, centre: number) =>
    GAPS.map((one) => (one === centre ? people - 10 : Math.abs(one - centre) === 1 ? 5 : 0));
  return { code, measure: 'gap', stronger: 'lower', scores: GAPS, own: at(n, middle), other: at(other, otherMiddle) };
};
const alike = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => item(code, LEVEL));
const page = (items: readonly ComparedItem[], respondents = 41): HighlightInput => ({ respondents, items });
const listOf = (input: HighlightInput): readonly Highlight[] => {
  const found = highlights(input);
  return 'list' in found ? found.list : [];
};
const codes = (input: HighlightInput) => listOf(input).map(({ kind, code }) => `${kind} ${code}`);

describe('when nothing is listed', () => {
  test.each([
    [4, 'no_report'],
    [5, 'too_few'],
    [20, 'too_few'],
    [21, 'none'],
  ])('%d respondents: %s', (respondents, kind) => {
    expect(highlights(page(alike, respondents)).kind).toBe(kind);
  });

  test('too few answers to look is not the same as nothing found', () => {
    const few = alike.map(({ code }) => item(code, [0, 1, 3, 10, 5, 1]));
    expect(highlights(page(few)).kind).toBe('too_few');
    expect(highlights(page([])).kind).toBe('too_few');
    const found = highlights(page(alike));
    if (found.kind !== 'none') throw new Error('nothing differs');
    expect(found.list).toEqual([]);
    expect(found.differences.tested).toHaveLength(6);
    expect(found.differences.clear).toBe(0);
  });

  test('a group of fewer than 30 is not compared with: own gaps alone, largest first, without theirs', () => {
    const small = [
      gap('a', 1, 41, 29),
      gap('b', 2, 41, 29),
      gap('c', 0, 41, 29),
      item('d', lower(2), [0, 1, 3, 15, 7, 2]),
    ];
    const found = highlights(page(small));
    if (found.kind !== 'not_comparable') throw new Error('the group is too small');
    expect(found.list.map(({ code }) => code)).toEqual(['b', 'a']);
    expect(found.list.every((one) => one.kind === 'own_gap' && one.other === null)).toBe(true);
    expect(highlights(page([item('d', lower(2), [0, 1, 3, 16, 8, 2])])).kind).toBe('found');
  });
});

describe('what is listed', () => {
  test('a clear difference with both values, its interval and its family', () => {
    const found = highlights(page([item('x', lower(1)), ...alike]));
    if (found.kind !== 'found') throw new Error('one differs');
    const [first] = found.list;
    if (first?.kind !== 'difference') throw new Error('a difference comes first');
    expect(first).toMatchObject({ code: 'x', direction: 'weaker', own: { n: 41 }, other: { n: 1025 } });
    expect(first.difference.value).toBeCloseTo(-1, 1);
    expect(first.difference.high).toBeLessThan(0);
    expect(found.differences.tested).toHaveLength(7);
    expect(found.rule).toBe(1);
  });

  test('three at most, two of them stronger, strongest evidence first', () => {
    const weaker = ['w1', 'w2', 'w3', 'w4'].map((code) => item(code, lower(1)));
    const stronger = ['s1', 's2', 's3'].map((code) => item(code, higher(2)));
    expect(codes(page([...weaker, ...stronger, ...alike]))).toEqual([
      'difference s1',
      'difference s2',
      'difference w1',
    ]);
    expect(codes(page([...weaker, ...alike]))).toEqual(['difference w1', 'difference w2', 'difference w3']);
    expect(codes(page([...stronger, ...alike]))).toEqual(['difference s1', 'difference s2']);
  });

  test('the end of the interval decides, not the estimate; a share of 10 points weighs as 0.4 steps', () => {
    const wide = item('wide', [14, 4, 1, 0, 0, 22], [100, 100, 200, 300, 200, 200]);
    const narrow = item('narrow', lower(1));
    const share = (code: string, chosen: number): ComparedItem => ({
      code,
      measure: 'share',
      stronger: 'higher',
      own: { chosen, n: 41 },
      other: { chosen: 900, n: 1000 },
    });
    expect(codes(page([wide, narrow]))[0]).toBe('difference narrow');
    expect(codes(page([narrow, share('share', 10)]))).toEqual(['difference share', 'difference narrow']);
    expect(codes(page([narrow, share('share', 26)]))).toEqual(['difference narrow', 'difference share']);
  });

  test('equal evidence keeps the order of the page, and an item is named once', () => {
    const skill = [item('x', lower(1)), gap('x', 3, 41, 1000, 1)];
    expect(codes(page([...skill, ...alike]))).toEqual(['difference x']);
    expect(codes(page([item('q', lower(1)), item('p', lower(1)), ...alike]))).toEqual(['difference q', 'difference p']);
  });

  test('a sure but small difference in large groups is none', () => {
    const big = (vector: readonly number[]) => vector.map((count) => 100 * count);
    const found = highlights(page([item('x', big([0, 3, 8, 20, 8, 2]), big(OTHER))], 4000));
    if (found.kind !== 'none') throw new Error('0.2 steps are too small to mention');
    expect(found.differences.tested[0]?.adjustedP).toBeLessThan(0.001);
  });

  test('the size of the page decides what is clear', () => {
    // 0.6 steps below with 31 answers: p 0.003 alone, 0.018 among six, 0.12 among forty-one
    const one = item('x', [2, 4, 9, 11, 4, 1], [20, 60, 150, 400, 200, 90]);
    const same = (count: number) => Array.from({ length: count }, (_, index) => item(`i${index}`, LEVEL, OTHER));
    const adjusted = (count: number) => {
      const found = highlights(page([one, ...same(count)]));
      return 'differences' in found ? found.differences.tested[0] : undefined;
    };
    expect(adjusted(5)).toMatchObject({ isClear: true, isClearAlone: true });
    expect(adjusted(40)).toMatchObject({ isClear: false, isClearAlone: true });
    expect(adjusted(40)?.adjustedP).toBeLessThan(0.2);
  });

  test('changes and the largest own gap take the room that is left', () => {
    const changes = [item('c', lower(1), LEVEL), item('few', lower(1), [0, 1, 3, 10, 5, 1])];
    const gaps = [gap('g1', 1), gap('g2', 2)];
    const input = { ...page([...alike, ...gaps]), changes };
    expect(highlights(input).kind).toBe('none');
    expect(codes(input)).toEqual(['change c', 'own_gap g2']);
    const three = ['w1', 'w2', 'w3'].map((code) => item(code, lower(1)));
    expect(codes({ ...page([...three, ...gaps]), changes })).toEqual([
      'difference w1',
      'difference w2',
      'difference w3',
    ]);
  });

  test('an own gap that is not clear of 0, or of fewer than 21 pairs, is none', () => {
    const unsure = {
      ...gap('u', 0),
      own: [0, 0, 9, 0, 0, 11, 0, 0, 10, 0, 0],
      other: gap('u', 0).other,
    } as ComparedItem;
    expect(ownGaps([gap('a', 0), gap('b', 2, 20), unsure], 21, 30)).toEqual([]);
    const [first] = ownGaps([gap('b', 2, 21)], 21, 30);
    expect(first).toMatchObject({ code: 'b', n: 21, other: { n: 1000, value: 2 } });
    expect(first?.gap.low).toBeGreaterThan(1);
  });
});

describe('for any counts', () => {
  const vector = fc.array(fc.nat(25), { minLength: 6, maxLength: 6 });
  const items = fc.array(fc.tuple(vector, vector), { minLength: 1, maxLength: 15 }).map((pairs) =>
    pairs.map(([own, other], index) =>
      item(
        `i${index}`,
        own,
        other.map((count) => 3 * count),
      ),
    ),
  );

  test('the list is short, clear, and the same for the same counts', () => {
    fc.assert(
      fc.property(items, (drawn) => {
        const found = highlights(page(drawn, 60));
        expect(highlights(structuredClone(page(drawn, 60)))).toEqual(found);
        if (found.kind !== 'found' && found.kind !== 'none') return;
        const differences = found.list.filter((one) => one.kind === 'difference');
        expect(found.list.length).toBeLessThanOrEqual(3);
        expect(differences.filter(({ direction }) => direction === 'stronger').length).toBeLessThanOrEqual(2);
        expect(found.kind === 'found').toBe(differences.length > 0);
        expect(found.kind === 'found').toBe(found.differences.clear > 0);
        for (const { difference, own, other, adjustedP } of differences) {
          expect(Math.abs(difference.value)).toBeGreaterThanOrEqual(0.4 - 1e-9);
          expect(difference.low > 0 || difference.high < 0).toBe(true);
          expect(adjustedP).toBeLessThanOrEqual(0.08);
          expect(Math.min(own.n - 21, other.n - 30)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('with the scale turned over, stronger and weaker change places', () => {
    fc.assert(
      fc.property(items, (drawn) => {
        const turned = drawn.map((one) =>
          one.measure === 'share' ? one : { ...one, own: one.own.toReversed(), other: one.other.toReversed() },
        );
        const [found, mirrored] = [highlights(page(drawn, 60)), highlights(page(turned, 60))];
        expect(mirrored.kind).toBe(found.kind);
        if (!('differences' in found) || !('differences' in mirrored)) return;
        for (const [index, { direction, isClear }] of found.differences.tested.entries()) {
          const other = mirrored.differences.tested[index];
          expect(other?.isClear).toBe(isClear);
          if (isClear) expect([direction, other?.direction].toSorted()).toEqual(['stronger', 'weaker']);
        }
      }),
    );
  });
});
