import type { Drawing, Figure, FigureRow } from './figure.ts';
import type { Quadrant } from './quadrant.ts';
import type { Section } from './report-sections.ts';
import type { ReportView } from './view-model.ts';

/** Raised when drawings change, so that older ones are made anew. */
const DRAWING_VERSION = 1;

/** The name under which a row's drawing is kept. */
function drawingName(figure: Figure, row: { id: string }): string {
  return `${DRAWING_VERSION}/${figure.code}/${row.id}`;
}

function quadrantName({ code }: Quadrant): string {
  return `${DRAWING_VERSION}/${code}`;
}

/** Every drawing of a report, by name. */
export function drawingsOf({ headlines, sections, quadrant }: ReportView): ReadonlyMap<string, Drawing> {
  const figures = [headlines, ...sections.flatMap((section) => section.figures)];
  const rows = figures.flatMap((figure) =>
    figure.rows.flatMap((row) => (row.drawing ? [[drawingName(figure, row), row.drawing] as const] : [])),
  );
  return new Map([...rows, ...(quadrant ? [[quadrantName(quadrant), quadrant.drawing] as const] : [])]);
}

/** A row with its drawing made: an SVG element of ours, or null. */
export type PrintedFigure = Omit<Figure, 'rows'> & {
  rows: readonly (Omit<FigureRow, 'drawing'> & { svg: string | null })[];
};
export type PrintedReport = Omit<ReportView, 'headlines' | 'sections' | 'quadrant'> & {
  quadrant: (Omit<Quadrant, 'drawing'> & { svg: string }) | null;
  /** Decisions about the degree with their measures, for files: a sentence each. */
  decisions?: readonly string[];
  headlines: PrintedFigure;
  sections: readonly (Omit<Section, 'figures'> & { figures: readonly PrintedFigure[] })[];
};

/** The report with its drawings, ready to be printed. */
export function withDrawings(view: ReportView, svgs: ReadonlyMap<string, string>): PrintedReport {
  const print = (figure: Figure): PrintedFigure =>
    printFigure(figure, (_drawing, row) => svgs.get(drawingName(figure, row)) ?? null);
  const map = view.quadrant && svgs.get(quadrantName(view.quadrant));
  return {
    ...view,
    quadrant: view.quadrant && map ? { ...view.quadrant, svg: map } : null,
    headlines: print(view.headlines),
    sections: view.sections.map((section) => ({ ...section, figures: section.figures.map(print) })),
  };
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
