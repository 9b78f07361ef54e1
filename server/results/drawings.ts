import { createHash } from 'node:crypto';
import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Drawing, Figure, FigureRow } from './figure.ts';
import type { Quadrant } from './quadrant.ts';
import type { Section } from './report-sections.ts';
import type { ReportView } from './view-model.ts';

/** Raised when drawings change, so that older ones are made anew. */
const DRAWING_VERSION = 2;

/** The name under which a row's drawing is kept. */
function drawingName(view: ReportView, figure: Figure, row: { id: string }): string {
  return `${placeOf(view)}/${figure.code}/${row.id}`;
}

function quadrantName(view: ReportView, { code }: Quadrant): string {
  return `${placeOf(view)}/${code}`;
}

/** Reports that an institution has of its own have drawings of their own. */
function placeOf({ variant }: { variant?: { mark: string } | undefined }): string {
  return variant ? `${DRAWING_VERSION}/${variant.mark}` : String(DRAWING_VERSION);
}

/**
 * Names a report whose drawings were all made, beside them: another way of drawing, another definition or another state
 * of an own report has another name. `own`: its mark.
 */
export function drawnMark(definition: ReportDefinition, own?: { mark: string }): string {
  const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12);
  return `all/${placeOf({ variant: own })}/${hash}`;
}

/** Every drawing of a report, by name. */
export function drawingsOf(view: ReportView): ReadonlyMap<string, Drawing> {
  const { headlines, sections, quadrant } = view;
  const figures = [headlines, ...sections.flatMap((section) => section.figures)];
  const rows = figures.flatMap((figure) =>
    figure.rows.flatMap((row) => (row.drawing ? [[drawingName(view, figure, row), row.drawing] as const] : [])),
  );
  return new Map([...rows, ...(quadrant ? [[quadrantName(view, quadrant), quadrant.drawing] as const] : [])]);
}

/** A row with its drawing made: an SVG element of ours, or null. */
export type PrintedFigure = Omit<Figure, 'rows'> & {
  rows: readonly (Omit<FigureRow, 'drawing'> & { svg: string | null })[];
};
export type PrintedReport = Omit<ReportView, 'headlines' | 'sections' | 'quadrant'> & {
  quadrant: (Omit<Quadrant, 'drawing'> & { svg: string }) | null;
  headlines: PrintedFigure;
  sections: readonly (Omit<Section, 'figures'> & { figures: readonly PrintedFigure[] })[];
};

/** The report with its drawings, ready to be printed. */
export function withDrawings(view: ReportView, svgs: ReadonlyMap<string, string>): PrintedReport {
  const print = (figure: Figure): PrintedFigure =>
    printFigure(figure, (_drawing, row) => svgs.get(drawingName(view, figure, row)) ?? null);
  return {
    ...view,
    quadrant: view.quadrant && printQuadrant(view.quadrant, svgs.get(quadrantName(view, view.quadrant))),
    headlines: print(view.headlines),
    sections: view.sections.map((section) => ({ ...section, figures: section.figures.map(print) })),
  };
}

function printQuadrant({ drawing: _, ...shown }: Quadrant, svg: string | undefined): PrintedReport['quadrant'] {
  return svg === undefined ? null : { ...shown, svg };
}

/** A figure with a drawing made for every row that has one. */
export function printFigure(
  figure: Figure,
  draw: (drawing: Drawing, row: { id: string }) => string | null,
): PrintedFigure {
  return {
    ...figure,
    rows: figure.rows.map(({ drawing, ...row }) => ({ ...row, svg: drawing ? draw(drawing, row) : null })),
  };
}
