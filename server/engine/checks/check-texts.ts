import { placeOf, type Finding } from '../finding.ts';
import { LANGUAGES } from '../text.ts';

/**
 * A finding for each text, anywhere under `value`, that is blank in a language. Characters that show
 * nothing (a zero-width space) count as blank.
 *
 * @example checkTexts({ title: { fi: 'Työ', sv: ' ', en: 'Work' } }) // one finding at 'title.sv'
 */
export function checkTexts(value: unknown, path: readonly PropertyKey[] = []): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => isLanguage(key))) return blanks(entries, path);
  return entries.flatMap(([key, part]) => checkTexts(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

function blanks(entries: readonly [string, unknown][], path: readonly PropertyKey[]): Finding[] {
  return LANGUAGES.filter((language) => {
    const words = entries.find(([key]) => key === language)?.[1];
    return typeof words !== 'string' || words.replace(/[\p{Cf}\s]/gu, '') === '';
  }).map((language) => ({
    place: placeOf([...path, language]),
    rule: 'missing_translation',
    message: `The text has no words in "${language}". Write it in every language: ${LANGUAGES.join(', ')}.`,
  }));
}

function isLanguage(key: string): boolean {
  return LANGUAGES.some((language) => language === key);
}
