import type { SafeCell, SafeFigure } from '../disclosure/safe-table.ts';
import type { Question } from '../engine/question.ts';
import type { RoundMean } from './change-of.ts';

/** The one figure by which an item is followed or quoted. */
export type MeasureFigure =
  | { kind: 'gap' | 'mean' | 'nps'; figure: SafeFigure; n: number; spread: RoundMean | null }
  | { kind: 'share'; figure: SafeFigure; n: number; category: string }
  | { kind: 'median'; figure: SafeFigure; n: number }
  | { kind: 'at_least'; bound: number; category: string };

/** Kinds of questions whose figure is one number of all answers: only these are followed over rounds. */
const FOLLOWED: readonly Question['kind'][] = ['pair', 'scale', 'nps'];

/** Whether an action can be followed by a question. */
export function isFollowed(question: Question): boolean {
  return FOLLOWED.includes(question.kind);
}

/** What a cell says in one figure: gap, mean, score, the most common answer, or the middle; null where nothing is shown. */
export function measureFigure(question: Question, cell: SafeCell | undefined): MeasureFigure | null {
  if (!cell) return null;
  if (cell.status === 'at_least') return { kind: 'at_least', bound: cell.bound, category: cell.category };
  const { gap, mean, nps, median, sd } = cell.measures;
  const { n } = cell;
  switch (question.kind) {
    case 'pair':
      return gap ? { kind: 'gap', figure: gap, n, spread: sd ? { mean: gap.value, sd: sd.value, n } : null } : null;
    case 'scale':
      return mean ? { kind: 'mean', figure: mean, n, spread: sd ? { mean: mean.value, sd: sd.value, n } : null } : null;
    case 'nps':
      return nps ? { kind: 'nps', figure: nps, n, spread: spreadOfNps(cell.categories, nps.value, n) } : null;
    case 'single':
    case 'codelist': {
      const most = cell.categories.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))[0];
      return most ? { kind: 'share', figure: most.figure, n, category: most.code } : null;
    }
    case 'number':
    case 'year_month':
      return median ? { kind: 'median', figure: median, n } : null;
    case 'multiple':
    case 'text':
    case 'info':
      return null;
    default:
      return question satisfies never;
  }
}

/** Promoters count 100, detractors −100. */
function spreadOfNps(
  categories: readonly { code: string; count: number }[],
  mean: number,
  n: number,
): RoundMean | null {
  if (n < 2) return null;
  const scoreOf = (code: string) => (Number(code) >= 9 ? 100 : Number(code) <= 6 ? -100 : 0);
  const squares = categories.reduce((sum, { code, count }) => sum + count * (scoreOf(code) - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (n - 1)), n };
}
