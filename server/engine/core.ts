import { pageAt, type Survey } from './survey.ts';
import type { Walk } from './walk.ts';

/** Index of the page that ends the core of a survey, or null where it has none. Example: core { lastPage: 'job' } → 1. */
export function lastCorePage({ definition: { core, pages } }: Survey): number | null {
  if (!core) return null;
  const index = pages.findIndex(({ code }) => code === core.lastPage);
  return index === -1 ? null : index;
}

/**
 * Where a person stands with the core: 'none' when the survey has none or nothing follows it on their way,
 * 'open' while a page of it is not done, else 'done'. `pagesSaved` are page codes.
 */
export function standingOfCore(survey: Survey, walked: Walk, pagesSaved: readonly string[]): 'none' | 'open' | 'done' {
  const last = lastCorePage(survey);
  if (last === null || !walked.pages.some((page) => page > last)) return 'none';
  const core = walked.pages.filter((page) => page <= last);
  return core.every((page) => pagesSaved.includes(pageAt(survey, page).code)) ? 'done' : 'open';
}

/** The last page of the core on a person's way, or null. Leaving it is when sending is offered. */
export function endOfCore(survey: Survey, walked: Walk): number | null {
  const last = lastCorePage(survey);
  if (last === null || !walked.pages.some((page) => page > last)) return null;
  return walked.pages.findLast((page) => page <= last) ?? null;
}
