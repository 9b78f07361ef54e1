import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';

// Reports that were printed before anybody asked for them.

export type PrintedPlace = {
  releaseId: string;
  pooled: boolean;
  institution: string;
  degree: string;
  variant: string;
  language: string;
};
type Printed = { head: unknown; body: Buffer };

const printedReport = compiledRead((db) =>
  db
    .selectFrom('release.printed_report')
    .select(['head', 'body'])
    .where('release_id', '=', '')
    .where('pooled', '=', false)
    .where('institution', '=', '')
    .where('degree', '=', '')
    .where('variant', '=', '')
    .where('language', '=', '')
    .where('printed_by', '=', ''),
);

/** A report that was printed by just that; null where there is none. Runs inside `asReportRole`. */
export async function selectOptionalPrinted(
  db: Db,
  { releaseId, pooled, institution, degree, variant, language }: PrintedPlace,
  printedBy: string,
): Promise<Printed | null> {
  const [row] = await printedReport(db, [releaseId, pooled, institution, degree, variant, language, printedBy]);
  return row ?? null;
}

/** What of a release was printed by any of these. Runs inside `asReportRole`. */
export async function selectPrintedBy(db: Db, releaseId: string, printedBy: readonly string[]) {
  return db
    .selectFrom('release.printed_report')
    .select(['pooled', 'institution', 'degree', 'variant', 'language', 'printed_by'])
    .where('release_id', '=', releaseId)
    .where('printed_by', 'in', printedBy)
    .execute();
}

/** Keeps a report as it is printed now, in the place of one that was printed by anything else. */
export async function savePrinted(
  db: Db,
  { releaseId, ...place }: PrintedPlace,
  { printedBy, head, body }: { printedBy: string; head: object; body: Buffer },
): Promise<void> {
  const made = { printed_by: printedBy, head: JSON.stringify(head), body };
  await db
    .insertInto('release.printed_report')
    .values({ release_id: releaseId, ...place, ...made })
    .onConflict((conflict) =>
      conflict.columns(['release_id', 'pooled', 'institution', 'degree', 'variant', 'language']).doUpdateSet(made),
    )
    .execute();
}
