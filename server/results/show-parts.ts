import { createHash } from 'node:crypto';
import { asReportRole } from '../db/with-role.ts';
import { productMark } from '../product-mark.ts';
import { besideAnother } from './beside-another.ts';
import type { NoReport } from './load-report.ts';
import type { OwnReportChoice } from './own-reports.ts';
import { readAddress } from './pooled-address.ts';
import { selectOptionalPrinted } from './printed-store.ts';
import { partsOf, readHead, type ReportParts } from './report-parts.ts';
import { showReport, type ReportDeps, type ReportRequest } from './show-report.ts';

export type { ReportDeps };

/** A report in its parts, and whether the group that the address compares with is none. */
export type PartsOutcome = ({ kind: 'report'; isRefused: boolean } & ReportParts) | NoReport;

type PartsRequest = Required<Pick<ReportRequest, 'compare'>> &
  Omit<ReportRequest, 'variant' | 'compare'> & {
    /** The institution's own report that is read; null for the common one. */
    own: OwnReportChoice | null;
    /** The round before, as `nameOfBefore` has it. */
    before: string;
  };

/** A report as its page prints it: as it was printed ahead, else made now. */
export async function showParts(deps: ReportDeps, request: PartsRequest): Promise<PartsOutcome> {
  const { own, before, ...asked } = request;
  const { language, compare, degree } = asked;
  const variant = own?.code ?? '';
  const printed = await findPrinted(deps, request);
  if (printed && compare === '') return { kind: 'report', isRefused: false, ...printed };
  if (printed) return { kind: 'report', ...(await besideAnother(deps, printed, request)) };
  const outcome = await showReport(deps, { ...asked, variant });
  if (outcome.kind !== 'report') return outcome;
  const { report, isRefused, questions } = outcome;
  const parts = partsOf(report, { language, degree, compare: isRefused ? '' : compare, questions });
  return { kind: 'report', isRefused, ...parts };
}

/** What was printed ahead of a report, beside its field; null where nothing was. */
async function findPrinted(
  { db }: Pick<ReportDeps, 'db'>,
  { own, before, release, institution, degree, language }: PartsRequest,
): Promise<ReportParts | null> {
  const { release: releaseId, isPooled: pooled } = readAddress(release);
  const place = { releaseId, pooled, institution, degree, variant: own?.code ?? '', language };
  const found = await asReportRole(db, async (trx) => selectOptionalPrinted(trx, place, printedBy(own, before)));
  return found && { head: readHead(found.head, language), body: found.body };
}

/**
 * Names all that a report is printed by beside its release, which never changes: the product, the institution's own
 * report, and the round before. With any other of them it is printed anew.
 */
export function printedBy(own: Pick<OwnReportChoice, 'mark'> | null, before: string): string {
  const parts = JSON.stringify([productMark(), own?.mark ?? '', before]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 16);
}
