import type { Language } from '../../engine/text.ts';
import { en, type RoundTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { RoundTexts, ShownState } from './en.ts';

const TEXTS: Readonly<Record<Language, RoundTexts>> = { fi, sv, en };

/** The words of the pages of rounds. */
export function roundTexts(language: Language): RoundTexts {
  return TEXTS[language];
}
