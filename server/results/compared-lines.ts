import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { ComparedCell, Comparison } from '../disclosure/compare-cells.ts';
import type { FigureContext, TableCell } from './figure.ts';
import type { SafeFigure } from '../disclosure/safe-table.ts';
import { boundOf } from './cell-texts.ts';
import type { Format } from './format-figures.ts';
import { gapCell, meanCell, point, shareCell } from './table-cells.ts';

// What of a degree is compared with others or with its own round before, and how a comparison is said.

/** A line of the page with its name and the anchor of its chart. */
export type Line = ComparedCell & { name: string; anchor: string };

/** All that is compared, in the order of the page: main figures, skills twice, statements. */
export function comparedLines(
  { survey, language }: Pick<FigureContext, 'survey' | 'language'>,
  report: ReportDefinition,
): Line[] {
  const shares = report.headlines.map(({ item, title, categories }): Line => ({
    code: item,
    cell: item,
    measure: 'share',
    stronger: 'higher',
    categories,
    name: title[language],
    anchor: `headline-${item}`,
  }));
  const figures = report.sections.flatMap((section) => section.figures);
  const named = (item: string) => ({
    code: item,
    name: (survey.questions.get(item)?.text[language] ?? item).replace(/\.$/, ''),
    anchor: item,
  });
  const skills = figures.flatMap((figure) => (figure.kind === 'dumbbell' ? figure.items : []));
  const statements = figures.flatMap((figure) => (figure.kind === 'diverging' ? figure.items : []));
  return [
    ...shares,
    ...skills.map((item): Line => ({
      ...named(item),
      cell: `${item}.development`,
      measure: 'development',
      stronger: 'higher',
    })),
    ...skills.map((item): Line => ({ ...named(item), cell: item, measure: 'gap', stronger: 'lower' })),
    ...statements.map((item): Line => ({ ...named(item), cell: item, measure: 'mean', stronger: 'higher' })),
  ].filter(({ code }) => survey.questions.has(code));
}

type Said = Pick<FigureContext, 'format' | 'texts'>;

/** The value of a side as it is read. */
export function valueText({ format }: Said, one: Comparison, side: 'own' | 'other'): string {
  const { value } = one[side];
  if (one.measure === 'share') return format.share(value);
  return one.measure === 'gap' ? format.difference(value) : format.mean(value);
}

/** The value of a side in a table. */
export function valueCell(context: FigureContext, one: Comparison, side: 'own' | 'other'): TableCell {
  const unit = one.measure === 'share' ? 'share' : one.measure === 'gap' ? 'difference' : 'mean';
  return { text: valueText(context, one, side), figure: point(one[side].value), unit };
}

/** The difference of two shares is one of percentage points. */
function pointsOf({ difference: { value, low, high } }: Comparison) {
  return { value: 100 * value, low: 100 * low, high: 100 * high };
}

/** Own minus other, as it is read. */
export function differenceText({ format, texts }: Said, one: Comparison): string {
  if (one.measure !== 'share') return format.difference(one.difference.value);
  return texts.highlights.points(format.points(pointsOf(one).value));
}

/** The ends of the interval of the difference. */
export function rangeText({ format }: Said, one: Comparison): string {
  const range =
    one.measure === 'share' ? format.pointsInterval(pointsOf(one)) : format.differenceInterval(one.difference);
  return range ?? '';
}

/** The difference with its interval in a table. */
export function differenceCell(context: FigureContext, one: Comparison): TableCell {
  const isShare = one.measure === 'share';
  const { format } = context;
  const value = isShare ? format.points(pointsOf(one).value) : format.difference(one.difference.value);
  return {
    text: `${value} (${rangeText(context, one)})`,
    figure: isShare ? pointsOf(one) : one.difference,
    unit: isShare ? 'points' : 'difference',
  };
}

/** What a line says of a group: its figure in a table, and its parts for a sentence. */
export type LineCell = TableCell & { short: string; range: string | null };

/** A line's own figure of the group that is `own` in the context. */
export function lineCell(context: FigureContext, line: Line): LineCell {
  const cell = cellOfLine(context, line);
  if (cell.figure) return { ...cell, ...lineNumber(context.format, line, cell.figure) };
  const bound = line.measure === 'share' ? boundOf(context, 'own', line.cell, line.categories) : null;
  return { ...cell, short: bound ?? context.texts.hidden, range: null };
}

function cellOfLine(context: FigureContext, line: Line): TableCell {
  switch (line.measure) {
    case 'share':
      return shareCell(context, 'own', line.cell, line.categories);
    case 'gap':
      return gapCell(context, 'own', line.cell);
    case 'mean':
    case 'development':
      return meanCell(context, 'own', line.cell);
    default:
      return line satisfies never;
  }
}

/** A figure of a line without its interval, and the interval. */
export function lineNumber(
  format: Format,
  { measure }: Pick<Line, 'measure'>,
  figure: SafeFigure,
): { short: string; range: string | null } {
  if (measure === 'share') return { short: format.share(figure.value), range: format.shareInterval(figure) };
  if (measure === 'gap') return { short: format.difference(figure.value), range: format.differenceInterval(figure) };
  return { short: format.mean(figure.value), range: format.meanInterval(figure) };
}
