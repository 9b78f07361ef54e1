import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { ComparedCell, Comparison } from '../disclosure/compare-cells.ts';
import type { FigureContext, TableCell } from './figure.ts';
import { boundOf, shareOf } from './cell-texts.ts';
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

/** The value of a side as it is read. */
export function valueText({ format }: FigureContext, one: Comparison, side: 'own' | 'other'): string {
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
export function differenceText({ format, texts }: FigureContext, one: Comparison): string {
  if (one.measure !== 'share') return format.difference(one.difference.value);
  return texts.highlights.points(format.points(pointsOf(one).value));
}

/** The ends of the interval of the difference. */
export function rangeText({ format }: FigureContext, one: Comparison): string {
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
  const { format, texts } = context;
  switch (line.measure) {
    case 'share': {
      const share = shareOf(context, 'own', line.cell, line.categories);
      const bound = boundOf(context, 'own', line.cell, line.categories);
      const cell = shareCell(context, 'own', line.cell, line.categories);
      return {
        ...cell,
        short: share ? format.share(share.value) : (bound ?? texts.hidden),
        range: share && format.shareInterval(share),
      };
    }
    case 'gap': {
      const cell = gapCell(context, 'own', line.cell);
      const { figure } = cell;
      return {
        ...cell,
        short: figure ? format.difference(figure.value) : texts.hidden,
        range: figure && format.differenceInterval(figure),
      };
    }
    case 'mean':
    case 'development': {
      const cell = meanCell(context, 'own', line.cell);
      const { figure } = cell;
      return {
        ...cell,
        short: figure ? format.mean(figure.value) : texts.hidden,
        range: figure && format.meanInterval(figure),
      };
    }
    default:
      return line satisfies never;
  }
}
