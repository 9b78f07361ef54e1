import type { ReportDefinition } from '../../reports/report-definition.ts';
import { scaleOf } from '../engine/survey.ts';
import type { QuestionOf } from '../engine/question.ts';
import { exactCellOf } from './cell-texts.ts';
import type { Drawing, FigureContext, Group } from './figure.ts';
import { planeChart, type PlaneMark } from './plane-chart.ts';
import type { SafeFigure } from '../disclosure/safe-table.ts';

const FIELDS = ['high_low', 'high_high', 'low_low', 'low_high'] as const;
type Field = (typeof FIELDS)[number];

/** Skills by importance in work and development in studies, in four fields. */
export type Quadrant = {
  code: string;
  /** Whose means the lines are, and where they stand. */
  note: string;
  /** The numbered skills of each field; 'unsure' where an interval crosses a line. */
  groups: readonly { title: string; skills: readonly { number: number; text: string }[] }[];
  drawing: Drawing;
};

type Skill = { name: string; importance: SafeFigure; development: SafeFigure };
type Lines = { importance: number; development: number };

/**
 * The skills of a report in four fields, with the lines at the whole country's means where these are shown,
 * else none: a line at the degree's own mean would put half of its skills on either side whatever they are.
 * Only skills whose both means are shown. null where there is nothing to draw.
 */
export function toQuadrant(context: FigureContext, report: ReportDefinition): Quadrant | null {
  const figure = report.sections.flatMap((section) => section.figures).find(({ kind }) => kind === 'dumbbell');
  if (figure?.kind !== 'dumbbell') return null;
  const pairs = figure.items.flatMap((item) => {
    const question = context.survey.questions.get(item);
    return question?.kind === 'pair' ? [question] : [];
  });
  const skills = pairs.flatMap((question) => skillOf(context, question));
  const lines = linesOf(context, pairs);
  const [first] = pairs;
  if (!first || skills.length === 0 || !lines) return null;
  const t = context.texts.quadrant;
  const numbered = skills.map((skill, index) => ({ ...skill, number: index + 1, field: fieldOf(skill, lines) }));
  const scores = scaleOf(context.survey, first.importance.scale).options.map(({ score }) => score);
  return {
    code: `quadrant-${figure.code}`,
    note: t.note(context.format.mean(lines.importance), context.format.mean(lines.development)),
    groups: [...FIELDS, 'unsure' as const].flatMap((field) => {
      const own = numbered.filter((skill) => skill.field === field);
      const said = own.map(({ number, name, importance, development }) => ({
        number,
        text: t.skill(name, context.format.mean(importance.value), context.format.mean(development.value)),
      }));
      return own.length > 0 ? [{ title: t.fields[field], skills: said }] : [];
    }),
    drawing: drawingOf(numbered, lines, scores),
  };
}

function meanOf(context: FigureContext, group: Group, id: string): SafeFigure | null {
  return exactCellOf(context, group, id)?.measures.mean ?? null;
}

function skillOf(context: FigureContext, { code, text }: QuestionOf<'pair'>): Skill[] {
  const importance = meanOf(context, 'own', `${code}.importance`);
  const development = meanOf(context, 'own', `${code}.development`);
  return importance && development ? [{ name: text[context.language], importance, development }] : [];
}

/** The means of the whole country's means of the skills that it shows in both; null where it shows none. */
function linesOf(context: FigureContext, pairs: readonly QuestionOf<'pair'>[]): Lines | null {
  const shown = pairs.flatMap(({ code }) => {
    const importance = meanOf(context, 'nation', `${code}.importance`)?.value;
    const development = meanOf(context, 'nation', `${code}.development`)?.value;
    return importance === undefined || development === undefined ? [] : [{ importance, development }];
  });
  if (shown.length === 0) return null;
  const mean = (part: keyof Lines) => shown.reduce((sum, one) => sum + one[part], 0) / shown.length;
  return { importance: mean('importance'), development: mean('development') };
}

function fieldOf({ importance, development }: Skill, lines: Lines): Field | 'unsure' {
  const sideOf = ({ value, low, high }: SafeFigure, line: number) => {
    if ((low ?? value) <= line && (high ?? value) >= line) return null;
    return value > line ? 'high' : 'low';
  };
  const up = sideOf(importance, lines.importance);
  const right = sideOf(development, lines.development);
  return up && right ? `${up}_${right}` : 'unsure';
}

const HEIGHT = 380;

function drawingOf(
  skills: readonly (Skill & { number: number; field: Field | 'unsure' })[],
  lines: Lines,
  scores: readonly number[],
): Drawing {
  const values = skills.flatMap(({ importance, development }) => [importance.value, development.value]);
  const drawn = [...values, ...Object.values(lines)];
  // Means crowd in the middle of the scale: only the steps around them are drawn.
  const from = Math.max(Math.min(...scores), Math.floor(Math.min(...drawn)));
  const to = Math.min(Math.max(...scores), Math.ceil(Math.max(...drawn)));
  const ticks = scores
    .filter((score) => score >= from && score <= to)
    .map((score) => ({ at: score, label: String(score) }));
  const line = (one: [number, number], other: [number, number]): PlaneMark => ({
    kind: 'path',
    points: [one, other],
    width: 2,
    colour: 'nation',
    dash: [6, 4],
  });
  const marks: PlaneMark[] = [
    line([lines.development, from], [lines.development, to]),
    line([from, lines.importance], [to, lines.importance]),
    ...skills.flatMap(({ importance, development, number, field }): PlaneMark[] => {
      const at = [development.value, importance.value] as const;
      const isSure = field !== 'unsure';
      return [
        { kind: 'point', at, shape: isSure ? 'dot' : 'ring', colour: 'own', size: 10 },
        { kind: 'text', at, text: String(number), colour: isSure ? 'paper' : 'own' },
      ];
    }),
  ];
  return {
    height: HEIGHT,
    chart: planeChart({ height: HEIGHT, x: { from, to, ticks }, y: { from, to, ticks }, marks }),
  };
}
