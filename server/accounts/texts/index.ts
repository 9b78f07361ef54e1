import type { Language } from '../../engine/text.ts';
import { en, type AccountTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { AccountTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, AccountTexts>> = { fi, sv, en };

/** The words of the pages of accounts. */
export function accountTexts(language: Language): AccountTexts {
  return TEXTS[language];
}
