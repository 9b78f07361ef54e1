import type { PrintedReport } from '../drawings.ts';

/** What stands before the figures of every file: whose report, who answered, how far to trust it. */
export function aboutLines(report: PrintedReport): string[] {
  const { texts, highlights, variant } = report;
  const told = [highlights.message, ...highlights.cards.map(({ title, facts }) => `${title}. ${facts}`)];
  return [
    report.degree,
    report.institution,
    ...(variant ? [variant.title] : []),
    `${report.round}. ${report.built}.`,
    ...(report.invented ? [texts.files.invented] : []),
    report.answered,
    report.who.reliability.text,
    ...report.who.cautions,
    ...(report.who.balance === null ? [] : [report.who.balance]),
    ...told.flatMap((line) => (line ? [`${texts.highlights.title}: ${line}`] : [])),
    ...(highlights.method ? [highlights.method] : []),
    ...report.comparisons.map(({ name, answered }) => `${texts.comparison.title}: ${name}: ${answered}`),
    ...texts.cannotConclude.points,
    `${texts.signTitle(texts.hidden)} ${texts.hiddenWhy}`,
  ];
}
