import type { Language } from '../../engine/text.ts';
import { en, type ActionTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { ActionTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, ActionTexts>> = { fi, sv, en };

/** The words of the action log in a language. */
export function actionTexts(language: Language): ActionTexts {
  return TEXTS[language];
}
