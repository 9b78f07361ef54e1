import { typeOf } from '../engine/question-types/index.ts';
import { pageAt } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { visibleQuestionsOf, walk, type Walk } from '../engine/walk.ts';
import type { Survey } from '../engine/survey.ts';
import type { StoredResponse } from './decide-state.ts';
import { listInWords } from './list-in-words.ts';

export type ReviewSection = {
  /** Number of the part. */
  part: number;
  title: string;
  rows: readonly { text: string; lines: readonly string[] }[];
};
export type ReviewView = {
  sections: readonly ReviewSection[];
  /** Titles of the parts that the person is not done with, in words; null when there is none. */
  open: string | null;
  isEmpty: boolean;
};

/** Every answer in words, part by part, as far as the person is asked. */
export function toReviewView(
  survey: Survey,
  response: Pick<StoredResponse, 'answers' | 'background' | 'pages_saved'>,
  language: Language,
): ReviewView {
  const walked = walk(survey, response.answers, response.background);
  const sections = walked.pages.map((pageIndex) => ({
    part: pageIndex + 1,
    title: pageAt(survey, pageIndex).title[language],
    rows: visibleQuestionsOf(walked, survey, pageIndex)
      .filter((question) => question.kind !== 'info')
      .map((question) => {
        const answer = walked.relevantAnswers[question.code];
        const lines = answer === undefined ? [] : typeOf(question).summary(survey, question, answer, language);
        return { text: question.text[language], lines };
      }),
  }));
  const open = titlesOfOpenParts(survey, walked, response.pages_saved, language);
  return {
    sections,
    open: open.length > 0 ? listInWords(open, language) : null,
    isEmpty: Object.keys(walked.relevantAnswers).length === 0,
  };
}

/** Titles of the parts on a person's way that they are not done with, in order. */
export function titlesOfOpenParts(
  survey: Survey,
  { pages }: Pick<Walk, 'pages'>,
  pagesSaved: readonly string[],
  language: Language,
): string[] {
  return pages
    .map((pageIndex) => pageAt(survey, pageIndex))
    .filter(({ code }) => !pagesSaved.includes(code))
    .map(({ title }) => title[language]);
}
