import type { Language } from '../engine/text.ts';
import { earlierPage } from '../earlier/earlier-page.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { reviewPage } from './answer-pages.ts';
import { corePage } from './core-page.ts';
import { readingPage, type Opened } from './reading-page.ts';
import { declinePage, pausedPage, refusedPage } from './respondent-pages.ts';
import { linkTo, type Place } from './respondent-frame.ts';
import { showState } from './show-state.ts';
import { openRights, shownWithdrawal } from '../rights/open-rights.ts';
import { answerInvited, type Answered, type Visit, type VisitDeps } from './visit.ts';

// What is shown for GET. Nothing here writes.

export { openPart } from './open-part.ts';

/** Any other page of a personal link. */
export function openPlace(deps: VisitDeps, visit: Visit, place: Place): Promise<Answered> {
  return answerInvited(deps, visit, (invitation, language) =>
    placeAnswer(deps, visit, { invitation, language, place }),
  );
}

function placeAnswer(
  deps: VisitDeps,
  visit: Visit,
  { invitation, language, place }: Opened,
): Promise<PageAnswer> | PageAnswer {
  const { state } = invitation;
  switch (place) {
    case '':
      return showState(deps, invitation, language);
    case '/receipt':
      return isIn(state, ['submitted', 'closed-submitted'])
        ? showState(deps, invitation, language)
        : toStart(invitation, language);
    case '/earlier':
      return isIn(state, ['submitted', 'closed-submitted'])
        ? earlierPage(deps, invitation, language)
        : toStart(invitation, language);
    case '/review':
      return isIn(state, ['started', 'submitted']) ? reviewPage(invitation, language) : toStart(invitation, language);
    case '/paused':
      return isIn(state, ['started', 'submitted']) ? pausedPage(invitation, language) : toStart(invitation, language);
    case '/core':
      return isIn(state, ['started']) ? corePage(invitation, language) : toStart(invitation, language);
    case '/decline':
      return invitation.person.refused_on === null
        ? declinePage(invitation, language, { chosen: true })
        : refusedPage(invitation, language, shownWithdrawal(deps.keys, invitation, visit.query['proof']));
    case '/privacy':
    case '/help':
      return readingPage(deps, { invitation, language, place });
    case '/data':
    case '/data.html':
    case '/data.json':
    case '/contact':
    case '/withdraw':
      return openRights(deps, visit, { invitation, language, place });
    default:
      return place satisfies never;
  }
}

function toStart(invitation: Opened['invitation'], language: Language): PageAnswer {
  return redirect(linkTo(invitation, language, ''));
}

function isIn<T>(value: T, list: readonly T[]): boolean {
  return list.includes(value);
}
