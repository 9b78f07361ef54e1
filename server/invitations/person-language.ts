import { LANGUAGES, type Language } from '../engine/text.ts';

/** The language in which a person is written to: the one they asked for, else that of their studies, else Finnish. */
export function personLanguage(person: { contact_language: string | null; study_language: string | null }): Language {
  const wanted = [person.contact_language, person.study_language];
  return wanted.flatMap((code) => LANGUAGES.find((language) => language === code) ?? [])[0] ?? 'fi';
}
