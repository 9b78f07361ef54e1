import { shownValue } from '../csv/row-problem.ts';
import type { ComparedDegree } from './compare-degrees.ts';
import type { ImportCounts } from './import-counts.ts';
import type { RejectedRow } from './import-report.ts';
import type { Visit } from './people-frame.ts';
import { importReasonIn, importTexts, numbersIn, type ImportTexts } from './texts/index.ts';

export type DegreeLine = { name: string; people: string; before: string; differs: string; isStriking: boolean };

/** What can be imported, in numbers. */
export function countLines(counts: ImportCounts, { language, round }: Visit): string[] {
  const { check } = importTexts(language);
  const n = numbersIn(language);
  const { withoutEmail, withoutPhone, withoutBoth, otherYear, otherDegree, elsewhere } = counts;
  return [
    check.ready(n(counts.added + counts.changed + counts.unchanged)),
    ...(withoutEmail + withoutPhone > 0
      ? [check.withoutChannel(n(withoutEmail), n(withoutPhone), n(withoutBoth))]
      : []),
    ...(otherYear > 0 ? [check.otherYear(n(otherYear), round.cohort)] : []),
    ...(otherDegree > 0 ? [check.otherDegree(n(otherDegree))] : []),
    ...(elsewhere > 0 ? [check.elsewhere(n(elsewhere))] : []),
  ];
}

/** Who is left out, by reason, in numbers alone. */
export function excludedLines(counts: ImportCounts, { language }: Visit): string[] {
  const { check } = importTexts(language);
  const n = numbersIn(language);
  return (['protected', 'deceased', 'refused'] as const).flatMap((reason) =>
    counts[reason] > 0 ? [check[reason](n(counts[reason]))] : [],
  );
}

/** A degree beside the round before. */
export function degreeLine(one: ComparedDegree, name: (code: string) => string, { language }: Visit): DegreeLine {
  const n = numbersIn(language);
  return {
    name: name(one.degree),
    people: n(one.people),
    before: one.before === null ? '–' : n(one.before),
    differs: one.share === null ? '–' : percentOf(one.share),
    isStriking: one.isStriking,
  };
}

function percentOf(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '\u2212' : ''}${Math.abs(percent)} %`;
}

/** The question that a degree of another size asks. */
export function warningOf(
  { degree, share }: ComparedDegree,
  name: (code: string) => string,
  { check }: ImportTexts,
): string {
  const percent = String(Math.round(Math.abs(share ?? 0) * 100));
  return (share ?? 0) < 0 ? check.shrink(name(degree), percent) : check.grow(name(degree), percent);
}

export type ProblemLine = { line: string; column: string; value: string; problem: string };

/** What is wrong with a row. */
export function problemLines({ line, problems }: RejectedRow, { language }: Visit): ProblemLine[] {
  const { fields } = importTexts(language).columns;
  return problems.map(({ field, value, why }) => {
    const column = why.code === 'duplicate' || field === null ? '–' : fields[field];
    return { line: String(line), column, value: shownValue(value), problem: importReasonIn(language, why) };
  });
}
