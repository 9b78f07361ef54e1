import type { Language } from '../../engine/text.ts';
import { en, type LogTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { LogTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, LogTexts>> = { fi, sv, en };

/** The words of the log. */
export function logTexts(language: Language): LogTexts {
  return TEXTS[language];
}
