import type { Language } from '../engine/text.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { partPage, reviewPage } from './answer-pages.ts';
import { decidePart } from './decide-part.ts';
import type { Invitation } from './find-invitation.ts';
import { backgroundOf } from './invitation-background.ts';
import { travellingFacts, personNames } from './person-names.ts';
import { declinePage, pausedPage, readPage, refusedPage } from './respondent-pages.ts';
import { linkTo, type Place } from './respondent-frame.ts';
import { showState } from './show-state.ts';
import { READING } from './texts/reading.ts';
import { contactPage } from '../rights/contact-page.ts';
import { dataPage } from '../rights/data-pages.ts';
import { shownWithdrawal, withdrawPage } from '../rights/withdraw-page.ts';
import { answerInvited, type Answered, type Visit, type VisitDeps } from './visit.ts';

// What is shown for GET. Nothing here writes.

/** A part of the questions, or the first that the person is asked. */
export function openPart(deps: VisitDeps, visit: Visit, part: string): Promise<Answered> {
  return answerInvited(deps, visit, (invitation, language) => {
    const { survey, response, state } = invitation;
    if (state !== 'new' && state !== 'started' && state !== 'submitted') return toStart(invitation, language);
    const { pageIndex, isAsked } = decidePart({ survey, response, background: backgroundOf(invitation), part });
    if (!isAsked) return redirect(linkTo(invitation, language, `/part/${pageIndex + 1}`));
    const elsewhere = visit.query['elsewhere'] === '1';
    return partPage({ invitation, language, pageIndex, showing: { kind: 'opened', elsewhere } });
  });
}

/** Any other page of a personal link. */
export function openPlace(deps: VisitDeps, visit: Visit, place: Place): Promise<Answered> {
  return answerInvited(deps, visit, (invitation, language) =>
    placeAnswer(deps, visit, { invitation, language, place }),
  );
}

type Opened = { invitation: Invitation; language: Language; place: Place };

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
    case '/review':
      return isIn(state, ['started', 'submitted']) ? reviewPage(invitation, language) : toStart(invitation, language);
    case '/paused':
      return isIn(state, ['started', 'submitted']) ? pausedPage(invitation, language) : toStart(invitation, language);
    case '/decline':
      return invitation.person.refused_on === null
        ? declinePage(invitation, language, { chosen: true })
        : refusedPage(invitation, language, shownWithdrawal(deps.keys, invitation, visit.query['proof']));
    case '/privacy':
    case '/help':
      return read(invitation, language, place);
    case '/data':
      return dataPage(deps, invitation, { language, saved: visit.query['saved'] === '1' });
    case '/contact':
      return contactPage(deps, invitation, { language, done: visit.query['saved'] === '1', refused: null });
    case '/withdraw':
      return withdrawPage(invitation, language);
    default:
      return place satisfies never;
  }
}

function read(invitation: Invitation, language: Language, place: '/privacy' | '/help'): PageAnswer {
  const { survey, person, code } = invitation;
  const { institution } = personNames(survey, person, language);
  const reader = { institution, variables: travellingFacts(survey, language), reference: code.slice(-4) };
  const texts = READING[language];
  const content = place === '/privacy' ? texts.privacy(reader) : texts.help(reader);
  return readPage(invitation, language, { place, content });
}

function toStart(invitation: Invitation, language: Language): PageAnswer {
  return redirect(linkTo(invitation, language, ''));
}

function isIn<T>(value: T, list: readonly T[]): boolean {
  return list.includes(value);
}
