import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { languageLinks, publicFrame, type Frame } from '../http/frame.ts';
import { roundTitle } from '../results/view-model.ts';
import type { QueueRound } from './show-text.ts';
import { openAnswerTexts, type OpenAnswerTexts } from './texts/index.ts';

/** What every reviewer's page prints around its content. */
export type ReviewFrame = Frame & {
  t: OpenAnswerTexts;
  by: string;
  isSignedIn: boolean;
  /** Address of the list, with the reviewer's name. */
  home: string;
  /** The same, as the query of any page of a reviewer. */
  query: string;
};

/** `isSignedIn`: the name is the account's, and no address holds it. */
export type Reviewer = { language: Language; by: string; isSignedIn: boolean };

/** The reviewer's name and language go along in every address: nothing is kept in the browser. */
export function reviewFrame(
  { language, by, isSignedIn }: Reviewer,
  { title, invented = false }: { title: string; invented?: boolean },
): ReviewFrame {
  const query = queryOf({ language, by, isSignedIn });
  return {
    ...publicFrame({ language, title }),
    invented,
    choices: languageLinks(language, (other) => queryOf({ language: other, by, isSignedIn })),
    styles: ['answer.css', 'open-answers.css'],
    t: openAnswerTexts(language),
    by,
    isSignedIn,
    home: `/open-answers${query}`,
    query,
  };
}

/** '?lang=fi&by=Aila' */
export function queryOf({ language, by, isSignedIn }: Reviewer): string {
  return `?${new URLSearchParams([['lang', language], ...(by === '' || isSignedIn ? [] : [['by', by]])] as [string, string][]).toString()}`;
}

/** The words of a question; its code where the survey has lost it. */
export function questionText(survey: Survey, item: string, language: Language): string {
  return survey.questions.get(item)?.text[language] ?? item;
}

/** 'Career survey, graduates of 2020 (autumn-2025)'. */
export function roundName(survey: Survey, round: QueueRound, language: Language): string {
  return `${roundTitle(survey, round.graduation_years ?? round.cohort, language)} (${round.id})`;
}
