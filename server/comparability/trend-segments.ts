import type { Text } from '../engine/text.ts';
import type { ComparabilityMap } from './comparability-schema.ts';
import { relationOf } from './relation-of.ts';
import { indicatorsOf, type Indicator, type RunIndicator } from './trend-indicators.ts';
import { trendLink, type Asked, type Figure, type TrendLink } from './trend-link.ts';
import { unitLink, type Unit } from './unit-link.ts';

/**
 * One round of a trend, in order of time. `item`: its code in that version, null where it was not asked.
 * `value`: whatever the caller draws, null where it is withheld. `n` answers of `target` people.
 */
export type TrendPoint<V> = {
  period: string;
  version: number;
  item: string | null;
  unit?: Unit;
  n: number | null;
  target: number | null;
  value: V | null;
};
/**
 * The state of a point, as files state it: A normal, B first after a change of series, Q withheld, O not asked,
 * U fewer than ten answers. Where several hold, the first of B, Q, U is the one stated.
 */
export type TrendStatus = 'A' | 'B' | 'Q' | 'O' | 'U';
export type PlacedPoint<V> = TrendPoint<V> & { status: TrendStatus; statuses: readonly TrendStatus[] };
/** Rounds whose figures are comparable as they stand. */
export type TrendSegment<V> = {
  /** How it follows the segment before it; null for the first. A break is drawn with its sign and notes. */
  link: TrendLink | null;
  /** Segments of one number are declared the same: they have one colour, and still no line between them. */
  series: number;
  /** hollow: comparable with its neighbour only in what `indicator` says. */
  marker: 'filled' | 'hollow';
  indicator: Indicator;
  points: readonly PlacedPoint<V>[];
  /** Points to connect, in runs: neither a withheld point nor a round without the item is ever bridged. */
  lines: readonly (readonly PlacedPoint<V>[])[];
  /** What readers are told of changes inside the segment. */
  remarks: readonly { period: string; note: Text }[];
};
export type Trend<V> = { points: readonly PlacedPoint<V>[]; segments: readonly TrendSegment<V>[] };

/** Fewer answers than this are shown with a word of caution. */
const FEW_BELOW = 10;

/**
 * Cuts a trend where the maps say that it must be cut (statistics 4). Inside a segment lines, changes and
 * tests are allowed; between segments none is.
 *
 * @example trendSegments(roundsOfVersions1234, maps).segments.map(({ points }) => points.length) // [2, 1, 1]
 */
export function trendSegments<V>(
  points: readonly TrendPoint<V>[],
  maps: readonly ComparabilityMap[],
  figure: Figure = 'shares',
): Trend<V> {
  const runs = runsOf(points, maps, figure);
  const described = indicatorsOf(
    runs.map(({ link, rounds }) => ({ link, versions: [...new Set(rounds.map(({ point }) => point.version))] })),
  );
  const series = seriesOf(runs, maps);
  const placed = points.map((point, index): PlacedPoint<V> => {
    const run = runs.findIndex(({ rounds }) => rounds[0]?.index === index);
    return place(point, run >= 0 && described[run]?.link !== null);
  });
  const markers = markersOf(described, series);
  return {
    points: placed,
    segments: runs.map(({ rounds, remarks }, index): TrendSegment<V> => ({
      link: described[index]?.link ?? null,
      series: series[index] ?? index,
      marker: markers[index] ?? 'filled',
      indicator: described[index]?.indicator ?? { recode: null, base: null },
      points: rounds.flatMap((round) => placed[round.index] ?? []),
      lines: linesOf(rounds, placed),
      remarks,
    })),
  };
}

type Round<V> = { index: number; point: TrendPoint<V> & { item: string } };
type RunOf<V> = { link: TrendLink | null; rounds: Round<V>[]; remarks: { period: string; note: Text }[] };

function runsOf<V>(points: readonly TrendPoint<V>[], maps: readonly ComparabilityMap[], figure: Figure): RunOf<V>[] {
  const runs: RunOf<V>[] = [];
  for (const [index, point] of points.entries()) {
    if (point.item === null) continue;
    const round = { index, point: { ...point, item: point.item } };
    const last = runs.at(-1)?.rounds.at(-1);
    const link = last ? trendLink(maps, askedIn(last.point), askedIn(round.point), figure) : null;
    const current = runs.at(-1);
    if (!current || link?.kind !== 'continues') {
      runs.push({ link, rounds: [round], remarks: [] });
      continue;
    }
    current.rounds.push(round);
    current.remarks.push(...link.notes.map((note) => ({ period: point.period, note })));
  }
  return runs;
}

function askedIn<V>({ version, item, unit }: TrendPoint<V> & { item: string }): Asked {
  return unit ? { version, item, unit } : { version, item };
}

function place<V>(point: TrendPoint<V>, first: boolean): PlacedPoint<V> {
  if (point.item === null) return { ...point, n: null, value: null, status: 'O', statuses: ['O'] };
  const withheld = point.value === null;
  const statuses: TrendStatus[] = [];
  if (first) statuses.push('B');
  if (withheld) statuses.push('Q');
  else if (point.n !== null && point.n < FEW_BELOW) statuses.push('U');
  // A withheld point keeps its number of answers to itself as well.
  return {
    ...point,
    n: withheld ? null : point.n,
    status: statuses[0] ?? 'A',
    statuses: statuses.length > 0 ? statuses : ['A'],
  };
}

function linesOf<V>(rounds: readonly Round<V>[], placed: readonly PlacedPoint<V>[]): PlacedPoint<V>[][] {
  const lines: PlacedPoint<V>[][] = [];
  let before = Number.NaN;
  for (const { index } of rounds) {
    const point = placed[index];
    if (!point || point.value === null) continue;
    const line = lines.at(-1);
    if (line && index === before + 1) line.push(point);
    else lines.push([point]);
    before = index;
  }
  return lines;
}

/** Runs that a map of just their versions declares to continue one another share a number. */
function seriesOf<V>(runs: readonly RunOf<V>[], maps: readonly ComparabilityMap[]): number[] {
  const numbers: number[] = [];
  for (const run of runs) {
    const earlier = runs.slice(0, numbers.length).findIndex((other) => isDeclaredSame(maps, other, run));
    numbers.push(numbers[earlier] ?? Math.max(-1, ...numbers) + 1);
  }
  return numbers;
}

function isDeclaredSame<V>(maps: readonly ComparabilityMap[], one: RunOf<V>, other: RunOf<V>): boolean {
  return one.rounds.some(({ point: before }) =>
    other.rounds.some(({ point: after }) => {
      if (unitLink(maps, before.unit, after.unit).kind !== 'same') return false;
      const direct = maps.filter((map) => map.from === before.version && map.to === after.version);
      return relationOf(direct, before, after).kind === 'continues';
    }),
  );
}

function markersOf(described: readonly RunIndicator[], series: readonly number[]): ('filled' | 'hollow')[] {
  let first = 0;
  return described.map(({ link }, index) => {
    if (link === null || link.kind === 'break') first = index;
    return series[index] === series[first] ? 'filled' : 'hollow';
  });
}
