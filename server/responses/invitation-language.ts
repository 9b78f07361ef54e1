import { LANGUAGES, type Language } from '../engine/text.ts';
import type { Invitation } from './find-invitation.ts';

type Known = Pick<Invitation, 'person' | 'response' | 'state'>;

/** Whether the language is stored with the person's answers: then an address cannot change it. */
export function isLanguageStored({ state }: Pick<Known, 'state'>): boolean {
  return state === 'started' || state === 'submitted';
}

/** The language of someone who asks for none: of their answers, else of their messages, else Finnish. */
export function ownLanguage({ person, response }: Pick<Known, 'person' | 'response'>): Language {
  return asLanguage(response?.language) ?? asLanguage(person.contact_language) ?? 'fi';
}

/** The language of a person's pages. `asked` is what the address or the form names. */
export function languageOf(known: Known, asked: Language | null): Language {
  return isLanguageStored(known) ? ownLanguage(known) : (asked ?? ownLanguage(known));
}

function asLanguage(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}
