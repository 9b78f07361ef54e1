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

/** What is shown of one's own group, and of the one that it is compared with; null where that is not shown. */
export type ComparedGroups = {
  respondents: number;
  own: ReadonlyMap<string, SafeCell>;
  whole: ReadonlyMap<string, SafeCell> | null;
  /** Whether one's own answers are not among those of `whole`: then nothing is taken out of it. */
  isApart?: boolean;
  /** One's own cells of the round before, those of questions that still ask the same; null without such a round. */
  before?: ReadonlyMap<string, SafeCell> | null;
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
  const { respondents, before } = groups;
  const items = cells.flatMap((one) => itemOf(groups, one) ?? []);
  const earlier = before ? { respondents, own: groups.own, whole: before, isApart: true } : null;
  const changes = earlier ? cells.flatMap((one) => itemOf(earlier, one) ?? []) : [];
  return highlights({ respondents, items, changes });
}

function itemOf({ own: mine, whole, isApart = false }: ComparedGroups, line: ComparedCell): ComparedItem | null {
  const own = exactOf(mine, line.cell);
  const all = whole && exactOf(whole, line.cell);
  if (!own) return null;
  const { code, stronger } = line;
  if (line.measure === 'share') {
    const one = chosenOf(own, line.categories);
    const other = all ? chosenOf(all, line.categories) : { chosen: 0, n: 0 };
    const rest = isApart || !all ? other : { chosen: other.chosen - one.chosen, n: other.n - one.n };
    return isShare(rest) ? { code, stronger, measure: 'share', own: one, other: rest } : null;
  }
  const one = summaryOf(own, line.measure);
  const other = all && summaryOf(all, line.measure);
  if (!one) return null;
  const rest = (other && (isApart ? other : withoutPart(other, one))) ?? NOBODY;
  return { code, stronger, measure: line.measure, own: one, other: rest };
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
