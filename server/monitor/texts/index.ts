import type { Language } from '../../engine/text.ts';
import { en, type MonitorTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { MonitorTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, MonitorTexts>> = { fi, sv, en };

/** The words of the live monitor. */
export function monitorTexts(language: Language): MonitorTexts {
  return TEXTS[language];
}
