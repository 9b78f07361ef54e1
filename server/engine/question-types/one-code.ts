import { z } from 'zod';
import type { AnswerValue } from '../answer.ts';
import type { Option } from '../question.ts';
import type { Language } from '../text.ts';
import type { AnswerProblem, ParsedAnswer, ProblemKind, RawForm, RawRow } from './question-type.ts';
import { cellText, echoOfCode, postedTexts, problemAt } from './read-raw.ts';

/** What types share whose answer is one code out of a closed set. */

/** The first posted code that exists. A code that does not exist is a tampered form: it is left out. */
export function codeFromForm(form: RawForm, field: string, exists: (code: string) => boolean): string | null {
  return (
    postedTexts(form, field)
      .map((text) => text.trim())
      .find(exists) ?? null
  );
}

/** The code in a cell: null when empty, a problem when it does not exist. */
export function codeFromRow(
  row: RawRow,
  at: { question: string; column: string; problem: ProblemKind },
  exists: (code: string) => boolean,
): string | null | AnswerProblem {
  const code = cellText(row, at.column);
  if (code === '') return null;
  if (exists(code)) return code;
  return problemAt(at.question, at.column, at.problem, { value: echoOfCode(code) });
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
