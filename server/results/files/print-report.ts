import type { PrintedReport } from '../drawings.ts';
import { helperProcess } from '../helper-process.ts';
import { pdfSheet, type Printed } from './pdf-sheet.ts';

/** The typesetter keeps about a megabyte of each report. */
const MOST_REPORTS = 100;

/** Prints one report after another. */
export type Printer = {
  print: (report: PrintedReport, printed: Printed) => Promise<Buffer>;
  /** Ends its process. It may be asked to print again. */
  close: () => void;
};

/**
 * A printer of reports as tagged PDF (PDF/UA-1), A4, every chart with its table. The typesetter refuses a
 * chart without words, a missing title or a skipped heading.
 */
export function makePrinter(): Printer {
  const typesetter = helperProcess<string, Uint8Array>({
    module: new URL('pdf-process.ts', import.meta.url),
    name: 'The typesetter',
    mostPieces: MOST_REPORTS,
  });
  return {
    print: async (report, as) => Buffer.from(await typesetter.ask(pdfSheet(report, as))),
    close: typesetter.close,
  };
}
