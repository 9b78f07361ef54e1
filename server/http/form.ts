import type { RawForm } from '../engine/question-types/question-type.ts';

/** A posted body as a form. What is no object is an empty form; its values are still whatever was posted. */
export function formOf(body: unknown): RawForm {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  // Readers of a form take nothing on trust: they look at own properties and leave out what is no text.
  return body as RawForm;
}

/** A text of a request's parameters or query; '' where there is none. */
export function textOf(source: unknown, name: string): string {
  const text = formOf(source)[name];
  return typeof text === 'string' ? text : '';
}
