import type { AnswerProblem, ProblemKind, RawForm, RawRow } from './question-type.ts';

/** Every text that a form posts under one name, as it came. Anything that is no text is left out. */
export function postedTexts(form: RawForm, field: string): string[] {
  const posted: unknown = Object.hasOwn(form, field) ? form[field] : undefined;
  const list: readonly unknown[] = Array.isArray(posted) ? posted : [posted];
  return list.filter((text) => typeof text === 'string');
}

/** The first text under that name that is not blank, without NUL and outer white space; '' without one. */
export function postedText(form: RawForm, field: string): string {
  for (const text of postedTexts(form, field)) {
    const tidy = tidied(text);
    if (tidy !== '') return tidy;
  }
  return '';
}

/** The cell of a row, tidied the same way; '' where the column is missing. */
export function cellText(row: RawRow, column: string): string {
  const cell: unknown = Object.hasOwn(row, column) ? row[column] : undefined;
  return typeof cell === 'string' ? tidied(cell) : '';
}

/** Builds a problem. */
export function problemAt(
  question: string,
  field: string,
  problem: ProblemKind,
  params: AnswerProblem['params'] = {},
): AnswerProblem {
  return { question, field, problem, params };
}

/**
 * What a message may repeat of a refused code: the text itself only when it looks like a code, so that
 * words a person wrote never travel into a report of errors.
 *
 * @example echoOfCode('emplyoed') // 'emplyoed'
 * @example echoOfCode('I work at …') // '…'
 */
export function echoOfCode(text: string): string {
  return /^[\w-]{1,40}$/.test(text) ? text : '…';
}

// A NUL cannot be stored, and half of a surrogate pair is refused by the database's JSON.
function tidied(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim();
}
