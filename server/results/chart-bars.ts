import type { FigureOf } from '../../reports/report-definition.ts';
import type { Question } from '../engine/question.ts';
import {
  basisOf,
  cellOf,
  comparedIn,
  comparisons,
  exactCellOf,
  plainShareText,
  shareOf,
  withInterval,
} from './cell-texts.ts';
import type { Figure, FigureContext, FigureRow, Group, TableCell, TableRow } from './figure.ts';
import { categoriesOf, isAskedOfSome } from './item-labels.ts';
import { shareDrawing, shareLegend } from './share-drawing.ts';
import { answersCell, countCell, shareCell } from './table-cells.ts';

/** One bar: some categories of one cell. Several choices have a cell for each option. */
type Bar = { id: string; label: string; cell: string; codes: readonly string[] };

/** More categories than this are drawn by their share, and the largest only. */
const MOST_IN_ORDER = 14;
const MOST_DRAWN = 8;

/** A closed question as bars from zero, in the definition's order. */
export function toBars(context: FigureContext, { item, title }: FigureOf<'bars'>): Figure | null {
  const { texts, language, survey } = context;
  const question = survey.questions.get(item);
  if (!question) return null;
  const bars = barsOf(context, question);
  const drawn = drawnOf(context, bars);
  return {
    code: item,
    title: title[language],
    question: question.text[language],
    notes: [
      question.kind === 'multiple' ? texts.bars.several : texts.bars.lead,
      ...(isAskedOfSome(survey, question) ? [texts.askedOfSome] : []),
      ...(drawn.length < bars.length && drawn.length > 0
        ? [texts.bars.largest(context.format.count(drawn.length))]
        : []),
      ...ownNotes(context, question),
    ],
    legend: drawn.length > 0 ? shareLegend(context) : [],
    axis: [0, 0.25, 0.5, 0.75, 1].map((share) => context.format.share(share)),
    rows: drawn.map((bar) => toRow(context, bar)),
    table: toTable(context, question, title[language], bars),
  };
}

function barsOf({ survey, language, texts }: FigureContext, question: Question): Bar[] {
  const { code } = question;
  if (question.kind === 'nps') {
    const { promoters, passives, detractors } = texts.bars.nps;
    const scores = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    return [
      { id: `${code}-9`, label: promoters, cell: code, codes: scores(9, 10) },
      { id: `${code}-7`, label: passives, cell: code, codes: scores(7, 8) },
      { id: `${code}-0`, label: detractors, cell: code, codes: scores(0, 6) },
    ];
  }
  return categoriesOf(survey, question, language).map((category) => ({
    id: `${code}-${category.code}`,
    label: category.label,
    cell: question.kind === 'multiple' ? `${code}/${category.code}` : code,
    codes: [category.code],
  }));
}

/** What is drawn: nothing of one hidden cell; of a long list its largest shares, which are then all shown. */
function drawnOf(context: FigureContext, bars: readonly Bar[]): readonly Bar[] {
  const cells = new Set(bars.map(({ cell }) => cell));
  const isOneHidden = cells.size === 1 && bars.every(({ cell }) => !exactCellOf(context, 'own', cell));
  if (isOneHidden) return [];
  if (cells.size > 1 || bars.length <= MOST_IN_ORDER) return bars;
  const share = (bar: Bar) => shareOf(context, 'own', bar.cell, bar.codes)?.value ?? 0;
  return bars
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, MOST_DRAWN)
    .filter((bar) => share(bar) > 0);
}

function toRow(context: FigureContext, bar: Bar): FigureRow {
  const { format, texts } = context;
  const own = shareOf(context, 'own', bar.cell, bar.codes);
  const interval = own && format.shareInterval(own);
  return {
    id: bar.id,
    name: bar.label,
    value: plainShareText(context, 'own', bar.cell, bar.codes),
    facts: interval ? [texts.interval(interval)] : [],
    beside: comparisons(context, (group) => plainShareText(context, group, bar.cell, bar.codes)),
    drawing:
      own &&
      shareDrawing(
        own,
        comparedIn(context).map((group) => shareOf(context, group, bar.cell, bar.codes)),
      ),
  };
}

/** What is said of this degree beside its bars: how many answered, or the sign, or the bound. */
function ownNotes(context: FigureContext, question: Question): string[] {
  const { texts, format, survey, language } = context;
  if (question.kind === 'multiple') return [];
  const cell = cellOf(context, 'own', question.code);
  if (!cell) return [`${texts.group.own}: ${texts.hidden}.`];
  if (cell.status === 'at_least') {
    const label =
      categoriesOf(survey, question, language).find(({ code }) => code === cell.category)?.label ?? cell.category;
    return [`${texts.group.own}: ${texts.atLeastAnswered(format.share(cell.bound), label)}.`];
  }
  const nps = cell.measures.nps;
  const score = nps ? [texts.bars.nps.scoreIs(withInterval(format.points(nps.value), format.pointsInterval(nps)))] : [];
  return [`${texts.group.own}: ${basisOf(context, cell).join(', ')}.`, ...score];
}

function toTable(context: FigureContext, question: Question, title: string, bars: readonly Bar[]): Figure['table'] {
  const { texts, columns } = context;
  const row = (head: string, cellFor: (group: Group) => TableCell) => ({ head, cells: columns.map(cellFor) });
  const shares = bars.map((bar) => row(bar.label, (group) => shareCell(context, group, bar.cell, bar.codes)));
  return {
    caption: `${title}. ${texts.intervalNote}`,
    columns: [texts.bars.category, ...columns.map((group) => texts.group[group])],
    bodies: [{ head: null, rows: [...shares, ...extraRows(context, question, row)] }],
  };
}

/** Below the shares: the net promoter score, "cannot say", and how many answered. */
function extraRows(
  context: FigureContext,
  question: Question,
  row: (head: string, cellFor: (group: Group) => TableCell) => TableRow,
): TableRow[] {
  const { texts, format } = context;
  if (question.kind === 'multiple') return [];
  const cell = (group: Group) => exactCellOf(context, group, question.code);
  const nps = (group: Group): TableCell => {
    const score = cell(group)?.measures.nps ?? null;
    const text = score ? withInterval(format.points(score.value), format.pointsInterval(score)) : texts.hidden;
    return { text, figure: score, unit: 'points' };
  };
  const cannotSay = (group: Group) => countCell(context, cell(group)?.cannotSay ?? null);
  return [
    ...(question.kind === 'nps' ? [row(texts.bars.nps.score, nps)] : []),
    ...(question.kind === 'scale' && question.cannotSay ? [row(texts.cannotSay, cannotSay)] : []),
    row(texts.n, (group) => answersCell(context, cell(group))),
  ];
}
