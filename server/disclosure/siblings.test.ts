import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classify } from './classify.ts';
import { hideAlike, hideSmall, type AlikeSibling, type Family } from './siblings.ts';

/** Children by ascending n, as a release orders them. */
function small(sizes: Readonly<Record<string, number>>): Family {
  const children = Object.entries(sizes).map(([key, n]) => ({ key, n, people: n, hidden: false }));
  return hideSmall(
    children.toSorted((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1)),
    5,
  );
}

function alike(vectors: Readonly<Record<string, readonly number[]>>): Family {
  const standings = { exact: 'exact', homogeneous: 'bounded', small: 'hidden', empty: 'hidden' } as const;
  const rule = { threshold: 5, categories: 1, slack: 2 };
  const children = Object.entries(vectors).map(([key, counts]): AlikeSibling => ({
    key,
    counts,
    standing: standings[classify(counts, rule)],
  }));
  return hideAlike(children, (counts, slack) => classify(counts, { ...rule, slack }) === 'exact');
}

const combined = (...keys: string[]): Family => ({ kind: 'children', combined: new Set(keys) });
const PARENT_ONLY: Family = { kind: 'parent_only' };

describe('first pass: the number of answers', () => {
  test.each<[string, Record<string, number>, Family]>([
    ['D02', { A: 12, B: 7, C: 3, D: 20 }, combined('B', 'C')],
    ['D04', { A: 30, B: 3 }, PARENT_ONLY],
    ['nothing small', { A: 5, B: 6 }, combined()],
    ['two small ones suffice', { A: 12, B: 3, C: 2 }, combined('B', 'C')],
    ['two small ones too few', { A: 12, B: 3, C: 1, D: 9 }, combined('B', 'C', 'D')],
    ['all small', { A: 3, B: 3 }, PARENT_ONLY],
    ['one child, large', { A: 9 }, combined()],
    ['one child, small', { A: 4 }, PARENT_ONLY],
    ['where nobody took part there is no company', { A: 12, B: 0, C: 3, D: 20 }, combined('A', 'B', 'C')],
    ['where nobody took part none is needed', { A: 12, B: 0 }, combined('B')],
    ['equal sizes go by key', { B: 8, A: 8, C: 2 }, combined('A', 'C')],
  ])('%s', (_id, sizes, expected) => {
    expect(small(sizes)).toEqual(expected);
  });

  test('what is hidden for another reason needs company too, however large', () => {
    const children = [
      { key: 'A', n: 9, people: 9, hidden: true },
      { key: 'B', n: 12, people: 12, hidden: false },
      { key: 'C', n: 20, people: 20, hidden: false },
    ];
    expect(hideSmall(children, 5)).toEqual(combined('A', 'B'));
    expect(hideSmall(children, 5, (keys) => keys.size > 2)).toEqual(PARENT_ONLY);
  });

  test('a child whose people all left the question out needs company, and is none for one that has answers', () => {
    const silent = { key: 'A', n: 0, people: 10, hidden: false };
    const others = ['B', 'C', 'D'].map((key) => ({ key, n: 9, people: 9, hidden: false }));
    expect(hideSmall([silent, ...others], 5)).toEqual(combined('A', 'B'));
    expect(hideSmall([silent, { key: 'S', n: 8, people: 8, hidden: true }, ...others], 5)).toEqual(
      combined('A', 'S', 'B'),
    );
  });

  test('a group is never small and never one child', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15), { minLength: 1, maxLength: 8 }), (sizes) => {
        const family = small(Object.fromEntries(sizes.map((n, index) => [`c${index}`, n])));
        if (family.kind === 'parent_only') return;
        const members = sizes.filter((n, index) => family.combined.has(`c${index}`) && n > 0);
        expect(members.length).not.toBe(1);
        if (members.length > 0) expect(members.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(5);
        const shown = sizes.filter((_n, index) => !family.combined.has(`c${index}`));
        for (const n of shown) expect(n).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

describe('second pass: the counts', () => {
  test.each<[string, Record<string, readonly number[]>, Family]>([
    [
      'D26: bounded ones need an exact one beside them',
      { B: [9, 0], A: [12, 0], C: [9, 5], D: [14, 6] },
      combined('A', 'B', 'C'),
    ],
    ['a bound beside one small child makes its answer certain', { B: [0, 1], A: [10, 2], C: [9, 5] }, PARENT_ONLY],
    ['the same with a child to spare', { B: [0, 1], A: [10, 2], C: [9, 5], D: [7, 7] }, combined('A', 'B', 'C')],
    ['two small ones that answered alike', { B: [0, 3], A: [0, 4], C: [9, 5], D: [8, 8] }, combined('A', 'B', 'C')],
    [
      'small ones alike, given away by a bound',
      { B: [0, 3], C: [0, 3], A: [10, 2], D: [6, 6], E: [9, 9] },
      combined('A', 'B', 'C', 'D'),
    ],
    ['all exact', { A: [5, 4], B: [6, 3] }, combined()],
    ['bounded ones alone', { A: [12, 0], B: [9, 1] }, PARENT_ONLY],
    ['two bounded ones of different kinds', { A: [11, 0], B: [2, 11], C: [9, 5], D: [8, 7] }, combined('A', 'B', 'C')],
    ['children without answers', { A: [0, 0], B: [7, 5] }, combined('A')],
  ])('%s', (_id, vectors, expected) => {
    expect(alike(vectors)).toEqual(expected);
  });
});
