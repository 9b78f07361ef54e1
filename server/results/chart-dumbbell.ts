import type { FigureOf } from '../../reports/report-definition.ts';
import type { QuestionOf } from '../engine/question.ts';
import { scaleOf } from '../engine/survey.ts';
import { cellOf, comparisons, exactCellOf, fewOf, meanText } from './cell-texts.ts';
import type { Drawing, Figure, FigureContext, FigureRow, Group, TableCell } from './figure.ts';
import { rowDrawing } from './row-chart.ts';
import { answersCell, gapCell, meanCell } from './table-cells.ts';

type Part = 'importance' | 'development';
type Skill = { question: QuestionOf<'pair'>; name: string };
const HEIGHT = 28;

/**
 * Skills seen twice: importance ◇ and development ●, by the size of the gap. A skill whose gap is not
 * shown comes last, in the definition's order, so that the order tells nothing of it.
 */
export function toDumbbell(context: FigureContext, figure: FigureOf<'dumbbell'>): Figure {
  const { texts, language } = context;
  const skills = byGap(context, skillsOf(context, figure));
  const first = skills[0];
  const scores = first
    ? scaleOf(context.survey, first.question.importance.scale).options.map(({ score }) => score)
    : [];
  const [from, to] = [Math.min(...scores), Math.max(...scores)];
  return {
    code: figure.code,
    title: figure.title[language],
    question: null,
    notes: [texts.dumbbell.lead(String(from), String(to)), texts.dumbbell.gapNote],
    legend: [
      { sign: 'diamond', label: texts.dumbbell.importance },
      { sign: 'dot', label: texts.dumbbell.development },
      { sign: 'interval', label: texts.dumbbell.intervalKey },
    ],
    axis: scores.map(String),
    rows: skills.map((skill) => toRow(context, skill, { from, to })),
    table: toTable(context, figure, skills),
  };
}

function skillsOf({ survey, language }: FigureContext, figure: FigureOf<'dumbbell'>): Skill[] {
  return figure.items.flatMap((item) => {
    const question = survey.questions.get(item);
    return question?.kind === 'pair' ? [{ question, name: question.text[language] }] : [];
  });
}

function byGap(context: FigureContext, skills: readonly Skill[]): Skill[] {
  const gapOf = ({ question }: Skill) => exactCellOf(context, 'own', question.code)?.measures.gap?.value;
  // Not shown = below every gap; equal ones keep the definition's order.
  return skills.toSorted((a, b) => (gapOf(b) ?? -Infinity) - (gapOf(a) ?? -Infinity) || 0);
}

function toRow(context: FigureContext, skill: Skill, scale: { from: number; to: number }): FigureRow {
  const { texts, format } = context;
  const { code } = skill.question;
  const gap = exactCellOf(context, 'own', code)?.measures.gap;
  const interval = gap && format.differenceInterval(gap);
  return {
    id: code,
    name: skill.name,
    value: gap ? `${texts.dumbbell.gap} ${format.difference(gap.value)}` : texts.hidden,
    facts: [
      `${texts.dumbbell.importance} ${partText(context, skill, 'importance', shortMean)}`,
      `${texts.dumbbell.development} ${partText(context, skill, 'development', shortMean)}`,
      ...(interval ? [texts.dumbbell.gapInterval(interval)] : []),
      ...fewOf(context, exactCellOf(context, 'own', `${code}.importance`)),
    ],
    beside: comparisons(context, (group) => gapWord(context, group, code)),
    drawing: drawing(context, code, scale),
  };
}

function gapWord(context: FigureContext, group: Group, code: string): string {
  const gap = exactCellOf(context, group, code)?.measures.gap;
  return gap ? context.format.difference(gap.value) : context.texts.hidden;
}

/** A mean of one part, a bound, or the sign. `mean` prints the mean. */
function partText(context: FigureContext, { question }: Skill, part: Part, mean: typeof meanText): string {
  const id = `${question.code}.${part}`;
  const cell = cellOf(context, 'own', id);
  if (cell?.status !== 'at_least') return mean(context, 'own', id);
  const option = scaleOf(context.survey, question[part].scale).options.find(({ code }) => code === cell.category);
  return context.texts.atLeastAnswered(
    context.format.share(cell.bound),
    option?.label[context.language] ?? cell.category,
  );
}

/** The same for a table: with the interval, and the number behind it. */
function partCell(context: FigureContext, skill: Skill, part: Part): TableCell {
  const text = partText(context, skill, part, meanText);
  return { ...meanCell(context, 'own', `${skill.question.code}.${part}`), text };
}

function shortMean(context: FigureContext, group: Group, id: string): string {
  const mean = exactCellOf(context, group, id)?.measures.mean;
  return mean ? context.format.mean(mean.value) : context.texts.hidden;
}

function drawing(context: FigureContext, code: string, { from, to }: { from: number; to: number }): Drawing | null {
  const gap = exactCellOf(context, 'own', code)?.measures.gap;
  const importance = exactCellOf(context, 'own', `${code}.importance`)?.measures.mean;
  const development = exactCellOf(context, 'own', `${code}.development`)?.measures.mean;
  if (!gap || !importance || !development) return null;
  const interval = ({ value, low, high }: typeof importance) =>
    ({
      kind: 'line',
      from: Math.max(from, low ?? value),
      to: Math.min(to, high ?? value),
      width: 5,
      colour: 'interval',
    }) as const;
  return rowDrawing({
    height: HEIGHT,
    from,
    to,
    gridStep: 1,
    marks: [
      { kind: 'line', from, to, width: 1, colour: 'grid' },
      interval(development),
      interval(importance),
      { kind: 'line', from: development.value, to: importance.value, width: 2, colour: 'link' },
      { kind: 'point', at: development.value, shape: 'dot', colour: 'own' },
      { kind: 'point', at: importance.value, shape: 'diamond', colour: 'field' },
    ],
  });
}

function toTable(context: FigureContext, figure: FigureOf<'dumbbell'>, skills: readonly Skill[]): Figure['table'] {
  const { texts, language, columns } = context;
  const { skill, importance, development, ...gaps } = texts.dumbbell.columns;
  return {
    caption: `${figure.title[language]}. ${texts.intervalNote}`,
    columns: [skill, importance, development, ...columns.map((group) => gaps[group]), texts.n],
    bodies: [
      {
        head: null,
        rows: skills.map((one) => ({
          head: one.name,
          cells: [
            partCell(context, one, 'importance'),
            partCell(context, one, 'development'),
            ...columns.map((group) => gapCell(context, group, one.question.code)),
            answersCell(context, exactCellOf(context, 'own', `${one.question.code}.importance`)),
          ],
        })),
      },
    ],
  };
}
