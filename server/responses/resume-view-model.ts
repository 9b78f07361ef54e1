import type { Survey } from '../engine/survey.ts';
import { firstPageNotSaved, walk } from '../engine/walk.ts';
import type { StoredResponse } from './decide-state.ts';

/** Where a person goes on, as numbers of parts. `next` null: every part is done. */
export type Resume = { next: number | null; first: number; done: { from: number; to: number } | null; total: number };

/** The first part that the person is not done with: leaving a question blank is legitimate. */
export function resumeOf(
  survey: Survey,
  response: Pick<StoredResponse, 'answers' | 'background' | 'pages_saved'>,
): Resume {
  const walked = walk(survey, response.answers, response.background);
  const next = firstPageNotSaved(walked, survey, response.pages_saved);
  const done = walked.pages.filter((index) => next === null || index < next);
  const [from, to] = [done[0], done.at(-1)];
  return {
    next: next === null ? null : next + 1,
    first: (walked.pages[0] ?? 0) + 1,
    done: from === undefined || to === undefined ? null : { from: from + 1, to: to + 1 },
    total: survey.definition.pages.length,
  };
}
