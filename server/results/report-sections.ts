import { itemsOf, type FigureDefinition, type ReportDefinition } from '../../reports/report-definition.ts';
import { toBars } from './chart-bars.ts';
import { toDiverging } from './chart-diverging.ts';
import { toDumbbell } from './chart-dumbbell.ts';
import { toQuartiles } from './chart-quartiles.ts';
import { toDividedSections } from './divided-section.ts';
import type { Figure, FigureContext, Section, ShownGroup } from './figure.ts';
import { toOwnSections, type OwnBlocks } from './own-section.ts';

export type { OwnBlocks, Section };
export { toQuadrant, type Quadrant } from './quadrant.ts';

/** The figures of a report in their sections, in the report's order; own questions after all common ones. */
export function toSections(
  context: FigureContext,
  report: ReportDefinition,
  { divided, ownBlocks }: { divided: readonly ShownGroup[]; ownBlocks: OwnBlocks },
): Section[] {
  return [
    ...toCommonSections(context, report),
    ...toDividedSections(context, report.headlines, divided),
    ...toOwnSections(context, ownBlocks),
  ];
}

function toCommonSections(context: FigureContext, report: ReportDefinition): Section[] {
  return report.sections.flatMap((section) => {
    const figures = section.figures.flatMap((figure) => toFigure(context, figure) ?? []);
    return figures.length > 0 ? [{ code: section.code, title: section.title[context.language], figures }] : [];
  });
}

/** A version of the survey may not ask what a figure shows: then there is none. */
function toFigure(context: FigureContext, figure: FigureDefinition): Figure | null {
  if (!itemsOf(figure).some((item) => context.survey.questions.has(item))) return null;
  switch (figure.kind) {
    case 'dumbbell':
      return toDumbbell(context, figure);
    case 'diverging':
      return toDiverging(context, figure);
    case 'bars':
      return toBars(context, figure);
    case 'quartiles':
      return toQuartiles(context, figure);
    default:
      return figure satisfies never;
  }
}
