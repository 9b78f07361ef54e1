import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { codeIn } from '../comparability/relation-of.ts';
import { trendSegments, type PlacedPoint, type Trend, type TrendSegment } from '../comparability/trend-segments.ts';
import type { SafeCell, SafeFigure } from '../disclosure/safe-table.ts';
import { sumOfCategories } from '../disclosure/sum-categories.ts';
import type { Line } from './compared-lines.ts';
import type { ShownGroup } from './figure.ts';
import type { ReleaseHead } from './store.ts';

/** A round of one survey with what it shows of a degree and of its field; null where nothing is shown. */
export type TrendRound = { release: ReleaseHead; own: ShownGroup | null; field: ShownGroup | null };

type Exact = Extract<SafeCell, { status: 'exact' }>;
/** What a release shows of one item in a round. */
type Shown = { own: Exact; ownTarget: number; field: Exact | null; fieldTarget: number };

/** A round's figures as its segment draws them; null = not shown, or not to be had on the common scale. */
export type SeriesPoint = Omit<PlacedPoint<Shown>, 'value'> & { own: SafeFigure | null; field: SafeFigure | null };
export type Segment = Omit<TrendSegment<Shown>, 'points' | 'lines'> & {
  points: readonly SeriesPoint[];
  /** Runs to connect, as places among all rounds. */
  runs: readonly (readonly number[])[];
};
export type Series = {
  line: Line;
  points: readonly SeriesPoint[];
  segments: readonly Segment[];
  /** Classes of the common scale that are drawn in place of the share, where versions were recoded. */
  classes: readonly string[];
};

/**
 * One line of the page over all rounds, cut where the declared relations of the versions say so. Nothing is
 * connected over a round that is hidden or did not ask.
 */
export function toSeries(rounds: readonly TrendRound[], line: Line, maps: readonly ComparabilityMap[]): Series {
  const now = rounds.at(-1)?.release.version ?? 1;
  const trend = trendSegments(
    rounds.map(({ release, own, field }) => {
      const item = codeIn(maps, { version: now, item: line.code }, release.version);
      const shown = item === null ? null : shownOf({ own, field }, item + line.cell.slice(line.code.length));
      return {
        period: release.period,
        version: release.version,
        item,
        n: shown?.own.n ?? null,
        target: shown?.ownTarget ?? null,
        value: shown,
      };
    }),
    maps,
    line.measure === 'share' ? 'shares' : 'scores',
  );
  return seriesOf(trend, line);
}

function shownOf({ own, field }: Omit<TrendRound, 'release'>, cell: string): Shown | null {
  const mine = own?.cells.get(cell);
  const theirs = field?.cells.get(cell);
  if (mine?.status !== 'exact') return null;
  return {
    own: mine,
    ownTarget: own?.population.target ?? mine.n,
    field: theirs?.status === 'exact' ? theirs : null,
    fieldTarget: field?.population.target ?? 0,
  };
}

function seriesOf(trend: Trend<Shown>, line: Line): Series {
  const classes = commonClasses(trend, line);
  const segments = trend.segments.map(({ points, lines, ...segment }): Segment => {
    const figures = points.map((point) => toPoint(point, { line, classes, indicator: segment.indicator }));
    return {
      ...segment,
      points: figures,
      runs: lines.map((run) => run.map((point) => trend.points.indexOf(point))),
    };
  });
  const byPeriod = new Map(segments.flatMap(({ points }) => points.map((point) => [point.period, point] as const)));
  const points = trend.points.map(
    ({ value: _value, ...point }): SeriesPoint => byPeriod.get(point.period) ?? { ...point, own: null, field: null },
  );
  return { line, points, segments, classes };
}

/** How a segment draws a line: `classes` of the common scale stand for its share after a recode. */
type Drawn = { line: Line; classes: readonly string[]; indicator: TrendSegment<Shown>['indicator'] };

function toPoint({ value, ...point }: PlacedPoint<Shown>, drawn: Drawn): SeriesPoint {
  // A release has no figures of a part of those who were asked.
  if (!value || drawn.indicator.base?.condition) return { ...point, own: null, field: null };
  const figure = (cell: Exact | null, target: number) => cell && figureOf(cell, target, drawn);
  return { ...point, own: figure(value.own, value.ownTarget), field: figure(value.field, value.fieldTarget) };
}

function figureOf(cell: Exact, target: number, { line, classes, indicator }: Drawn): SafeFigure | null {
  if (line.measure === 'gap') return cell.measures.gap ?? null;
  if (line.measure !== 'share') return cell.measures.mean ?? null;
  const { recode } = indicator;
  if (!recode) {
    const [code, ...others] = line.categories;
    const one = cell.categories.find((category) => category.code === code);
    return one && others.length === 0 ? one.figure : sumOfCategories(cell, line.categories, target);
  }
  const codes = Object.keys(recode.mapping).filter((code) => classes.includes(recode.mapping[code] ?? ''));
  return codes.length === 0 ? null : sumOfCategories(cell, codes, target);
}

/**
 * The classes of a common scale that a share stands for after a recode: those that hold nothing but its
 * categories in every version. With categories 4–6 of six steps and the classes 1–2, 3–4 and 5–6: the last.
 */
function commonClasses({ segments }: Trend<Shown>, line: Line): string[] {
  if (line.measure !== 'share') return [];
  const recodes = segments.flatMap(({ indicator }) => indicator.recode ?? []);
  const names = recodes[0]?.common.map(({ code }) => code) ?? [];
  return names.filter((name) =>
    recodes.every(({ mapping }) => {
      const codes = Object.keys(mapping).filter((code) => mapping[code] === name);
      return codes.length > 0 && codes.every((code) => line.categories.includes(code));
    }),
  );
}
