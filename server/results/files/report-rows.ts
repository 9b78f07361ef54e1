import type { PrintedReport } from '../drawings.ts';
import type { TableCell, Unit } from '../figure.ts';

/** One figure of a report, as every file of it holds it: where it stands, what is read, the number behind it. */
export type ReportRow = {
  section: string;
  figure: string;
  /** What the row is about: a skill, a statement with its group, an answer. */
  row: string;
  column: string;
  /** As it is read on the page. */
  text: string;
  unit: Unit | null;
  /** null for words, bounds and what is not shown. At most six decimals, as in tables.csv. */
  value: number | null;
  low: number | null;
  high: number | null;
};

export type ReportSection = { title: string; rows: readonly ReportRow[] };

/** Every figure of a report's tables, by section, in the order of the page. */
export function toReportRows(report: PrintedReport): ReportSection[] {
  return [...comparedSection(report), ...shownSections(report)].map(({ title, figures }) => ({
    title,
    rows: figures.flatMap((figure) => {
      // The first columns are heads of rows: one, or two where bodies have heads of their own.
      const heads = figure.table.bodies.some(({ head }) => head !== null) ? 2 : 1;
      const columns = figure.table.columns.slice(heads);
      return figure.table.bodies.flatMap((body) =>
        body.rows.flatMap(({ head, cells }) =>
          cells.map((cell, index) => ({
            section: title,
            figure: figure.title,
            row: body.head === null ? head : `${body.head}: ${head}`,
            column: columns[index] ?? '',
            text: cell.text,
            unit: cell.figure ? cell.unit : null,
            ...numbersOf(cell),
          })),
        ),
      );
    }),
  }));
}

/** Main figures, then the sections of the report. */
export function shownSections({ texts, headlines, sections }: PrintedReport) {
  return [{ title: texts.headlines, note: undefined, figures: [headlines] }, ...sections];
}

/** The comparisons behind the highlights; nothing where none were made. */
export function comparedSection({ texts, highlights: { comparisons } }: PrintedReport) {
  return comparisons
    ? [{ title: texts.highlights.title, note: undefined, figures: [{ ...comparisons, rows: [] }] }]
    : [];
}

function numbersOf({ figure }: TableCell): Pick<ReportRow, 'value' | 'low' | 'high'> {
  return { value: sixDecimals(figure?.value), low: sixDecimals(figure?.low), high: sixDecimals(figure?.high) };
}

function sixDecimals(value: number | null | undefined): number | null {
  // Adding 0 turns −0 into 0.
  return value === null || value === undefined ? null : Number(value.toFixed(6)) + 0;
}
