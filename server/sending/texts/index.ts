import type { Language } from '../../engine/text.ts';
import { en, type SendingTexts } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type { SendingTexts } from './en.ts';

const TEXTS: Readonly<Record<Language, SendingTexts>> = { fi, sv, en };

/** The words of the pages of messages, plans and sending. */
export function sendingTexts(language: Language): SendingTexts {
  return TEXTS[language];
}
