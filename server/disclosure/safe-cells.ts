import { sum } from '../statistics/figure.ts';
import { gapsOf, type ItemCounts } from '../statistics/item-counts.ts';
import { mean, median, pairedGap, standardDeviation } from '../statistics/mean.ts';
import { nps } from '../statistics/nps.ts';
import { quartiles, roundToStep } from '../statistics/quartiles.ts';
import { wilson } from '../statistics/wilson.ts';
import { answersTo, of, type Cell, type Counted } from './cells.ts';
import type { Measure, SafeCell, SafeFigure } from './safe-table.ts';
import { commonCategory, publishedBound } from './top-code.ts';

type Measures = Partial<Record<Measure, SafeFigure>>;

/**
 * Everything that is said of a cell shown exactly: counts, shares, means and the rest together
 * (rule R4), intervals for a target population of `target`. Numbers have rounded quartiles only.
 * Decides nothing: what may be shown has been settled.
 *
 * Example: [9, 3] → n 12, counts 9 and 3, shares 0.75 and 0.25 with their intervals.
 */
export function exactCell(
  { aggregation, cell, counts, target }: { aggregation: Counted; cell: Cell; counts: ItemCounts; target: number },
  cannotSay: boolean,
): SafeCell {
  const vector = cell.vector(counts);
  return {
    status: 'exact',
    id: cell.id,
    item: cell.item,
    n: answersTo(counts),
    categories: aggregation.kind === 'bands' ? [] : shares(cell, vector, target),
    cannotSay: cannotSay ? cell.cannotSay(counts) : null,
    measures: measuresOf(aggregation, counts, vector, target),
  };
}

/** A top-coded cell: what nearly all answered and a bound on their share, nothing else. */
export function boundedCell(cell: Cell, counts: ItemCounts): SafeCell {
  const vector = cell.vector(counts);
  const category = cell.categories[commonCategory(vector) ?? -1];
  if (typeof category !== 'string') throw new Error(`nothing to bound in "${cell.id}"`);
  return { status: 'at_least', id: cell.id, item: cell.item, category, bound: publishedBound(sum(vector)) };
}

/** The gap of a pair (importance − development): its mean and standard deviation, no counts. */
export function gapCell(question: string, scores: readonly number[], counts: ItemCounts, target: number): SafeCell {
  const { gap } = of('pair', counts);
  const gaps = gapsOf(scores);
  const measures: Measures = {};
  put(measures, 'gap', pairedGap(gap, gaps, target));
  put(measures, 'sd', point(standardDeviation(gap, gaps)));
  return { status: 'exact', id: question, item: question, n: sum(gap), categories: [], cannotSay: null, measures };
}

/** A share with its interval for each category that the tables name. */
function shares(
  cell: Cell,
  vector: readonly number[],
  target: number,
): { code: string; count: number; figure: SafeFigure }[] {
  const n = sum(vector);
  return cell.categories.flatMap((code, index) => {
    const count = vector[index] ?? 0;
    const figure = wilson(count, n, target);
    return code === null || !figure ? [] : [{ code, count, figure }];
  });
}

function measuresOf(aggregation: Counted, counts: ItemCounts, vector: readonly number[], target: number): Measures {
  const measures: Measures = {};
  switch (aggregation.kind) {
    case 'options':
      return measures;
    case 'categories':
      if (aggregation.scores) putScores(measures, vector, aggregation.scores, target);
      if (aggregation.nps) put(measures, 'nps', nps(vector, target));
      return measures;
    case 'pair':
      putScores(measures, vector, aggregation.scores, target);
      return measures;
    case 'bands':
      putQuartiles(measures, of('bands', counts).values, aggregation.roundTo);
      return measures;
    default:
      return aggregation satisfies never;
  }
}

function putScores(measures: Measures, vector: readonly number[], scores: readonly number[], target: number): void {
  put(measures, 'mean', mean(vector, scores, target));
  put(measures, 'sd', point(standardDeviation(vector, scores)));
  put(measures, 'median', point(median(vector, scores)));
}

function putQuartiles(measures: Measures, values: readonly number[], step: number): void {
  const found = quartiles(values);
  for (const measure of ['quartile1', 'median', 'quartile3'] as const) {
    put(measures, measure, point(found && roundToStep(found[measure], step)));
  }
}

function point(value: number | null): SafeFigure | null {
  return value === null ? null : { value, low: null, high: null };
}

function put(measures: Measures, measure: Measure, figure: SafeFigure | null): void {
  if (figure) measures[measure] = figure;
}
