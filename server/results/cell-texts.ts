import { marked } from './format-figures.ts';
import { FEW_BELOW, type SafeCell, type SafeFigure } from '../disclosure/safe-table.ts';
import { sumOfCategories } from '../disclosure/sum-categories.ts';
import type { FigureContext, Group } from './figure.ts';

// How a cell is said in words. What has no cell is one sign, whatever the reason.

export type ExactCell = Extract<SafeCell, { status: 'exact' }>;

/** The cell of an item in a group, or undefined for what is not shown. */
export function cellOf({ groups }: FigureContext, group: Group, id: string): SafeCell | undefined {
  return groups[group]?.cells.get(id);
}

/** The cell if it is shown exactly. */
export function exactCellOf(context: FigureContext, group: Group, id: string): ExactCell | null {
  const cell = cellOf(context, group, id);
  return cell?.status === 'exact' ? cell : null;
}

/** Share of some categories of an item; null where it is not shown exactly. */
export function shareOf(context: FigureContext, group: Group, id: string, codes: readonly string[]): SafeFigure | null {
  const cell = exactCellOf(context, group, id);
  if (!cell) return null;
  const [code, ...others] = codes;
  const category = cell.categories.find((one) => one.code === code);
  // One category has its figure in the release; only a sum is counted here.
  if (category && others.length === 0) return category.figure;
  return sumOfCategories(cell, codes, context.groups[group]?.population.target ?? cell.n);
}

/** 'at least 85%' where a category among `codes` is top-coded; else null. */
export function boundOf(context: FigureContext, group: Group, id: string, codes: readonly string[]): string | null {
  const cell = cellOf(context, group, id);
  if (cell?.status !== 'at_least' || !codes.includes(cell.category)) return null;
  return marked(context.texts.atLeast(context.format.share(cell.bound)), cell);
}

/** A share with its interval: '61 % (48–73 %)', a bound, or the sign of what is hidden. */
export function shareText(context: FigureContext, group: Group, id: string, codes: readonly string[]): string {
  const share = shareOf(context, group, id, codes);
  if (share) {
    const text = withInterval(context.format.share(share.value), context.format.shareInterval(share));
    return marked(text, exactCellOf(context, group, id));
  }
  return boundOf(context, group, id, codes) ?? context.texts.hidden;
}

/** A share without its interval. */
export function plainShareText(context: FigureContext, group: Group, id: string, codes: readonly string[]): string {
  const share = shareOf(context, group, id, codes);
  if (!share) return boundOf(context, group, id, codes) ?? context.texts.hidden;
  return marked(context.format.share(share.value), exactCellOf(context, group, id));
}

/** A mean with its interval. */
export function meanText(context: FigureContext, group: Group, id: string): string {
  const cell = exactCellOf(context, group, id);
  const mean = cell?.measures.mean;
  if (!mean) return context.texts.hidden;
  return marked(withInterval(context.format.mean(mean.value), context.format.meanInterval(mean)), cell);
}

/** A gap with its interval. */
export function gapText(context: FigureContext, group: Group, id: string): string {
  const cell = exactCellOf(context, group, id);
  const gap = cell?.measures.gap;
  if (!gap) return context.texts.hidden;
  return marked(withInterval(context.format.difference(gap.value), context.format.differenceInterval(gap)), cell);
}

/** How many answered: '41', '7 (few answers)', or the sign. */
export function answersText({ texts, format }: FigureContext, cell: ExactCell | null): string {
  if (!cell) return texts.hidden;
  const text = cell.n < FEW_BELOW ? `${format.count(cell.n)} (${texts.fewAnswers})` : format.count(cell.n);
  return marked(text, cell);
}

/** 'field 58 %', 'whole country 57 %': the comparisons of a row. */
export function comparisons(context: FigureContext, textOf: (group: Group) => string): string[] {
  return comparedIn(context).map((group) => `${context.texts.group[group]} ${textOf(group)}`);
}

/** The groups that stand beside this degree. */
export function comparedIn({ columns }: FigureContext): Group[] {
  return columns.filter((group) => group !== 'own');
}

/** '41 answers', and the word for few. */
export function basisOf(context: FigureContext, cell: ExactCell | null): string[] {
  if (!cell) return [];
  return [marked(context.texts.answers(context.format.count(cell.n)), cell), ...fewOf(context, cell)];
}

/** The word for few answers, where there are few. */
export function fewOf({ texts }: FigureContext, cell: ExactCell | null): string[] {
  return cell && cell.n < FEW_BELOW ? [texts.fewAnswers] : [];
}

export function withInterval(value: string, interval: string | null): string {
  return interval === null ? value : `${value} (${interval})`;
}
