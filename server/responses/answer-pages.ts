import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { dayAndMonth, fullDate, lastMoment } from './dates.ts';
import type { Destination } from './decide-page-save.ts';
import type { Invitation } from './find-invitation.ts';
import { readBy } from './person-texts.ts';
import { cardId } from './question-fields.ts';
import { linkTo, respondentFrame } from './respondent-frame.ts';
import { toReviewView } from './review-view-model.ts';
import { TEXTS } from './texts/index.ts';
import { reviewView } from './views.ts';

// Pages that show and acknowledge answers.

/** Where a saved page leads. The language is stored with it, so no address names it. */
export function afterSave(
  { code }: Pick<Invitation, 'code'>,
  { to, elsewhere }: { to: Destination; elsewhere: boolean },
): PageAnswer {
  switch (to.kind) {
    case 'part': {
      const anchor = to.question === null ? '' : `#${cardId(to.question)}`;
      const query = elsewhere ? '?elsewhere=1' : '';
      return redirect(`/v/${code}/part/${to.pageIndex + 1}${query}${anchor}`);
    }
    case 'core':
    case 'review':
    case 'paused':
      return redirect(`/v/${code}/${to.kind}`);
    case 'landing':
      return redirect(`/v/${code}`);
    default:
      return to satisfies never;
  }
}

/** All answers in words, and the button that sends them. */
export function reviewPage(invitation: Invitation, language: Language): PageAnswer {
  const t = TEXTS[language].review;
  const { response, round, code } = invitation;
  if (!response) return redirect(linkTo(invitation, language, ''));
  const review = toReviewView(readBy(invitation).survey, response, language);
  const last = dayAndMonth(lastMoment(round.closes_at), round.time_zone, language);
  const sentOn = response.submitted_on;
  const standing = review.isEmpty ? t.nothing : review.open ? t.notReady(review.open) : t.ready;
  const send = { action: `/v/${code}/send`, label: t.send, name: 'send', value: '1', main: true };
  const heading = sentOn ? t.sentTitle : t.title;
  return page(reviewView, {
    ...respondentFrame({ invitation, language, title: heading, place: '/review' }),
    t,
    heading,
    lines: sentOn ? [t.sent(fullDate(sentOn, language))] : [standing, t.afterSending(last)],
    review,
    send: sentOn || review.isEmpty ? null : send,
    done: sentOn ? { href: linkTo(invitation, language, '/receipt'), label: t.done } : null,
    partHref: `/v/${code}/part/`,
  });
}
