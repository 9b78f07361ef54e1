import type { Language } from '../../engine/text.ts';
import { en, enTemplates } from './en.ts';
import { fi, fiTemplates } from './fi.ts';
import type { DefaultTemplates, MessageTexts } from './message-texts.ts';
import { sv, svTemplates } from './sv.ts';

export const TEXTS: Readonly<Record<Language, MessageTexts>> = { fi, sv, en };
export const TEMPLATES: Readonly<Record<Language, DefaultTemplates>> = {
  fi: fiTemplates,
  sv: svTemplates,
  en: enTemplates,
};
