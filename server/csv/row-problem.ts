/**
 * One thing wrong with one row of a file, as a person needs it to mend the file: where, what stands
 * there, and why it cannot be used. `line` counts the file's lines from 1, the header's line.
 */
export type RowProblem = { line: number; column: string; value: string; reason: string };

/** How much of a value a message repeats. */
const LONGEST_VALUE = 60;

/** A value as a message may repeat it: on one line, without control characters, cut when long. */
export function shownValue(value: string): string {
  const tidy = value.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const characters = [...tidy.slice(0, LONGEST_VALUE * 2)];
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join('')}…` : tidy;
}

/** The problem in one line: `line 12, column degree, "75123X": …`. */
export function problemLine(problem: RowProblem): string {
  return `line ${problem.line}, column ${problem.column}, "${shownValue(problem.value)}": ${problem.reason}`;
}
