import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { languageButtons, languageLinks, type Frame } from '../http/frame.ts';
import { FRAME_TEXTS } from '../http/frame-texts.ts';
import { hole } from '../http/kept-page.ts';
import type { Invitation } from './find-invitation.ts';
import { isLanguageStored, ownLanguage } from './invitation-language.ts';
import { institutionName } from './person-names.ts';
import { TEXTS } from './texts/index.ts';

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
  '/accessibility',
  '/data',
  '/data.html',
  '/data.json',
  '/contact',
  '/withdraw',
] as const;
export type Place = (typeof PLACES)[number];

/** What is around the pages of a personal link depends on this. */
export type FrameFacts = {
  survey: Survey;
  language: Language;
  code: string;
  /** Its name. */
  institution: string | null;
  invented: boolean;
  /** Whether the language is stored with the answers: it is changed there, and by no address. */
  isStored: boolean;
  /** Whether addresses must name the language: it is neither stored nor the person's own. */
  isOther: boolean;
};

export function frameFacts(invitation: Invitation, language: Language): FrameFacts {
  const { survey, person, round, code } = invitation;
  return {
    survey,
    language,
    code,
    institution: institutionName(survey, person, language),
    invented: round.invented,
    isStored: isLanguageStored(invitation),
    isOther: isOtherLanguage(invitation, language),
  };
}

/**
 * The same for everyone of whom nothing else differs: holes for code and institution, and the texts for these. The
 * holes of a page's own follow from number 2 on, and their texts after these.
 */
export function sharedFacts(invitation: Invitation, language: Language): { facts: FrameFacts; texts: string[] } {
  const facts = frameFacts(invitation, language);
  const institution = facts.institution === null ? null : hole(1);
  return { facts: { ...facts, code: hole(0), institution }, texts: [facts.code, facts.institution ?? ''] };
}

/** Address of a page of a personal link. */
export function linkTo(invitation: Invitation, language: Language, place: string): string {
  return linkOf({ code: invitation.code, language, isOther: isOtherLanguage(invitation, language) }, place);
}

/** The same, of what frames are made of. */
export function linkOf({ code, language, isOther }: Pick<FrameFacts, 'code' | 'language' | 'isOther'>, place: string) {
  return `/v/${code}${place}${isOther ? `?lang=${language}` : ''}`;
}

function isOtherLanguage(invitation: Invitation, language: Language): boolean {
  return !isLanguageStored(invitation) && language !== ownLanguage(invitation);
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
  return frameOf(frameFacts(invitation, language), { title, place });
}

/** The same, of all that it is made of. */
export function frameOf(facts: FrameFacts, { title, place }: Pick<FrameOf, 'title' | 'place'>): Frame {
  const { survey, language, code, institution, invented, isStored } = facts;
  const words = FRAME_TEXTS[language];
  return {
    language,
    title,
    invented,
    styles: ['answer.css'],
    words,
    brand: survey.definition.title[language],
    institution,
    choices: isStored
      ? languageButtons(language)
      : languageLinks(language, (other) => `/v/${code}${place}?lang=${other}`),
    languageForm: isStored ? { kind: 'own', action: `/v/${code}/language`, from: place } : { kind: 'links' },
    footer: [
      { href: linkOf(facts, '/privacy'), label: words.privacy },
      { href: linkOf(facts, '/accessibility'), label: words.accessibility },
      { href: linkOf(facts, '/help'), label: words.help },
      { href: linkOf(facts, '/decline'), label: words.decline },
    ],
    footerInNewTab: false,
    form: null,
    enterLabel: null,
  };
}

/** The same around a part: its own form holds the language buttons, and leaving it must not lose what is typed. */
export function partFrame(facts: FrameFacts, { title, pageIndex }: { title: string; pageIndex: number }): Frame {
  return {
    ...frameOf(facts, { title, place: '' }),
    choices: languageButtons(facts.language),
    languageForm: { kind: 'page' },
    footerInNewTab: true,
    form: `/v/${facts.code}/part/${pageIndex + 1}`,
    enterLabel: TEXTS[facts.language].part.next,
  };
}
