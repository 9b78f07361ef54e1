import type { Language } from '../../engine/text.ts';
import { en, type OpenAnswerTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { OpenAnswerTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, OpenAnswerTexts>> = { fi, sv, en };

/** The words of open answers in a language. */
export function openAnswerTexts(language: Language): OpenAnswerTexts {
  return TEXTS[language];
}
