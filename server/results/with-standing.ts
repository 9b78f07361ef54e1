import type { PrintedReport } from './drawings.ts';

/** A report that says how its release stands where it says when it was built. */
export function withStanding(report: PrintedReport, lines: readonly string[]): PrintedReport {
  return { ...report, built: [report.built, ...lines.map((line) => line.replace(/\.$/, ''))].join('. ') };
}
