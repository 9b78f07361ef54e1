import { findContacts } from './find-contacts.ts';
import { findKnownNames, type KnownNames } from './known-names.ts';
import { findNames } from './find-names.ts';
import { findPhrases } from './find-phrases.ts';
import { joinFlags, type Mark } from './flag.ts';
import { findRareWords, type WordCounts } from './rare-words.ts';

/** What flags are found by, besides the text itself. */
export type FlagSources = { names: ReadonlySet<string>; known: KnownNames; words: WordCounts };

/**
 * The parts of a text that may tell who wrote it or name somebody. They are suggestions: a person
 * decides, and may see what no pattern does.
 */
export function markText(body: string, { names, known, words }: FlagSources): Mark[] {
  return joinFlags([
    ...findContacts(body),
    ...findNames(body, names),
    ...findKnownNames(body, known),
    ...findPhrases(body),
    ...findRareWords(body, words),
  ]);
}
