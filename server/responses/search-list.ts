import type { CodeList, ListedCode } from '../engine/code-list.ts';
import { isOffered, labelOn, successorsOf } from '../engine/codes-in-time.ts';
import { LANGUAGES, type Language, type Text } from '../engine/text.ts';

/** Lists longer than this are searched; shorter ones are one native select. */
const LONGEST_SELECT = 40;
const MOST_HITS = 10;

/** Whether a person searches this list by name instead of choosing from all of it. */
export function isSearched(list: CodeList): boolean {
  return list.codes.length > LONGEST_SELECT;
}

/** A code that may be chosen, and the earlier name by which alone it was found, if so. */
export type Hit = { entry: ListedCode; formerly: Text | null };
export type Hits = { hits: readonly Hit[]; total: number };
type Search = { language: Language; day: string };
/** A name that leads to a code: its own, one it had before, or that of a code that merged into it. */
type Name = { entry: ListedCode; name: Text; isEarlier: boolean };

/**
 * The codes in force on a day whose name in any language holds every word of a text, wherever in the name; case
 * and diacritics do not matter, so 'aland' finds 'Åland'. Earlier names and the names of what merged lead to
 * today's code. Names that begin with the text come first, then names with a word that does, then earlier names,
 * each in the order of the alphabet of the language.
 *
 * @example searchList(countries, 'ruot', { language: 'en', day: '2026-10-01' }) // { hits: [{ entry: { code: 'SE', … }, formerly: null }], total: 1 }
 */
export function searchList(list: CodeList, text: string, { language, day }: Search): Hits {
  const words = folded(text).split(' ').filter(Boolean);
  if (words.length === 0) return { hits: [], total: 0 };
  const best = new Map<string, Hit & { rank: number }>();
  for (const { entry, name, isEarlier } of namesOf(list, day)) {
    const found = rankOf(name, words);
    if (found === null) continue;
    const rank = isEarlier ? found + 3 : found;
    if (rank < (best.get(entry.code)?.rank ?? Infinity)) {
      best.set(entry.code, { entry, formerly: isEarlier ? name : null, rank });
    }
  }
  const collator = new Intl.Collator(language);
  const ranked = [...best.values()].sort(
    (one, other) => one.rank - other.rank || collator.compare(one.entry.label[language], other.entry.label[language]),
  );
  return { hits: ranked.slice(0, MOST_HITS).map(({ entry, formerly }) => ({ entry, formerly })), total: ranked.length };
}

/**
 * The one code in force on a day whose name in some language is a text, whatever its case and diacritics; null
 * where none or several are called so.
 *
 * @example codeNamed(countries, 'sverige', '2026-10-01') // 'SE'
 */
export function codeNamed(list: CodeList, text: string, day: string): string | null {
  const wanted = folded(text);
  const codes = list.codes.filter(
    (entry) =>
      isOffered(entry, day) &&
      [labelOn(entry, day), entry.label].some((name) =>
        LANGUAGES.some((language) => folded(name[language]) === wanted),
      ),
  );
  const [only] = codes;
  return wanted !== '' && only && codes.length === 1 ? only.code : null;
}

function namesOf(list: CodeList, day: string): Name[] {
  const offered = new Map(list.codes.filter((entry) => isOffered(entry, day)).map((entry) => [entry.code, entry]));
  return list.codes.flatMap((entry) => {
    const isToday = offered.has(entry.code);
    const leadsTo = isToday ? [entry.code] : successorsOf(list, entry.code);
    const targets = leadsTo.flatMap((code) => offered.get(code) ?? []);
    const earlier = (entry.earlierLabels ?? []).filter(({ until }) => until < day);
    const names = [
      // A name that is to come is no earlier one: who knows it already may use it.
      ...[labelOn(entry, day), entry.label].map((name) => ({ name, isEarlier: !isToday })),
      ...earlier.map(({ label }) => ({ name: label, isEarlier: true })),
    ];
    return targets.flatMap((target) => names.map((name) => ({ entry: target, ...name })));
  });
}

function rankOf(name: Text, words: readonly string[]): number | null {
  const ranks = LANGUAGES.map((language) => folded(name[language])).flatMap((folds) => {
    if (!words.every((word) => folds.includes(word))) return [];
    const [first = ''] = words;
    if (folds.startsWith(words.join(' '))) return [0];
    return [folds.split(' ').some((part) => part.startsWith(first)) ? 1 : 2];
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
