import type { Language } from '../engine/text.ts';
import { languageButtons, languageLinks, type Frame } from '../http/frame.ts';
import { FRAME_TEXTS } from '../http/frame-texts.ts';
import type { Invitation } from './find-invitation.ts';
import { isLanguageStored, ownLanguage } from './invitation-language.ts';
import { personNames } from './person-names.ts';

/** Pages of a personal link beside the parts: what follows /v/CODE. */
export const PLACES = [
  '',
  '/review',
  '/receipt',
  '/earlier',
  '/paused',
  '/core',
  '/decline',
  '/privacy',
  '/help',
  '/data',
  '/data.html',
  '/data.json',
  '/contact',
  '/withdraw',
] as const;
export type Place = (typeof PLACES)[number];

/** Address of a page of a personal link. It names the language only where that is neither stored nor the person's own. */
export function linkTo(invitation: Invitation, language: Language, place: string): string {
  const isOther = !isLanguageStored(invitation) && language !== ownLanguage(invitation);
  return `/v/${invitation.code}${place}${isOther ? `?lang=${language}` : ''}`;
}

export type FrameOf = {
  invitation: Invitation;
  language: Language;
  title: string;
  /** The page itself, for the way back after a change of language. */
  place: Place;
};

/** What is around every page of a personal link. */
export function respondentFrame({ invitation, language, title, place }: FrameOf): Frame {
  const { survey, person, round, code } = invitation;
  const words = FRAME_TEXTS[language];
  const isStored = isLanguageStored(invitation);
  return {
    language,
    title,
    invented: round.invented,
    styles: ['answer.css'],
    words,
    brand: survey.definition.title[language],
    institution: personNames(survey, person, language).institution,
    choices: isStored
      ? languageButtons(language)
      : languageLinks(language, (other) => `/v/${code}${place}?lang=${other}`),
    languageForm: isStored ? { kind: 'own', action: `/v/${code}/language`, from: place } : { kind: 'links' },
    footer: [
      { href: linkTo(invitation, language, '/privacy'), label: words.privacy },
      { href: `/accessibility?lang=${language}`, label: words.accessibility },
      { href: linkTo(invitation, language, '/help'), label: words.help },
      { href: linkTo(invitation, language, '/decline'), label: words.decline },
    ],
    footerInNewTab: false,
    form: null,
    enterLabel: null,
  };
}

/** The same around a part: its own form holds the language buttons, and leaving it must not lose what is typed. */
export function partFrame(frame: Omit<FrameOf, 'place'> & { action: string; enterLabel: string }): Frame {
  return {
    ...respondentFrame({ ...frame, place: '' }),
    choices: languageButtons(frame.language),
    languageForm: { kind: 'page' },
    footerInNewTab: true,
    form: frame.action,
    enterLabel: frame.enterLabel,
  };
}
