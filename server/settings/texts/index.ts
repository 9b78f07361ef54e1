import type { Language } from '../../engine/text.ts';
import { en, type SettingTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { SettingTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, SettingTexts>> = { fi, sv, en };

/** The words of the settings. */
export function settingTexts(language: Language): SettingTexts {
  return TEXTS[language];
}
