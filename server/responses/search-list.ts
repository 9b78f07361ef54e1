import type { CodeList, ListedCode } from '../engine/code-list.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';

/** Lists longer than this are searched; shorter ones are one native select. */
const LONGEST_SELECT = 40;
const MOST_HITS = 10;

/** Whether a person searches this list by name instead of choosing from all of it. */
export function isSearched(list: CodeList): boolean {
  return list.codes.length > LONGEST_SELECT;
}

export type Hits = { hits: readonly ListedCode[]; total: number };

/**
 * The codes whose name in any language holds every word of a text, wherever in the name; case and
 * diacritics do not matter, so 'aland' finds 'Åland'. Names that begin with the
 * text come first, then names with a word that does, each in the order of the alphabet of the language.
 *
 * @example searchList(countries, 'ruot', 'en') // { hits: [{ code: 'SE', … }], total: 1 }
 */
export function searchList(list: CodeList, text: string, language: Language): Hits {
  const words = folded(text).split(' ').filter(Boolean);
  if (words.length === 0) return { hits: [], total: 0 };
  const collator = new Intl.Collator(language);
  const ranked = list.codes
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== null)
    .sort(
      (one, other) =>
        (one.rank ?? 0) - (other.rank ?? 0) || collator.compare(one.entry.label[language], other.entry.label[language]),
    );
  return { hits: ranked.slice(0, MOST_HITS).map(({ entry }) => entry), total: ranked.length };
}

function rankOf(entry: ListedCode, words: readonly string[]): number | null {
  const ranks = LANGUAGES.map((language) => folded(entry.label[language])).flatMap((name) => {
    if (!words.every((word) => name.includes(word))) return [];
    const [first = ''] = words;
    if (name.startsWith(words.join(' '))) return [0];
    return [name.split(' ').some((part) => part.startsWith(first)) ? 1 : 2];
  });
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

// 'Åland' is found by 'aland', 'Côte d’Ivoire' by 'cote d ivoire'.
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
