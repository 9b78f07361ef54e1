import { countedWalk, stepOf } from '../engine/counted-pages.ts';
import type { Survey } from '../engine/survey.ts';
import { firstPageNotSaved } from '../engine/walk.ts';
import type { StoredResponse } from './decide-state.ts';

/** A part: its number in addresses, and the number that the person reads. */
type Part = { place: number; step: number };

/** Where a person goes on. `next` null: every part is done. `first` is a place; `done` and `total` are as people count. */
export type Resume = { next: Part | null; first: number; done: { from: number; to: number } | null; total: number };

/** The first part that the person is not done with: leaving a question blank is legitimate. */
export function resumeOf(
  survey: Survey,
  response: Pick<StoredResponse, 'answers' | 'background' | 'pages_saved'>,
): Resume {
  const { walked, counted } = countedWalk(survey, response);
  const next = firstPageNotSaved(walked, survey, response.pages_saved);
  const done = walked.pages.filter((index) => next === null || index < next);
  const [from, to] = [done[0], done.at(-1)];
  return {
    next: next === null ? null : { place: next + 1, step: stepOf(counted, next) },
    first: (walked.pages[0] ?? 0) + 1,
    done: from === undefined || to === undefined ? null : { from: stepOf(counted, from), to: stepOf(counted, to) },
    total: counted.length,
  };
}
