import type { Answers } from './answer.ts';
import { isMet, type Background } from './condition.ts';
import type { Page } from './definition.ts';
import { asksOnceMore } from './expand-repeats.ts';
import type { Survey } from './survey.ts';
import { truthOf, type Leaf, type Truth } from './truth.ts';
import { walk, type Walk } from './walk.ts';

type Facts = {
  survey: Survey;
  walked: Walk;
  background: Background;
  /** Codes of the pages that the person is done with. */
  pagesSaved: readonly string[];
};

/**
 * The pages that "part 3 of 7" counts, as indexes in order: those on the person's way, and those that may come onto
 * it by pages that they have not saved yet. So the number of parts shrinks as answers close ways, and grows
 * only where a page that was saved is changed, or where one more time of a page that repeats is wanted: further
 * times are counted once they are asked for.
 *
 * @example countedPages({ survey, walked, background, pagesSaved: ['now'] }) // [0, 2, 3]: not in work, so no page of the job
 */
export function countedPages({ survey, walked, background, pagesSaved }: Facts): readonly number[] {
  const { pages } = survey.definition;
  if (walked.pages.length === pages.length) return walked.pages;
  const open = new Set<string>(); // questions whose answers may still change what comes
  const leafTruth = (leaf: Leaf): Truth =>
    leaf.kind !== 'background' && open.has(leaf.question) ? null : isMet(leaf, walked.relevantAnswers, background);
  const counted: number[] = [];
  for (const [index, page] of pages.entries()) {
    if (!walked.pages.includes(index) && !mayBeAsked(page, leafTruth)) continue;
    counted.push(index);
    if (pagesSaved.includes(page.code)) continue;
    for (const { code } of page.questions) if (!asksOnceMore(code)) open.add(code);
  }
  return counted;
}

/** The way of a person by the answers so far, and the pages that are counted on it. */
export function countedWalk(
  survey: Survey,
  { answers, background, pages_saved }: { answers: Answers; background: Background; pages_saved: readonly string[] },
): { walked: Walk; counted: readonly number[] } {
  const walked = walk(survey, answers, background);
  return { walked, counted: countedPages({ survey, walked, background, pagesSaved: pages_saved }) };
}

/** The number of a page among those that are counted; from 1. */
export function stepOf(counted: readonly number[], pageIndex: number): number {
  return counted.filter((index) => index <= pageIndex).length || 1;
}

function mayBeAsked({ showIf, questions }: Page, leafTruth: (leaf: Leaf) => Truth): boolean {
  const may = (condition: Page['showIf']) => condition === undefined || truthOf(condition, leafTruth) !== false;
  return may(showIf) && questions.some((question) => may(question.showIf));
}
