import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../engine/answer.ts';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import type { ProtectedRelease } from './finish-release.ts';
import { safeCellSchema } from './safe-cell-schema.ts';
import type { SafeCell } from './safe-table.ts';

const PLAIN = smallNation([], 1, 0);

/** A nation of degrees with these answers, in field 1 unless named otherwise ('2/b'). */
function nationOf(degrees: Readonly<Record<string, readonly Answers[]>>): SmallNation {
  const built = Object.entries(degrees).map(([name, answers]) => {
    const [field = '', degree] = name.includes('/') ? name.split('/') : ['1', name];
    return { institution: 'i', degree: degree ?? '', field, target: 2 * answers.length, answers };
  });
  return { ...PLAIN, degrees: built };
}

const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);
/** Counts of work, study and other. */
const status = (...counts: number[]): Answers[] =>
  ['work', 'study', 'other'].flatMap((code, place) => times(counts[place] ?? 0, { status: code }));

function cell(release: ProtectedRelease, population: string, id: string): SafeCell | undefined {
  return release.table.cells.get(population)?.get(id);
}
function counts(release: ProtectedRelease, population: string, id: string): number[] | string | null {
  const found = cell(release, population, id);
  if (!found) return null;
  return found.status === 'exact' ? found.categories.map(({ count }) => count) : `${found.category} ${found.bound}`;
}
const keys = (release: ProtectedRelease): string[] => release.table.populations.map(({ key }) => key);
const WHOLE = ['nation', 'field/1', 'institution/i', 'institution_field/i/1'];
const GROUP = 'others/institution_field/i/1/1';

describe('populations', () => {
  test('D02: the small one and the next are combined', () => {
    const release = protectSmall(nationOf({ a: status(12), b: status(7), c: status(3), d: status(20) }));
    expect(keys(release)).toEqual([...WHOLE, 'degree/i/a', 'degree/i/d', GROUP]);
    expect(release.table.populations.at(-1)).toMatchObject({
      level: 'others',
      field: '1',
      members: ['i-b', 'i-c'],
      target: 20,
      respondents: 10,
    });
    expect(release.coverage.degree_round).toBeCloseTo(32 / 42);
    expect(release.coverage.threshold_only).toBeCloseTo(39 / 42);
  });

  test.each([
    ['D04: nobody to combine with', { a: 30, b: 3 }, WHOLE],
    ['D06: too small as a whole', { a: 3, b: 1 }, []],
    ['one degree in its field', { a: 9 }, [...WHOLE, 'degree/i/a']],
    ['nobody took part', { a: 9, b: 0 }, [...WHOLE, 'degree/i/a']],
    [
      'degrees of a hidden field',
      { '1/a': 30, '2/b': 3, '3/c': 12 },
      [...WHOLE, 'degree/i/a', 'others/institution/i/1', 'others/nation/1'],
    ],
  ])('%s', (_name, sizes, expected) => {
    const degrees = Object.fromEntries(Object.entries(sizes).map(([name, n]) => [name, status(0, n)]));
    expect(keys(protectSmall(nationOf(degrees)))).toEqual(expected);
  });
});

describe('cells', () => {
  test('D24: [9, 3] is shown exactly, the follow-up of the three is hidden', () => {
    const people = [...times(9, { status: 'study' }), ...times(3, { status: 'work', match: '2', reason: 'wish' })];
    const release = protectSmall(nationOf({ a: people }));
    expect(counts(release, 'degree/i/a', 'status')).toEqual([3, 9, 0]);
    expect(cell(release, 'degree/i/a', 'match')).toBeUndefined();
  });

  test('a follow-up is hidden where its leading question is not exact, whatever its n', () => {
    const working = (match: string): Answers => ({ status: 'work', match });
    const spread = [...times(3, working('1')), ...times(3, working('2')), ...times(6, working('4'))];
    const release = protectSmall(
      nationOf({ a: spread, b: [...spread, ...status(0, 9)], c: [...spread, ...status(0, 4)] }),
    );
    expect(counts(release, 'degree/i/a', 'status')).toBe('work 0.8');
    expect(cell(release, 'degree/i/a', 'match')).toBeUndefined();
    expect(counts(release, 'degree/i/b', 'match')).toEqual([3, 3, 0, 6]);
    // The third keeps the first company, for both questions.
    expect(cell(release, 'degree/i/c', 'status')).toBeUndefined();
    expect(counts(release, GROUP, 'match')).toEqual([6, 6, 0, 12]);
  });

  test('D26: bounds, one exact child in company, the rest by name', () => {
    const release = protectSmall(nationOf({ a: status(12), b: status(9), c: status(9, 5), d: status(14, 6) }));
    expect(counts(release, 'degree/i/a', 'status')).toBe('work 0.8');
    expect(counts(release, 'degree/i/b', 'status')).toBe('work 0.75');
    expect(cell(release, 'degree/i/c', 'status')).toBeUndefined();
    expect(counts(release, 'degree/i/d', 'status')).toEqual([14, 6, 0]);
    expect(counts(release, GROUP, 'status')).toEqual([30, 5, 0]);
    expect(release.table.populations.at(-1)?.members).toEqual(['i-a', 'i-b', 'i-c']);
  });

  test('a bound says nothing else, and an option that nearly nobody chose says nothing', () => {
    const answers = [...times(11, { channels: ['web'] }), { channels: ['friend'] }];
    const release = protectSmall(nationOf({ a: answers }));
    expect(cell(release, 'degree/i/a', 'channels/web')).toEqual({
      status: 'at_least',
      id: 'channels/web',
      item: 'channels',
      category: 'web',
      bound: 0.8,
    });
    expect(cell(release, 'degree/i/a', 'channels/friend')).toBeUndefined();
  });

  test('options of one question are shown apart, on one n', () => {
    const answers = [
      ...times(5, { channels: ['web', 'fair'] }),
      ...times(4, { channels: ['web'] }),
      ...times(3, { channels: ['friend'] }),
    ];
    const release = protectSmall(nationOf({ a: answers }));
    for (const option of ['web', 'fair', 'friend'])
      expect(cell(release, 'nation', `channels/${option}`)).toMatchObject({ n: 12 });
    expect(counts(release, 'nation', 'channels/fair')).toEqual([5]);
  });

  test('a gap only where both parts are exact, on complete pairs', () => {
    const pair = (importance: string, development: string): Answers => ({ skill: { importance, development } });
    const both = [
      ...times(4, pair('4', '2')),
      ...times(4, pair('3', '3')),
      ...times(3, pair('2', '4')),
      ...times(2, { skill: { importance: '1' } }),
    ];
    const shown = protectSmall(nationOf({ a: both }));
    expect(cell(shown, 'nation', 'skill.importance')).toMatchObject({ n: 11 });
    expect(cell(shown, 'nation', 'skill')).toMatchObject({
      n: 11,
      categories: [],
      measures: { gap: { value: 2 / 11 } },
    });
    const alike = [...times(4, pair('4', '2')), ...times(4, pair('3', '2')), ...times(3, pair('2', '2'))];
    const hidden = protectSmall(nationOf({ a: alike }));
    expect(counts(hidden, 'nation', 'skill.development')).toBe('2 0.8');
    expect(cell(hidden, 'nation', 'skill')).toBeUndefined();
  });

  test('numbers: rounded quartiles of 21 answers in four bands, no mean', () => {
    const paid = Array.from({ length: 25 }, (_, index): Answers => ({
      status: 'work',
      match: '1',
      pay: 100 + 187 * index,
    }));
    const release = protectSmall(nationOf({ a: [...paid, ...status(0, 5, 5)] }));
    const found = cell(release, 'degree/i/a', 'pay');
    expect(found).toMatchObject({
      n: 25,
      categories: [],
      measures: { median: { value: 2350 }, quartile1: { value: 1200 } },
    });
    expect(found?.status === 'exact' && Object.keys(found.measures).toSorted()).toEqual([
      'median',
      'quartile1',
      'quartile3',
    ]);
    const fewer = protectSmall(nationOf({ a: [...paid.slice(5), ...status(0, 5, 5)] }));
    expect(cell(fewer, 'degree/i/a', 'pay')).toBeUndefined();
  });
});

describe('cannot say', () => {
  const said = (support: string, count: number): Answers[] => times(count, { support });
  const spread = [...said('1', 4), ...said('2', 4), ...said('4', 4)];

  test('is a cell of its own beside an exact one', () => {
    const few = protectSmall(nationOf({ a: [...spread, ...said('_dk', 2)] }));
    expect(cell(few, 'nation', 'support')).toMatchObject({ n: 12, cannotSay: null });
    const more = protectSmall(nationOf({ a: [...spread, ...said('_dk', 4)] }));
    expect(cell(more, 'nation', 'support')).toMatchObject({ n: 12, cannotSay: 4 });
  });

  test('is not shown where known numbers of answers would give a small group away', () => {
    // All of d took part and answered 12 times: its "cannot say" is 4 at most, so that those of the
    // hidden a and b would be 2 at least.
    const small = [...said('_dk', 2), ...said('1', 2)];
    const silent = [...spread, ...said('_dk', 4)];
    const release = protectSmall(
      nationOf({ a: said('1', 3).concat(said('2', 4)), b: small, d: silent, e: [...silent, ...silent] }),
    );
    expect(cell(release, 'field/1', 'support')).toMatchObject({ cannotSay: 14 });
    expect(cell(release, 'degree/i/e', 'support')).toMatchObject({ n: 24, cannotSay: null });
  });
});

describe('the table', () => {
  const nation = smallNation(
    [9, 14, 3, 8, 25, 2, 30].map((n, index) => ({ field: String(index % 2), n })),
    5,
    0.1,
  );

  test('does not depend on the order of responses or degrees', () => {
    const turned = {
      ...nation,
      degrees: nation.degrees.toReversed().map((degree) => ({ ...degree, answers: degree.answers.toReversed() })),
    };
    const text = (one: SmallNation): string => {
      const { table, coverage, cells } = protectSmall(one);
      return JSON.stringify([
        table.populations,
        [...table.cells].map(([key, row]) => [key, [...row]]),
        coverage,
        cells,
      ]);
    };
    expect(text(turned)).toBe(text(nation));
  });

  test('its cells are read back from JSON as they were', () => {
    const cells = [...protectSmall(nation).table.cells.values()].flatMap((row) => [...row.values()]);
    expect(cells.length).toBeGreaterThan(20);
    for (const one of cells) expect(safeCellSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    expect(safeCellSchema.safeParse({ status: 'exact', id: 'x', item: 'x', n: 0 }).success).toBe(false);
  });

  test('counts its cells once each', () => {
    const { cells, table } = protectSmall(nation);
    const inTree = table.populations
      .filter(({ level }) => level !== 'others')
      .flatMap(({ key }) => [...(table.cells.get(key)?.values() ?? [])]);
    // The gap of a pair follows from two cells and is none itself.
    const shown = inTree.filter(({ id }) => id !== 'skill');
    expect(cells.exact).toBe(shown.filter(({ status: kind }) => kind === 'exact').length);
    expect(cells.at_least).toBe(shown.filter(({ status: kind }) => kind === 'at_least').length);
    expect(cells.exact + cells.at_least + cells.hidden).toBe((1 + 2 + 3 + 6 + 7) * 13);
  });
});
