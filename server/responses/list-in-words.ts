import type { Language } from '../engine/text.ts';

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

// Made once a language: making a format costs many times what using it costs.
const formats = new Map<Language, Intl.ListFormat>();

/** Things in one sentence: 'degree, gender and language of study'. */
export function listInWords(words: readonly string[], language: Language): string {
  const format = formats.get(language) ?? new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  formats.set(language, format);
  return format.format(words);
}
