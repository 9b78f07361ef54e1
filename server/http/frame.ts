import type { Language } from '../engine/text.ts';
import { FRAME_TEXTS, type FrameTexts } from './frame-texts.ts';
import type { PageFrame } from './render.ts';

const NAMES: readonly { language: Language; name: string }[] = [
  { language: 'fi', name: 'Suomi' },
  { language: 'sv', name: 'Svenska' },
  { language: 'en', name: 'English' },
];

/** A language to choose. `href` is null where a button posts the choice instead. */
export type LanguageChoice = { language: Language; name: string; current: boolean; href: string | null };

/** Everything around a graduate's page: header, languages, notice, footer. Printed by views/frame.eta. */
export type Frame = PageFrame & {
  words: FrameTexts;
  /** Name of the survey or of the service. */
  brand: string;
  institution: string | null;
  choices: readonly LanguageChoice[];
  /** The form whose buttons the languages are: the page's own ('page'), or a small one in the header. */
  languageForm: { kind: 'links' } | { kind: 'page' } | { kind: 'own'; action: string; from: string };
  footer: readonly { href: string; label: string }[];
  /** Where leaving the page would lose what is typed, the footer opens in a new tab. */
  footerInNewTab: boolean;
  /** Where the page's form posts to; null = the page is no single form. */
  form: string | null;
  /** Label of the button that Enter in a field presses. */
  enterLabel: string | null;
};

/** Languages as links to the same page. */
export function languageLinks(current: Language, hrefOf: (language: Language) => string): LanguageChoice[] {
  return NAMES.map(({ language, name }) => ({ language, name, current: language === current, href: hrefOf(language) }));
}

/** Languages as buttons of a form. */
export function languageButtons(current: Language): LanguageChoice[] {
  return NAMES.map(({ language, name }) => ({ language, name, current: language === current, href: null }));
}

/**
 * The frame of a page that knows nobody: front page, statements, errors. Language links are relative, so
 * that a page repeats nothing of its address, which may hold a code.
 */
export function publicFrame({ language, title }: { language: Language; title: string }): Frame {
  const words = FRAME_TEXTS[language];
  const inLanguage = (href: string) => `${href}?lang=${language}`;
  return {
    language,
    title,
    invented: false,
    words,
    brand: 'Uraseuranta',
    institution: null,
    choices: languageLinks(language, (other) => `?lang=${other}`),
    languageForm: { kind: 'links' },
    footer: [
      { href: inLanguage('/privacy'), label: words.privacy },
      { href: inLanguage('/accessibility'), label: words.accessibility },
      { href: inLanguage('/help'), label: words.help },
    ],
    footerInNewTab: false,
    form: null,
    enterLabel: null,
  };
}
