import { describe, expect, test } from '@jest/globals';
import { aMap, recode, related, steps } from '../../test/support/build-maps.ts';
import { bounded, exact, figure, populationOf } from '../../test/support/figure-context.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import type { Line } from './compared-lines.ts';
import type { ShownGroup } from './figure.ts';
import { toSeries, type TrendRound } from './trend-series.ts';

const SIX = steps({ low: 2, mid: 2, high: 2 });
const FIVE = steps({ low: 2, mid: 1, high: 2 });
const share: Line = {
  code: 'match',
  cell: 'match',
  measure: 'share',
  stronger: 'higher',
  categories: ['4', '5', '6'],
  name: 'Match',
  anchor: 'match',
};
const mean: Line = {
  code: 'match',
  cell: 'match',
  measure: 'mean',
  stronger: 'higher',
  name: 'Match',
  anchor: 'match',
};

function shown(cells: readonly SafeCell[]): ShownGroup {
  return { population: populationOf('own'), cells: new Map(cells.map((cell) => [cell.id, cell])) };
}
function round(period: string, version: number, ...cells: readonly SafeCell[]): TrendRound {
  const release = { id: `r-${period}`, survey: 's', version, period, invented: true, built_on: '2026-01-15' };
  return { release, own: shown(cells), field: null };
}
const six = (value = 4) =>
  exact('match', { '1': 2, '2': 4, '3': 6, '4': 8, '5': 6, '6': 4 }, { mean: figure(value, 0.3) });
const five = () => exact('match', { '1': 3, '2': 5, '3': 8, '4': 8, '5': 6 }, { mean: figure(3.3, 0.3) });

describe('a line over rounds', () => {
  test('of one version is one run of the releases’ own figures', () => {
    const series = toSeries([round('2019', 1, six(4.1)), round('2020', 1, six(4.4))], mean, []);
    expect(series.points.map(({ own }) => own?.value)).toEqual([4.1, 4.4]);
    expect(series.segments.map(({ runs }) => runs)).toEqual([[[0, 1]]]);
  });

  test('a hidden round, and one that shows a bound only, is a gap and is not bridged', () => {
    const rounds = [
      round('2018', 1, six()),
      round('2019', 1),
      round('2020', 1, bounded('match', '6', 0.9)),
      round('2021', 1, six()),
    ];
    const series = toSeries(rounds, mean, []);
    expect(series.points.map(({ own, n, status }) => [own?.value ?? null, n, status])).toEqual([
      [4, 30, 'A'],
      [null, null, 'Q'],
      [null, null, 'Q'],
      [4, 30, 'A'],
    ]);
    expect(series.segments.map(({ runs }) => runs)).toEqual([[[0], [3]]]);
  });

  test('a question that the maps declare broken is two segments', () => {
    const maps = [aMap(1, 2, { items: [related('match', 'broken')] })];
    const series = toSeries([round('2019', 1, six()), round('2020', 2, six())], mean, maps);
    expect(series.segments.map(({ link, runs }) => [link?.kind, runs])).toEqual([
      [undefined, [[0]]],
      ['break', [[1]]],
    ]);
  });

  test('a share on a common scale is that of the classes that hold nothing else in either version', () => {
    const maps = [aMap(1, 2, { items: [related('match', 'recodable', { recode: recode(SIX, FIVE) })] })];
    const series = toSeries([round('2019', 1, six()), round('2020', 2, five())], share, maps);
    expect(series.classes).toEqual(['high']);
    expect(series.points.map(({ own }) => own?.value)).toEqual([10 / 30, 14 / 30]);
    expect(series.segments).toHaveLength(2);
    const means = toSeries([round('2019', 1, six()), round('2020', 2, five())], mean, maps);
    expect(means.segments[1]?.link?.kind).toBe('break');
  });

  test('a round that did not ask has no point', () => {
    const maps = [aMap(1, 2, { items: [{ ...related('match', 'identical'), from: null }] })];
    const series = toSeries([round('2019', 1, six()), round('2020', 2, six())], mean, maps);
    expect(series.points.map(({ status, own }) => [status, own === null])).toEqual([
      ['O', true],
      ['A', false],
    ]);
  });
});
