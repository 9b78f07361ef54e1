import type { Language } from '../../engine/text.ts';
import { en, type ReleaseTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { ReleaseTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, ReleaseTexts>> = { fi, sv, en };

/** The words of the pages about releases in a language. */
export function releaseTexts(language: Language): ReleaseTexts {
  return TEXTS[language];
}
