import type { Answers } from './answer.ts';
import type { Background } from './condition.ts';
import type { Question } from './question.ts';
import { pageAt, type Survey } from './survey.ts';
import { wayOf } from './ways.ts';

/** The way of one person through a survey. */
export type Walk = {
  /** Indexes of the definition's pages that this person is asked, in order. */
  pages: readonly number[];
  /** The answers to visible questions. Whatever else is stored counts as absent. */
  relevantAnswers: Answers;
  /** Codes of the questions that this person is asked. */
  visibleQuestions: ReadonlySet<string>;
};

/**
 * Walks a survey with the answers so far. A page is on the path when its condition holds and at least
 * one of its questions is visible. An answer to a hidden question counts as absent, which may hide more.
 *
 * Conditions look at earlier pages only, so one pass from the first page to the last is that fixpoint:
 * when a page is reached, everything its conditions may look at is decided. Whatever a definition says,
 * an answer of the same or a later page is absent here, so a walk always ends and has one result.
 *
 * @example walk(survey, { activity: 'studying', employer: 'x' }, {}).relevantAnswers // { activity: 'studying' }
 */
export function walk(survey: Survey, answers: Answers, background: Background): Walk {
  const { pages, visibleQuestions } = wayOf(survey, answers, background);
  return { pages, relevantAnswers: relevantOf(answers, visibleQuestions), visibleQuestions };
}

/** What is there already is handed on as it is where all of it counts. */
function relevantOf(answers: Answers, visible: ReadonlySet<string>): Answers {
  const counts = (code: string): boolean => visible.has(code) && answers[code] !== undefined;
  if (Object.keys(answers).every(counts)) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([code]) => counts(code)));
}

/** The page on the path after an index (which itself need not be on it), or null at the end. */
export function nextPage(walked: Walk, index: number): number | null {
  return walked.pages.find((page) => page > index) ?? null;
}

/** The page on the path before an index, or null at the beginning. */
export function previousPage(walked: Walk, index: number): number | null {
  return walked.pages.findLast((page) => page < index) ?? null;
}

/**
 * The first page on the path that was never saved, or null when all were. `pagesSaved` are page codes.
 * Empty answers do not matter: leaving a question out is legitimate.
 */
export function firstPageNotSaved(walked: Walk, survey: Survey, pagesSaved: readonly string[]): number | null {
  return walked.pages.find((index) => !pagesSaved.includes(pageAt(survey, index).code)) ?? null;
}

/** The visible questions of one page, in the definition's order. */
export function visibleQuestionsOf(walked: Walk, survey: Survey, pageIndex: number): Question[] {
  return pageAt(survey, pageIndex).questions.filter(({ code }) => walked.visibleQuestions.has(code));
}
