import type { CodeList } from '../engine/code-list.ts';
import { codesOn, labelOn } from '../engine/codes-in-time.ts';
import type { Language } from '../engine/text.ts';
import { hasSuggestions } from './names-address.ts';

/**
 * The names of the codes that may be chosen on a day, each once, in the order of the alphabet; null for a list that
 * is not given out whole.
 *
 * @example namesOn(regions, 'en', '2026-10-01')?.[0] // 'Abroad'
 */
export function namesOn(list: CodeList, language: Language, day: string): string[] | null {
  if (!hasSuggestions(list)) return null;
  const names = new Set(codesOn(list, day).map((entry) => labelOn(entry, day)[language]));
  return [...names].sort(new Intl.Collator(language).compare);
}
