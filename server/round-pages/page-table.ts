import type { Deps } from '../deps.ts';
import { formOf, textOf } from '../http/form.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { datesPage, postDates } from './dates-page.ts';
import { deedPage, postDeed, type Deed } from './deed-pages.ts';
import { extensionPage, postExtension } from './extension-page.ts';
import { historyPage } from './history-page.ts';
import { institutionsPage, postInstitutions } from './institutions-page.ts';
import { overviewPage } from './overview-page.ts';
import { readDates } from './read-dates.ts';
import type { Visit } from './visit.ts';

/** A request for a page of one round that the visitor may see. */
export type RoundVisit = Visit & { facts: RoundFacts };
type Answer = (deps: Deps, visit: RoundVisit) => Promise<PageAnswer | null>;

/** Pages of one round by what follows its address. `forAll`: whoever sees the round opens it, not only who makes rounds. */
export const ROUND_PAGES: Readonly<Record<string, { answer: Answer; forAll: boolean }>> = {
  '': { answer: (deps, visit) => overviewPage(deps, { ...visit, done: doneOf(visit) }), forAll: true },
  '/dates': { answer: (deps, visit) => datesPage(deps, visit, { done: doneOf(visit) }), forAll: true },
  '/institutions': { answer: (deps, visit) => institutionsPage(deps, visit, { done: doneOf(visit) }), forAll: true },
  '/history': { answer: (deps, visit) => historyPage(deps, visit), forAll: true },
  '/extension': { answer: (deps, visit) => extensionPage(deps, visit), forAll: false },
  '/publish': { answer: (deps, visit) => deedPage(deps, visit, 'publish'), forAll: false },
  '/withdraw': { answer: (deps, visit) => deedPage(deps, visit, 'withdraw'), forAll: false },
  '/discard': { answer: (deps, visit) => deedPage(deps, visit, 'discard'), forAll: false },
};

export const ROUND_POSTS: Readonly<Record<string, Answer>> = {
  '/dates': (deps, visit) =>
    postDates(deps, visit, {
      typed: readDates(visit.body),
      reason: textOf(visit.body, 'reason'),
      revision: revisionOf(visit),
    }),
  '/extension': (deps, visit) => {
    const { closes } = readDates(visit.body);
    return postExtension(deps, visit, { closes, reason: textOf(visit.body, 'reason'), revision: revisionOf(visit) });
  },
  '/institutions': (deps, visit) => postInstitutions(deps, visit, partsOf(visit.body)),
  '/institutions/:institution': (deps, visit) => {
    const part = textOf(visit.body, 'part');
    const institution = textOf(visit.params, 'institution');
    return postInstitutions(deps, visit, part === '' ? [] : [{ institution, takesPart: part === 'yes' }]);
  },
  '/publish': deed('publish', ''),
  '/withdraw': deed('withdraw', 'reason'),
  '/discard': deed('discard', 'typed'),
};

function deed(name: Deed, field: string): Answer {
  return (deps, visit) => postDeed(deps, visit, name, textOf(visit.body, field).slice(0, 1000));
}

function doneOf({ query }: RoundVisit): string {
  return textOf(query, 'done');
}

function revisionOf({ body }: RoundVisit): number {
  const text = textOf(body, 'revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function partsOf(body: unknown) {
  return Object.entries(formOf(body)).flatMap(([name, value]) => {
    const institution = /^part-(.+)$/.exec(name)?.[1];
    return institution !== undefined && (value === 'yes' || value === 'no')
      ? [{ institution, takesPart: value === 'yes' }]
      : [];
  });
}
