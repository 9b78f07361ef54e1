import { fewAtOnce } from '../http/few-at-once.ts';
import { withAllDrawings, type Draw, type PrintedReport } from './draw-missing.ts';
import { loadReport, type AboutReport, type NoReport, type ReportDeps, type ReportRequest } from './load-report.ts';

export type { ReportDeps, ReportRequest };

export type ReportOutcome = ({ kind: 'report'; report: PrintedReport } & AboutReport) | NoReport;

/** Reports that are put together at once, each from some hundred kilobytes of rows. */
const inTurn = fewAtOnce(3);

/** The report of one degree: what a release has of it, and its drawings, made on the first request. `draw`: if not here. */
export async function showReport(deps: ReportDeps & { draw?: Draw }, request: ReportRequest): Promise<ReportOutcome> {
  const loaded = await inTurn(() => loadReport(deps, request));
  if (loaded.kind !== 'loaded') return loaded;
  const { view, place, ...shown } = loaded;
  // Outside of the turn: reports whose charts are drawn need not wait for others to be.
  return { ...shown, kind: 'report', report: await withAllDrawings(deps, view, place) };
}
