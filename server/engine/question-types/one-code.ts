import { z } from 'zod';
import type { AnswerValue } from '../answer.ts';
import type { Option } from '../question.ts';
import type { Language } from '../text.ts';
import type { AnswerProblem, ParsedAnswer, ProblemKind, RawForm, RawRow } from './question-type.ts';
import { cellText, echoOfCode, postedTexts, problemAt } from './read-raw.ts';

/** What types share whose answer is one code out of a closed set. */

type Place = { question: string; column: string; problem: ProblemKind };

/**
 * The first posted code that exists: null when nothing is posted, a problem when all that is posted does not
 * exist, as in a tampered form. What was answered before stays then.
 */
export function codeFromForm(
  form: RawForm,
  at: Place,
  exists: (code: string) => boolean,
): string | null | AnswerProblem {
  const posted = postedTexts(form, at.column)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const [first] = posted;
  if (first === undefined) return null;
  return posted.find(exists) ?? problemAt(at.question, at.column, at.problem, { value: echoOfCode(first) });
}

/** The code in a cell: null when empty, a problem when it does not exist. */
export function codeFromRow(row: RawRow, at: Place, exists: (code: string) => boolean): string | null | AnswerProblem {
  const code = cellText(row, at.column);
  if (code === '') return null;
  if (exists(code)) return code;
  return problemAt(at.question, at.column, at.problem, { value: echoOfCode(code) });
}

/** Where a question of one code stands in forms and rows, and what is said of a code that it does not have. */
export function placeOf({ code }: { code: string }): Place {
  return { question: code, column: code, problem: 'unknown_code' };
}

/** A code, nothing or a problem as the answer to a question. */
export function asAnswer(read: string | null | AnswerProblem): ParsedAnswer {
  if (read === null) return { kind: 'empty' };
  return typeof read === 'string' ? { kind: 'answer', value: read } : { kind: 'invalid', problems: [read] };
}

/** One column with the code in it. */
export function codeToRow(column: string, value: AnswerValue | undefined): Record<string, string> {
  return { [column]: typeof value === 'string' ? value : '' };
}

/** A schema of one code out of a set. */
export function oneOf(codes: readonly string[]): z.ZodType<string> {
  return z.enum(codes);
}

/** The label of an option; the code itself where no option has it. */
export function labelOf(options: readonly Option[], code: string, language: Language): string {
  return options.find((option) => option.code === code)?.label[language] ?? code;
}

/** Codes of options, in the definition's order. */
export function codesOf(options: readonly { code: string }[]): string[] {
  return options.map((option) => option.code);
}
