import type { FigureOf } from '../../reports/report-definition.ts';
import type { Band, QuestionOf } from '../engine/question.ts';
import { basisOf, exactCellOf, type ExactCell } from './cell-texts.ts';
import {
  GROUPS,
  type Drawing,
  type Figure,
  type FigureContext,
  type FigureRow,
  type CommonGroup,
  type Group,
  type TableCell,
} from './figure.ts';
import { isAskedOfSome } from './item-labels.ts';
import { rowDrawing, type Mark } from './row-chart.ts';
import { answersCell, point } from './table-cells.ts';

type Numeric = QuestionOf<'number'> | QuestionOf<'year_month'>;
type Quartiles = { lower: number; median: number; upper: number };
type Axis = { from: number; to: number; step: number };
const HEIGHT = 28;

/** A number or a month: median and quartiles of the three groups, one below the other. */
export function toQuartiles(context: FigureContext, { item, title }: FigureOf<'quartiles'>): Figure | null {
  const { texts, language, survey } = context;
  const question = survey.questions.get(item);
  if (question?.kind !== 'number' && question?.kind !== 'year_month') return null;
  const axis = axisOf(context, question);
  const drawn = GROUPS.some((group) => quartilesOf(context, group, item));
  return {
    code: item,
    title: title[language],
    question: question.text[language],
    notes: [
      texts.quartiles.lead,
      texts.quartiles.note,
      ...(isAskedOfSome(survey, question) ? [texts.askedOfSome] : []),
    ],
    legend: [],
    axis: drawn ? axisLabels(context, question, axis) : [],
    rows: GROUPS.map((group) => toRow(context, question, group, axis)),
    table: toTable(context, question, title[language]),
  };
}

function quartilesOf(context: FigureContext, group: Group, item: string): Quartiles | null {
  const { quartile1, median, quartile3 } = exactCellOf(context, group, item)?.measures ?? {};
  return quartile1 && median && quartile3
    ? { lower: quartile1.value, median: median.value, upper: quartile3.value }
    : null;
}

function toRow(context: FigureContext, question: Numeric, group: CommonGroup, axis: Axis): FigureRow {
  const { texts } = context;
  const quartiles = quartilesOf(context, group, question.code);
  const print = (value: number) => amount(context, question, value);
  return {
    id: `${question.code}-${group}`,
    name: texts.group[group],
    value: quartiles ? `${print(quartiles.median)}${unitOf(context, question)}` : texts.hidden,
    facts: quartiles
      ? [
          texts.quartiles.range(print(quartiles.lower), print(quartiles.upper)),
          ...basisOf(context, exactCellOf(context, group, question.code)),
        ]
      : [],
    beside: [],
    drawing: quartiles && drawing(quartiles, group, axis),
  };
}

function drawing({ lower, median, upper }: Quartiles, group: CommonGroup, { from, to, step }: Axis): Drawing {
  const marks: Mark[] = [
    { kind: 'line', from: lower, to: upper, width: 8, colour: group === 'own' ? 'own' : 'interval' },
    { kind: 'point', at: median, shape: 'dot', colour: group },
  ];
  return rowDrawing({ height: HEIGHT, from, to, gridStep: step, marks });
}

/**
 * The axis follows the declared bands, so that it is the same for every degree; figures that are
 * shown may widen it, hidden ones never.
 */
function axisOf(context: FigureContext, { code, bands }: Numeric): Axis {
  const ends = bands.map(({ from, below }: Band) => [from, below] as const);
  const [first, second] = ends;
  const [beforeLast, last] = ends.slice(-2);
  const low = Math.max(first?.[0] ?? 0, (first?.[1] ?? 0) - widthOf(second));
  const high = Math.min(last?.[1] ?? 1, (last?.[0] ?? 1) + widthOf(beforeLast));
  const shown = GROUPS.flatMap((group) => Object.values(quartilesOf(context, group, code) ?? {}));
  const step = niceStep((high - low) / 5);
  return {
    from: Math.floor(Math.min(low, ...shown) / step) * step,
    to: Math.ceil(Math.max(high, ...shown) / step) * step,
    step,
  };
}

function widthOf(ends: readonly [number, number] | undefined): number {
  return ends ? ends[1] - ends[0] : 0;
}

/** 1, 2 or 5 times a power of ten, not below the number; never below 1. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? power * 10;
}

function axisLabels({ format }: FigureContext, question: Numeric, { from, to, step }: Axis): string[] {
  const values = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
  return values.map((value) => (question.kind === 'year_month' ? String(value) : format.count(value)));
}

function amount({ format }: FigureContext, question: Numeric, value: number): string {
  return question.kind === 'year_month' ? format.quarter(value) : format.amount(value, question.roundTo);
}

function unitOf({ language }: FigureContext, question: Numeric): string {
  return question.kind === 'number' ? ` ${question.unit[language]}` : '';
}

function toTable(context: FigureContext, question: Numeric, title: string): Figure['table'] {
  const { texts, language } = context;
  const { group, lower, median, upper } = texts.quartiles;
  const unit = question.kind === 'year_month' ? 'year' : 'amount';
  const cells = (quartiles: Quartiles | null, cell: ExactCell | null): TableCell[] => [
    ...(['lower', 'median', 'upper'] as const).map((part): TableCell => {
      const text = quartiles ? amount(context, question, quartiles[part]) : texts.hidden;
      return { text, figure: point(quartiles?.[part] ?? null), unit };
    }),
    answersCell(context, cell),
  ];
  return {
    caption: question.kind === 'number' ? `${title}, ${question.unit[language]}` : title,
    columns: [group, lower, median, upper, texts.n],
    bodies: [
      {
        head: null,
        rows: GROUPS.map((one) => ({
          head: texts.group[one],
          cells: cells(quartilesOf(context, one, question.code), exactCellOf(context, one, question.code)),
        })),
      },
    ],
  };
}
