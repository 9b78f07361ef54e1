import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { addRecurrence, endRule, makeProposed, type TypedRule } from '../rounds/recurrences.ts';
import { isUuid } from '../accounts/keep-form.ts';
import { createPage, postRound } from './create-page.ts';
import { readDates } from './read-dates.ts';
import { roundPath } from './round-frame.ts';
import { startChoicePage } from './start-choice-page.ts';
import { roundTexts } from './texts/index.ts';
import type { Visit } from './visit.ts';
import { yearlyPage } from './yearly-page.ts';

type Answer = (deps: Deps, visit: Visit) => Promise<PageAnswer | null>;

/** Pages for whoever makes rounds, by what follows /rounds. */
export const MANAGER_PAGES: Readonly<Record<string, Answer>> = {
  '/new': (deps, { language, query }) => {
    const named = textOf(query, 'from').slice(0, 100);
    return named === '' ? startChoicePage(deps, language) : createPage(deps, language, named);
  },
  '/yearly': (deps, { language, query }) => yearlyPage(deps, language, { done: textOf(query, 'done') }),
};

export const MANAGER_POSTS: Readonly<Record<string, Answer>> = {
  '': (deps, { reader, language, query, body }) => {
    const field = (name: string) => textOf(body, name).trim().slice(0, 100);
    const typed = { id: field('id'), version: field('version'), cohort: field('cohort'), dates: readDates(body) };
    const named = textOf(query, 'from').slice(0, 100);
    return named === ''
      ? startChoicePage(deps, language)
      : postRound(deps, { by: reader.by, language }, { named, typed });
  },
  '/yearly': async (deps, { reader, language, body }) => {
    const field = (name: keyof TypedRule) => textOf(body, name).trim().slice(0, 100);
    const typed: TypedRule = {
      survey: field('survey'),
      day: field('day'),
      month: field('month'),
      time: field('time'),
      daysOpen: field('daysOpen'),
      yearsAfter: field('yearsAfter'),
    };
    const outcome = await addRecurrence(deps, { typed, by: reader.by });
    return outcome.kind === 'refused'
      ? yearlyPage(deps, language, { typed, fields: outcome.fields })
      : redirect(`/rounds/yearly?lang=${language}&done=added`);
  },
  '/yearly/:id/make': async (deps, { reader, language, params }) => {
    const id = ruleOf(params);
    if (id === null) return null;
    const outcome = await makeProposed(deps, { id, by: reader.by });
    if (outcome.kind === 'unknown_rule') return null;
    if (outcome.kind === 'no_version')
      return yearlyPage(deps, language, { problem: roundTexts(language).yearly.noVersion });
    return redirect(roundPath(outcome.roundId, '', language, { done: 'created' }));
  },
  '/yearly/:id/end': async (deps, { reader, language, params }) => {
    const id = ruleOf(params);
    if (id === null || !(await endRule(deps, { id, by: reader.by }))) return null;
    return redirect(`/rounds/yearly?lang=${language}&done=ended`);
  },
};

function ruleOf(params: unknown): string | null {
  const id = textOf(params, 'id');
  return isUuid(id) ? id : null;
}
