import type { Language } from '../engine/text.ts';
import { languageButtons, publicFrame, type Frame } from '../http/frame.ts';
import { ownTexts, type OwnTexts } from './texts/index.ts';

export type OwnFrame = Frame & { t: OwnTexts };

/** What is around every page of own questions. */
export function ownFrame(language: Language, title: string): OwnFrame {
  const t = ownTexts(language);
  return { ...publicFrame({ language, title }), brand: t.service, styles: ['answer.css', 'own-questions.css'], t };
}

/** The same around a form: its buttons change the language, so that nothing typed is lost, and links open a new tab. */
export function formFrame(
  language: Language,
  title: string,
  { action, enterLabel }: { action: string; enterLabel: string },
): OwnFrame {
  return {
    ...ownFrame(language, title),
    choices: languageButtons(language),
    languageForm: { kind: 'page' },
    footerInNewTab: true,
    form: action,
    enterLabel,
  };
}
