import type { Drawing, Figure, FigureRow } from './figure.ts';
import type { Section } from './report-sections.ts';
import type { ReportView } from './view-model.ts';

/** Raised when drawings change, so that older ones are made anew. */
const DRAWING_VERSION = 2;

/** The name under which a row's drawing is kept. */
function drawingName({ variant }: ReportView, figure: Figure, row: { id: string }): string {
  return [String(DRAWING_VERSION), ...(variant ? [variant.mark] : []), figure.code, row.id].join('/');
}

/** Every drawing of a report, by name. */
export function drawingsOf(view: ReportView): ReadonlyMap<string, Drawing> {
  const { headlines, sections } = view;
  const figures = [headlines, ...sections.flatMap((section) => section.figures)];
  return new Map(
    figures.flatMap((figure) =>
      figure.rows.flatMap((row) => (row.drawing ? [[drawingName(view, figure, row), row.drawing] as const] : [])),
    ),
  );
}

/** A row with its drawing made: an SVG element of ours, or null. */
type PrintedFigure = Omit<Figure, 'rows'> & { rows: readonly (Omit<FigureRow, 'drawing'> & { svg: string | null })[] };
export type PrintedReport = Omit<ReportView, 'headlines' | 'sections'> & {
  headlines: PrintedFigure;
  sections: readonly (Omit<Section, 'figures'> & { figures: readonly PrintedFigure[] })[];
};

/** The report with its drawings, ready to be printed. */
export function withDrawings(view: ReportView, svgs: ReadonlyMap<string, string>): PrintedReport {
  const print = (figure: Figure): PrintedFigure => ({
    ...figure,
    rows: figure.rows.map(({ drawing, ...row }) => ({
      ...row,
      svg: drawing ? (svgs.get(drawingName(view, figure, row)) ?? null) : null,
    })),
  });
  return {
    ...view,
    headlines: print(view.headlines),
    sections: view.sections.map((section) => ({ ...section, figures: section.figures.map(print) })),
  };
}
