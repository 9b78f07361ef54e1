import type { Language } from '../../engine/text.ts';
import { en, type OwnTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { OwnTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, OwnTexts>> = { fi, sv, en };

/** The words of the pages of own questions in a language. */
export function ownTexts(language: Language): OwnTexts {
  return TEXTS[language];
}
