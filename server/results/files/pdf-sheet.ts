import type { PrintableLog } from '../../actions/printable-log.ts';
import type { Language } from '../../engine/text.ts';
import { inPrintColours, PRINT_COLOURS } from '../chart-colours.ts';
import type { PrintedReport } from '../drawings.ts';
import { aboutLines } from './about-lines.ts';
import { comparedSection, shownSections } from './report-rows.ts';

export type Printed = {
  language: Language;
  release: string;
  address: string;
  /** Decisions about the degree, printed after all figures; without it none are spoken of. */
  log?: PrintableLog | null;
};

/** What report.typ sets on paper, as JSON. */
export function pdfSheet(report: PrintedReport, { language, release, address, log }: Printed): string {
  const { texts } = report;
  const [degree = '', institution = '', ...about] = aboutLines(report);
  return JSON.stringify({
    language,
    degree,
    institution,
    about,
    footer: [report.round, report.answered, release, address].filter((part) => part !== '').join(' · '),
    colours: PRINT_COLOURS,
    words: { showTable: texts.tableOf, whoAnswered: texts.whoAnswered },
    log: log ?? null,
    // What stands out is told above; all that was compared is for the end of a printed report.
    sections: [...shownSections(report), ...comparedSection(report)].map(({ title, note, figures }) => ({
      title,
      note: note ?? null,
      figures: figures.map(({ rows, ...figure }) => ({
        ...figure,
        rows: rows.map(({ svg, ...row }) => ({ ...row, svg: svg && inPrintColours(svg) })),
      })),
    })),
  });
}
