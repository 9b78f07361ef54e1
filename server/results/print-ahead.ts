import type { Db } from '../db/schema/index.ts';
import { asReportRole } from '../db/with-role.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import type { PrintedReport } from './drawings.ts';
import { savePrinted, selectPrintedBy, type PrintedPlace } from './printed-store.ts';
import { keptHead, partsOf } from './report-parts.ts';

/** Printed once, sent often: as small as it becomes. */
const SMALLEST = 9;

/** A report and all that it is printed by, of which a language is one more. */
export type PrintedAs = Omit<PrintedPlace, 'language'> & { printedBy: string };

/** Says of each of some reports of a release which languages it is not printed in. */
export async function findUnprinted(
  db: Db,
  releaseId: string,
  reports: readonly PrintedAs[],
): Promise<(report: PrintedAs) => Language[]> {
  const all = [...new Set(reports.map((report) => report.printedBy))];
  const rows = all.length === 0 ? [] : await asReportRole(db, async (trx) => selectPrintedBy(trx, releaseId, all));
  const printed = new Set(rows.map(({ printed_by, ...place }) => nameOf(place, place.language, printed_by)));
  return (report) => LANGUAGES.filter((language) => !printed.has(nameOf(report, language, report.printedBy)));
}

type Place = Pick<PrintedPlace, 'pooled' | 'institution' | 'degree' | 'variant'>;

function nameOf({ pooled, institution, degree, variant }: Place, language: string, printedBy: string): string {
  return JSON.stringify([pooled, institution, degree, variant, language, printedBy]);
}

/** Prints a report and keeps it for its readers. */
export async function keepPrinted(
  db: Db,
  { releaseId, pooled, institution, degree, variant, printedBy, language }: PrintedAs & { language: Language },
  { report, questions }: { report: PrintedReport; questions: ReadonlySet<string> },
): Promise<void> {
  const { head, body } = partsOf(report, { language, degree, compare: '', questions, level: SMALLEST });
  const place = { releaseId, pooled, institution, degree, variant, language };
  await savePrinted(db, place, { printedBy, head: keptHead(head), body });
}
