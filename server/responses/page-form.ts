import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import { LANGUAGES } from '../engine/text.ts';

// Fields of a part's form beside its questions. Codes of questions have no leading underscore and no
// dot at the end, so that none of the hidden ones can meet a question.

/** The button that was pressed. Enter in a field presses the first one: on. */
export type Press =
  | { kind: 'next' }
  | { kind: 'prev' }
  | { kind: 'pause' }
  /** No button: the page went out of sight, and a script sends what was changed. */
  | { kind: 'keep' }
  | { kind: 'language'; language: Language }
  | { kind: 'clear'; question: string }
  | { kind: 'search'; question: string };

/** Hidden field: the revision that the page showed; 0 without a record. */
export const REVISION_FIELD = '_revision';
/** Hidden field: the language in which the page was shown. */
export const LANGUAGE_FIELD = '_language';
/** Hidden field: this page has asked about blank or unlikely answers; it does not ask again. */
export const NOTICED_FIELD = '_noticed';

/** Text field in which a name is searched for. */
export function searchField(question: string): string {
  return `${question}._search`;
}

/** Hidden field: the words that were searched for last, so that Enter searches once and then goes on. */
export function searchedField(question: string): string {
  return `${question}._searched`;
}

/** Which button a form was sent with. What is not known means: on. */
export function pressOf(form: RawForm): Press {
  const language = languageIn(form, 'lang');
  if (language) return { kind: 'language', language };
  const clear = textIn(form, 'clear');
  if (clear !== '') return { kind: 'clear', question: clear };
  const search = textIn(form, 'search');
  if (search !== '') return { kind: 'search', question: search };
  const nav = textIn(form, 'nav');
  return nav === 'prev' || nav === 'pause' || nav === 'keep' ? { kind: nav } : { kind: 'next' };
}

/** The language that a field names, or null. */
export function languageIn(form: RawForm, field: string): Language | null {
  const text = textIn(form, field);
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The last text under a name, trimmed; '' without one. */
export function textIn(form: RawForm, field: string): string {
  const posted: unknown = Object.hasOwn(form, field) ? form[field] : undefined;
  const text: unknown = Array.isArray(posted) ? posted.at(-1) : posted;
  return typeof text === 'string' ? text.replaceAll('\0', '').toWellFormed().trim() : '';
}

/** The whole number in a field, or 0. */
export function numberIn(form: RawForm, field: string): number {
  const text = textIn(form, field);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
