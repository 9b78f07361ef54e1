import type { Language } from '../../engine/text.ts';
import { en, type ReportTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { ReportTexts } from './en.ts';
export { pooledTexts, yearsText } from './pooled.ts';

const TEXTS: Readonly<Record<Language, ReportTexts>> = { fi, sv, en };

/** The words of report pages in a language. */
export function textsOf(language: Language): ReportTexts {
  return TEXTS[language];
}
