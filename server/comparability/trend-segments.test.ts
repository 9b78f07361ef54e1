import { describe, expect, test } from '@jest/globals';
import { aMap, recode, related, steps, unitChange } from '../../test/support/build-maps.ts';
import { words } from '../../test/support/words.ts';
import { compareRounds, poolWindow } from './comparable-rounds.ts';
import type { ComparabilityMap } from './comparability-schema.ts';
import { recodeCounts } from './recode.ts';
import { trendSegments, type Trend, type TrendPoint } from './trend-segments.ts';

// Version 1 asks on six steps, 2 words it otherwise, 3 asks on five steps, 4 on the six steps of 1 again.
const SIX = steps({ low: 2, mid: 2, high: 2 });
const FIVE = steps({ low: 2, mid: 1, high: 2 });
const maps = [
  aMap(1, 2, { items: [related('match', 'editorial')] }),
  aMap(2, 3, { items: [related('match', 'recodable', { recode: recode(SIX, FIVE) })] }),
  aMap(3, 4, { items: [related('match', 'recodable', { recode: recode(FIVE, SIX) })] }),
  aMap(1, 4, { items: [related('match', 'identical')] }),
];
const withBreaks = maps.map((map) =>
  map.items[0]?.match === 'recodable' ? aMap(map.from, map.to, { items: [related('match', 'broken')] }) : map,
);

type Value = { value: number; low: number; high: number };
function point(version: number, more: Partial<TrendPoint<Value>> = {}): TrendPoint<Value> {
  return {
    period: `v${version}`,
    version,
    item: 'match',
    n: 40,
    target: 100,
    value: { value: 0.5, low: 0.4, high: 0.6 },
    ...more,
  };
}
const four = [1, 2, 3, 4].map((version) => point(version));
const periods = (trend: Trend<Value>) => trend.segments.map(({ points }) => points.map(({ period }) => period));
const statuses = (trend: Trend<Value>) => trend.points.map(({ status }) => status).join('');
const lines = (trend: Trend<Value>) =>
  trend.segments.flatMap((segment) => segment.lines.map((line) => line.map(({ period }) => period)));

describe('six steps, another wording, five steps, six steps again', () => {
  test.each([
    ['recodable', maps],
    ['broken', withBreaks],
  ])('where the scale is %s the segments are [v1, v2], [v3], [v4], and no line joins them', (_name, all) => {
    const trend = trendSegments(four, all);
    expect(periods(trend)).toEqual([['v1', 'v2'], ['v3'], ['v4']]);
    expect(lines(trend)).toEqual([['v1', 'v2'], ['v3'], ['v4']]);
  });

  test('version 4 has the colour of version 1, as declared, and is still a segment of its own', () => {
    expect(trendSegments(four, maps).segments.map(({ series }) => series)).toEqual([0, 1, 0]);
    const undeclared = maps.filter(({ to, from }) => !(from === 1 && to === 4));
    expect(trendSegments(four, undeclared).segments.map(({ series }) => series)).toEqual([0, 1, 2]);
  });

  test('recodable: only the classes of the common scale are drawn, hollow where the scale is another', () => {
    const { segments } = trendSegments(four, maps);
    expect(segments.map(({ marker }) => marker)).toEqual(['filled', 'hollow', 'filled']);
    expect(segments.map(({ indicator }) => indicator.recode?.mapping)).toEqual([SIX, FIVE, SIX]);
    expect(segments.map(({ indicator }) => indicator.recode?.common.length)).toEqual([3, 3, 3]);
    expect(segments[1]?.link).toMatchObject({ kind: 'recoded', notes: [words('match recodable')] });
    const drawn = segments[0]?.indicator.recode;
    expect(recodeCounts([1, 2, 4, 6, 8, 4], Object.keys(SIX), drawn?.mapping ?? {}, drawn?.common ?? [])).toEqual([
      3, 10, 12,
    ]);
  });

  test('broken: a break with its note, and each segment as asked', () => {
    const { segments } = trendSegments(four, withBreaks);
    expect(segments.slice(1).map(({ link }) => link)).toEqual([
      { kind: 'break', reason: 'broken', notes: [words('match broken')] },
      { kind: 'break', reason: 'broken', notes: [words('match broken')] },
    ]);
    expect(segments.map(({ indicator }) => indicator)).toEqual(Array(3).fill({ recode: null, base: null }));
    expect(segments.map(({ marker }) => marker)).toEqual(['filled', 'filled', 'filled']);
  });

  test('means are not comparable across scale lengths: the recode becomes a break', () => {
    const { segments } = trendSegments(four, maps, 'scores');
    expect(segments.map(({ link }) => link?.kind === 'break' && link.reason)).toEqual([false, 'mean', 'mean']);
    expect(segments.map(({ indicator }) => indicator.recode)).toEqual([null, null, null]);
  });

  test('a pooled window of v2 and v3 is refused, of v1 and v2 allowed', () => {
    expect(poolWindow(four.slice(1, 3), maps)).toMatchObject({
      kind: 'refused',
      reason: 'series_changes',
      between: ['v2', 'v3'],
    });
    expect(poolWindow(four.slice(0, 2), maps)).toEqual({ kind: 'allowed' });
    expect(poolWindow([point(1), point(2, { item: null })], maps)).toMatchObject({ reason: 'not_asked' });
  });

  test('a change may be stated inside a segment only, also between segments of one colour', () => {
    const trend = trendSegments(four, maps);
    expect(compareRounds(trend, 'v1', 'v2')).toEqual({ kind: 'allowed' });
    expect(compareRounds(trend, 'v2', 'v3')).toEqual({ kind: 'refused', reason: 'series_changes' });
    expect(compareRounds(trend, 'v1', 'v4')).toEqual({ kind: 'refused', reason: 'series_changes' });
    expect(compareRounds(trend, 'v1', 'v9')).toEqual({ kind: 'refused', reason: 'unknown' });
  });

  test('what changed inside a segment is told with it', () => {
    expect(trendSegments(four, maps).segments[0]?.remarks).toEqual([{ period: 'v2', note: words('match editorial') }]);
  });
});

describe('points', () => {
  const rounds = (...more: Partial<TrendPoint<Value>>[]) =>
    more.map((part, index) => point(1, { period: `${2020 + index}`, ...part }));

  test('a withheld point is a gap: never connected, never with its number of answers', () => {
    const trend = trendSegments(rounds({}, { value: null, n: 4 }, {}, {}), []);
    expect(statuses(trend)).toBe('AQAA');
    expect(lines(trend)).toEqual([['2020'], ['2022', '2023']]);
    expect(trend.points[1]).toMatchObject({ n: null, value: null });
    expect(trend.segments).toHaveLength(1);
    expect(compareRounds(trend, '2020', '2021')).toEqual({ kind: 'refused', reason: 'not_shown' });
  });

  test('few answers are marked, from ten on no more', () => {
    expect(statuses(trendSegments(rounds({ n: 9 }, { n: 10 }), []))).toBe('UA');
  });

  test('a round without the item is a gap, and what follows continues as its version says', () => {
    const asked = [point(1), point(2, { item: null }), point(3)];
    const direct = aMap(1, 3, { items: [related('match', 'identical')] });
    const trend = trendSegments(asked, [direct]);
    expect(statuses(trend)).toBe('AOA');
    expect(lines(trend)).toEqual([['v1'], ['v3']]);
    expect(periods(trendSegments(asked, []))).toEqual([['v1'], ['v3']]);
    expect(statuses(trendSegments(asked, []))).toBe('AOB');
  });

  test('a break counts first where several states hold, and all are kept', () => {
    const trend = trendSegments([point(1), point(3, { value: null }), point(4, { n: 6 })], withBreaks);
    expect(statuses(trend)).toBe('ABB');
    expect(trend.points.map((one) => one.statuses.join(''))).toEqual(['A', 'BQ', 'BU']);
  });

  test('versions that no map relates are broken without a word', () => {
    expect(trendSegments([point(1), point(2)], []).segments[1]?.link).toEqual({
      kind: 'break',
      reason: 'undeclared',
      notes: [],
    });
  });

  test('no points, no segments', () => {
    expect(trendSegments([], maps)).toEqual({ points: [], segments: [] });
  });
});

describe('several recodes', () => {
  const chain = (second: ReturnType<typeof recode>): ComparabilityMap[] => [
    aMap(1, 2, { items: [related('match', 'recodable', { recode: recode(SIX, FIVE) })] }),
    aMap(2, 3, { items: [related('match', 'recodable', { recode: second })] }),
  ];
  const three = [1, 2, 3].map((version) => point(version));

  test('where one common scale only joins classes of the other, all are drawn on the coarser', () => {
    const { segments } = trendSegments(three, chain(recode(steps({ no: 3, yes: 2 }), steps({ no: 2, yes: 2 }))));
    expect(segments.map(({ link }) => link?.kind)).toEqual([undefined, 'recoded', 'recoded']);
    expect(segments.map(({ indicator }) => indicator.recode?.mapping)).toEqual([
      steps({ no: 4, yes: 2 }),
      steps({ no: 3, yes: 2 }),
      steps({ no: 2, yes: 2 }),
    ]);
  });

  test('where the classes cut each other there is a break', () => {
    const { segments } = trendSegments(three, chain(recode(steps({ no: 4, yes: 1 }), steps({ no: 2, yes: 2 }))));
    expect(segments[2]?.link).toMatchObject({ kind: 'break', reason: 'no_common_scale' });
    expect(segments.map(({ indicator }) => indicator.recode?.mapping)).toEqual([SIX, FIVE, undefined]);
  });

  test('a round of the version in between is not needed', () => {
    const all = chain(recode(steps({ no: 3, yes: 2 }), steps({ no: 2, yes: 2 })));
    const { segments } = trendSegments([point(1), point(3)], all);
    expect(segments.map(({ indicator }) => indicator.recode?.mapping)).toEqual([
      steps({ no: 4, yes: 2 }),
      steps({ no: 2, yes: 2 }),
    ]);
  });
});

describe('a common base', () => {
  const base = { label: words('in work'), from: { kind: 'answered' as const, question: 'job' }, to: null };
  const first = aMap(1, 2, { items: [related('match', 'recodable', { base })] });

  test('is drawn of both versions, and means stay comparable', () => {
    const { segments } = trendSegments([point(1), point(2)], [first], 'scores');
    expect(segments.map(({ indicator }) => indicator.base?.condition)).toEqual([base.from, null]);
    expect(segments.map(({ link }) => link?.kind)).toEqual([undefined, 'recoded']);
  });

  test('does not reach over a third version', () => {
    const second = aMap(2, 3, { items: [related('match', 'editorial')] });
    const { segments } = trendSegments([point(1), point(2), point(3)], [first, second]);
    expect(segments[1]?.link).toMatchObject({ kind: 'break', reason: 'no_common_base' });
    expect(segments.map(({ indicator }) => indicator.base)).toEqual([null, null]);
  });
});

describe('units', () => {
  const at = (...codes: string[]) => ({ list: 'institutions' as const, codes });
  const units = (before: string[], after: string[]) => [
    point(1, { period: '2023', unit: at(...before) }),
    point(1, { period: '2024', unit: at(...after) }),
  ];
  const merged = unitChange('merged', ['A', 'B'], ['C']);

  test('a renamed unit goes on, and the note is told', () => {
    const trend = trendSegments(units(['A'], ['C']), [aMap(1, 2, { units: [unitChange('renamed', ['A'], ['C'])] })]);
    expect(periods(trend)).toEqual([['2023', '2024']]);
    expect(trend.segments[0]?.remarks).toEqual([{ period: '2024', note: words('renamed C') }]);
  });

  test('a merged unit begins with the merger', () => {
    const trend = trendSegments(units(['A'], ['C']), [aMap(1, 2, { units: [merged] })]);
    expect(trend.segments[1]?.link).toEqual({ kind: 'break', reason: 'unit', notes: [words('merged C')] });
  });

  test('a declared sum is shown beside it, but never joined to it', () => {
    const declared = [aMap(1, 2, { units: [{ ...merged, sum: true }] })];
    const trend = trendSegments(units(['A', 'B'], ['C']), declared);
    expect(trend.segments.map(({ link, marker }) => [link?.kind, marker])).toEqual([
      [undefined, 'filled'],
      ['summed', 'hollow'],
    ]);
    expect(lines(trend)).toEqual([['2023'], ['2024']]);
    expect(trendSegments(units(['A', 'B'], ['C']), [aMap(1, 2, { units: [merged] })]).segments[1]?.link?.kind).toBe(
      'break',
    );
    expect(poolWindow(units(['A', 'B'], ['C']), declared).kind).toBe('refused');
  });

  test('an unrelated unit is never the same line', () => {
    expect(trendSegments(units(['A'], ['B']), []).segments[1]?.link).toMatchObject({ kind: 'break', reason: 'unit' });
  });
});
