import type { CodeList } from '../engine/code-list.ts';
import type { Language } from '../engine/text.ts';

/** Longer lists have no suggestions: they would take long to load, and the search works without. */
const MOST_NAMES = 3000;

/** Whether the names of a list are given out whole. */
export function hasSuggestions(list: CodeList): boolean {
  return list.codes.length <= MOST_NAMES;
}

/**
 * Where a page's script finds the names of a list that may be chosen on a day; null for a very long list. The
 * address says nothing of the person or of what they type.
 *
 * @example namesAddress(countries, 'fi', '2026-10-01') // '/lists/countries/fi/2026-10-01'
 */
export function namesAddress(list: CodeList, language: Language, day: string): string | null {
  return hasSuggestions(list) ? `/lists/${list.name}/${language}/${day}` : null;
}
