/** A report that says how its release stands where it says when it was built. */
export function withStanding<Report extends { built: string }>(report: Report, lines: readonly string[]): Report {
  return { ...report, built: [report.built, ...lines.map((line) => line.replace(/\.$/, ''))].join('. ') };
}
