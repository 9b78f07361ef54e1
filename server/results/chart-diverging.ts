import type { FigureOf } from '../../reports/report-definition.ts';
import type { QuestionOf } from '../engine/question.ts';
import { scaleOf } from '../engine/survey.ts';
import { basisOf, cellOf, comparisons, exactCellOf, shareOf, plainShareText, type ExactCell } from './cell-texts.ts';
import type { StepColour } from './chart-colours.ts';
import {
  GROUPS,
  type Drawing,
  type Figure,
  type FigureContext,
  type FigureRow,
  type Group,
  type TableCell,
} from './figure.ts';
import { isAskedOfSome } from './item-labels.ts';
import { rowDrawing, type Mark } from './row-chart.ts';
import { answersCell, countCell, meanCell, plainShareCell, shareCell, wordsCell } from './table-cells.ts';

type Statement = {
  question: QuestionOf<'scale'>;
  steps: readonly Step[];
  upper: readonly string[];
  upperWords: string;
};
type Step = { code: string; label: string };

const HEIGHT = 32;
/** Where an answer does not exist, for anybody: said by the questionnaire, not by the answers. */
const NOT_ASKED = '–';
/** A number is printed in a segment that is wide enough for two digits. */
const SMALLEST_NUMBERED = 0.125;
/** The line between the two sides. */
const MIDDLE: Mark = { kind: 'bar', from: -0.004, to: 0.004, thickness: HEIGHT, colour: 'link' };
const THICKNESS = 24;
/** The lower half has a line below its numbers, so that it is told from the upper where colours do not print. */
const STRIPE = -0.56;
const GAP = 0.006; // a line of paper between segments, since six colours cannot all contrast

/** Statements on a scale without a middle: the answers to both sides of one line. */
export function toDiverging(context: FigureContext, figure: FigureOf<'diverging'>): Figure {
  const { texts, language, survey } = context;
  const statements = statementsOf(context, figure);
  const first = statements[0];
  return {
    code: figure.code,
    title: figure.title[language],
    question: null,
    notes: [
      texts.diverging.lead,
      ...(statements.some(({ question }) => isAskedOfSome(survey, question)) ? [texts.askedOfSome] : []),
    ],
    legend: (first?.steps ?? []).map(({ label }, index, steps) => ({
      sign: stepColour(index, steps.length),
      label: `${index + 1} ${label}`,
    })),
    axis: ['100', '50', '0', '50', '100'].map((text) => context.format.share(Number(text) / 100)),
    rows: statements.map((statement) => toRow(context, statement)),
    table: toTable(context, figure, statements),
  };
}

function statementsOf({ survey, language, upperHalf }: FigureContext, figure: FigureOf<'diverging'>): Statement[] {
  return figure.items.flatMap((item) => {
    const question = survey.questions.get(item);
    if (question?.kind !== 'scale') return [];
    const { options } = scaleOf(survey, question.scale);
    const steps = options.map(({ code, label }) => ({ code, label: label[language] }));
    const upper = steps.slice(steps.length / 2).map(({ code }) => code);
    return [{ question, steps, upper, upperWords: upperHalf[question.scale]?.[language] ?? '' }];
  });
}

function toRow(context: FigureContext, statement: Statement): FigureRow {
  const { texts, format, language } = context;
  const { question, upper, upperWords } = statement;
  const share = shareOf(context, 'own', question.code, upper);
  const own = exactCellOf(context, 'own', question.code);
  const interval = share && format.shareInterval(share);
  return {
    id: question.code,
    name: question.text[language],
    value: share ? `${format.share(share.value)} ${upperWords}` : hiddenValue(context, statement),
    facts: [
      ...(interval ? [texts.interval(interval)] : []),
      ...(own && own.cannotSay !== null ? [texts.cannotSayCount(format.count(own.cannotSay))] : []),
      ...basisOf(context, own),
    ],
    beside: comparisons(context, (group) => plainShareText(context, group, question.code, upper)),
    drawing: drawing(context, statement),
  };
}

function hiddenValue(context: FigureContext, { question, steps }: Statement): string {
  const cell = cellOf(context, 'own', question.code);
  if (cell?.status !== 'at_least') return context.texts.hidden;
  const label = steps.find(({ code }) => code === cell.category)?.label ?? cell.category;
  return context.texts.atLeastAnswered(context.format.share(cell.bound), label);
}

function drawing(context: FigureContext, { question, steps }: Statement): Drawing | null {
  const cell = exactCellOf(context, 'own', question.code);
  if (!cell) return null;
  const shares = steps.map(({ code }) => cell.categories.find((category) => category.code === code)?.figure.value ?? 0);
  const lower = shares.slice(0, shares.length / 2).reduce((sum, share) => sum + share, 0);
  let from = -lower;
  const segments = shares.flatMap((share, index): Mark[] => {
    const start = from;
    from += share;
    if (share === 0) return [];
    const colour = stepColour(index, shares.length);
    const text =
      share >= SMALLEST_NUMBERED
        ? { text: context.format.shareNumber(share), textColour: `on-${colour}` as const }
        : {};
    const place = { from: start + GAP, to: Math.max(start + GAP, start + share - GAP) };
    return [
      { kind: 'bar', ...place, thickness: THICKNESS, colour, ...text },
      ...(isLower(index, shares.length)
        ? [{ kind: 'line', ...place, y: STRIPE, width: 2, colour: `on-${colour}` } as const]
        : []),
    ];
  });
  return rowDrawing({ height: HEIGHT, from: -1, to: 1, gridStep: 0.5, marks: [...segments, MIDDLE] });
}

function isLower(index: number, steps: number): boolean {
  return index < steps / 2;
}

const STEP_COLOURS = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6'] as const satisfies readonly StepColour[];

/** Colours from the ends inwards, so that four steps take the outer two of each side. */
function stepColour(index: number, steps: number): StepColour {
  return STEP_COLOURS[isLower(index, steps) ? index : STEP_COLOURS.length - steps + index] ?? 'step6';
}

/** All statements of a figure are on one scale. */
function toTable(
  context: FigureContext,
  figure: FigureOf<'diverging'>,
  statements: readonly Statement[],
): Figure['table'] {
  const { texts, language } = context;
  const first = statements[0];
  const isOffered = statements.some(({ question }) => question.cannotSay);
  const steps = (first?.steps ?? []).map(({ label }, index) => `${index + 1} ${label}`);
  const upper = texts.diverging.upper(first?.upperWords ?? '');
  return {
    caption: `${figure.title[language]}. ${texts.intervalNote}`,
    columns: [
      texts.diverging.statement,
      texts.diverging.group,
      ...steps,
      upper,
      texts.mean,
      ...(isOffered ? [texts.cannotSay] : []),
      texts.n,
    ],
    bodies: statements.map((statement) => ({
      head: statement.question.text[language],
      rows: GROUPS.map((group) => ({
        head: texts.group[group],
        cells: tableCells(context, statement, group, isOffered),
      })),
    })),
  };
}

function tableCells(
  context: FigureContext,
  { question, steps, upper }: Statement,
  group: Group,
  isOffered: boolean,
): TableCell[] {
  const cell = exactCellOf(context, group, question.code);
  return [
    ...steps.map(({ code }) => plainShareCell(context, group, question.code, [code])),
    shareCell(context, group, question.code, upper),
    meanCell(context, group, question.code),
    ...(isOffered ? [cannotSayCell(context, question, cell)] : []),
    answersCell(context, cell),
  ];
}

function cannotSayCell(context: FigureContext, question: Statement['question'], cell: ExactCell | null): TableCell {
  return question.cannotSay ? countCell(context, cell?.cannotSay ?? null) : wordsCell(NOT_ASKED);
}
