import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { accountTexts, type AccountTexts } from './texts/index.ts';

/** A field that was refused: what to say, and the id of the element to go to. */
export type Refused = { id: string; message: string };

/** What every page of accounts prints around its content. */
export type StaffFrame = Frame & { t: AccountTexts; errors: readonly Refused[] };

/** `kept`: what the language links keep of the address. */
export function staffFrame(
  language: Language,
  title: string,
  { kept = {}, errors = [] }: { kept?: Readonly<Record<string, string>>; errors?: readonly Refused[] } = {},
): StaffFrame {
  const t = accountTexts(language);
  return {
    ...publicFrame({ language, title: errors.length > 0 ? `${t.errorPrefix}: ${title}` : title }),
    choices: languageLinks(language, (other) => `?${queryOf({ lang: other, ...kept })}`),
    styles: ['answer.css', 'staff.css'],
    t,
    errors,
  };
}

/** A query of what is not empty. */
export function queryOf(parts: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
}

/** An address of ours to go on to, or ''. Nothing that a browser could read as another host. */
export function ownAddress(text: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(text) && text.length <= 500 ? text : '';
}

/** Messages of refused fields by the id of the field. */
export function messagesById(errors: readonly Refused[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ id, message }) => [id, message]));
}
