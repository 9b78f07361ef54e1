import type { ComparedItem, Measure } from '../statistics/compare-item.ts';
import { highlights, type Highlights } from '../statistics/highlights.ts';
import type { Summary } from '../statistics/mean.ts';
import { withoutPart } from '../statistics/without-part.ts';
import type { SafeCell } from './safe-table.ts';

export type { Comparison } from '../statistics/compare-item.ts';
export type { Highlight, Highlights } from '../statistics/highlights.ts';

type Exact = Extract<SafeCell, { status: 'exact' }>;

/** A line of a page: the mean or gap of a cell, or the share of some of its categories. */
export type ComparedCell = { code: string; cell: string; stronger: 'higher' | 'lower' } & (
  { measure: Exclude<Measure, 'share'> } | { measure: 'share'; categories: readonly string[] }
);

/** What is shown of one's own group, and of the larger one that it is part of; null where that is not shown. */
export type ComparedGroups = {
  respondents: number;
  own: ReadonlyMap<string, SafeCell>;
  whole: ReadonlyMap<string, SafeCell> | null;
};

/**
 * The highlights of a page from published cells alone. One's own answers are taken out of the larger
 * group by subtraction, which is possible where both cells are shown exactly: else the item stands
 * without comparison. So nothing is said here that a reader could not work out.
 *
 * Example: an own mean of 3.0 (n = 41) and one of 3.9 in the field (n = 1,541) → compared with 3.924
 * of the other 1,500.
 */
export function compareCells(groups: ComparedGroups, cells: readonly ComparedCell[]): Highlights {
  const items = cells.flatMap((one) => itemOf(groups, one) ?? []);
  return highlights({ respondents: groups.respondents, items });
}

function itemOf(groups: ComparedGroups, line: ComparedCell): ComparedItem | null {
  const own = exactOf(groups.own, line.cell);
  const whole = groups.whole && exactOf(groups.whole, line.cell);
  if (!own) return null;
  const { code, stronger } = line;
  if (line.measure === 'share') {
    const mine = chosenOf(own, line.categories);
    const all = whole && chosenOf(whole, line.categories);
    const other = all ? { chosen: all.chosen - mine.chosen, n: all.n - mine.n } : { chosen: 0, n: 0 };
    return isShare(other) ? { code, stronger, measure: 'share', own: mine, other } : null;
  }
  const mine = summaryOf(own, line.measure);
  const all = whole && summaryOf(whole, line.measure);
  const other = (mine && all && withoutPart(all, mine)) ?? NOBODY;
  return mine && { code, stronger, measure: line.measure, own: mine, other };
}

const NOBODY: Summary = { n: 0, mean: 0, variance: 0 };

function exactOf(cells: ReadonlyMap<string, SafeCell>, id: string): Exact | null {
  const cell = cells.get(id);
  return cell?.status === 'exact' ? cell : null;
}

function chosenOf({ categories, n }: Exact, codes: readonly string[]): { chosen: number; n: number } {
  const chosen = categories.reduce((sum, { code, count }) => sum + (codes.includes(code) ? count : 0), 0);
  return { chosen, n };
}

function isShare({ chosen, n }: { chosen: number; n: number }): boolean {
  return chosen >= 0 && chosen <= n;
}

function summaryOf({ n, measures }: Exact, measure: Measure): Summary | null {
  const value = measure === 'gap' ? measures.gap : measures.mean;
  if (!value || !measures.sd) return null;
  return { n, mean: value.value, variance: measures.sd.value ** 2 };
}
