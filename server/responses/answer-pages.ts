import type { Language } from '../engine/text.ts';
import type { Piece } from '../http/gzip-pieces.ts';
import { hole, keptPage, PIECES, printPiece } from '../http/kept-page.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { dayAndMonth, fullDate, lastMoment } from './dates.ts';
import type { Destination } from './decide-page-save.ts';
import type { Invitation } from './find-invitation.ts';
import { REVISION_FIELD } from './page-form.ts';
import { partTitle, toPartView, type PartView, type Showing } from './part-view-model.ts';
import { readBy } from './person-texts.ts';
import { cardId } from './question-fields.ts';
import { isShownToAll, type QuestionView } from './question-view-model.ts';
import { linkTo, partFrame, respondentFrame } from './respondent-frame.ts';
import { toReviewView } from './review-view-model.ts';
import { TEXTS } from './texts/index.ts';
import { partView, reviewView } from './views.ts';

// Pages that ask, show and acknowledge answers.

type PartFacts = { invitation: Invitation; language: Language; pageIndex: number; showing: Showing };

/** A part: opened, or shown again after a post that leads nowhere else. */
export function partPage({ invitation, language, pageIndex, showing }: PartFacts): PageAnswer {
  const { survey, background, day } = readBy(invitation);
  const { common } = TEXTS[language];
  const plain = partTitle({ survey, language, pageIndex });
  const title = showing.kind === 'invalid' ? `${common.errorPrefix}: ${plain}` : plain;
  const { response } = invitation;
  const part = toPartView({ survey, response, background, language, day, pageIndex, showing });
  const isSeenByAll =
    showing.kind === 'opened' && survey === invitation.survey && part.questions.every((view) => isShownToAll(view));
  if (isSeenByAll) return unansweredPage({ invitation, language, pageIndex }, title, part);
  const frame = frameOfPart({ invitation, language, pageIndex }, title, part);
  return page(partView, { ...frame, part }, showing.kind === 'invalid' ? 422 : 200);
}

type PartPlace = Omit<PartFacts, 'showing'>;

/** What is around a part, with the scripts that its questions need. */
function frameOfPart({ invitation, language, pageIndex }: PartPlace, title: string, { questions }: PartView) {
  const action = `/v/${invitation.code}/part/${pageIndex + 1}`;
  const frame = partFrame({ invitation, language, title, action, enterLabel: TEXTS[language].part.next });
  const scripts = ['answer.js', ...(questions.some(({ kind }) => kind === 'search') ? ['search-list.js'] : [])];
  return { ...frame, scripts };
}

const printed = new WeakMap<QuestionView, Piece>();

/** A part of which nothing is answered looks the same to many: what differs is whose it is and how often they have saved. */
function unansweredPage({ invitation, language, pageIndex }: PartPlace, title: string, part: PartView): PageAnswer {
  const nobody = { ...invitation, code: hole(0) };
  const frame = frameOfPart({ invitation: nobody, language, pageIndex }, title, part);
  const { t, common } = part;
  const pieces = part.questions.map((question) => {
    const piece = printed.get(question) ?? printPiece('responses/views/question', { question, t, common, focus: null });
    printed.set(question, piece);
    return piece;
  });
  const revision = part.hidden.find(({ name }) => name === REVISION_FIELD)?.value ?? '';
  const hidden = part.hidden.map((field) => (field.name === REVISION_FIELD ? { ...field, value: hole(2) } : field));
  const model = {
    ...frame,
    institution: frame.institution === null ? null : hole(1),
    part: { ...part, hidden, questions: [], printed: PIECES },
  };
  return keptPage(partView, model, { texts: [invitation.code, frame.institution ?? '', revision], pieces });
}

/** Where a saved page leads. */
export function afterSave(
  invitation: Invitation,
  language: Language,
  { to, elsewhere }: { to: Destination; elsewhere: boolean },
): PageAnswer {
  const link = (place: string) => linkTo(invitation, language, place);
  switch (to.kind) {
    case 'part': {
      const anchor = to.question === null ? '' : `#${cardId(to.question)}`;
      const query = elsewhere ? '?elsewhere=1' : '';
      return redirect(`/v/${invitation.code}/part/${to.pageIndex + 1}${query}${anchor}`);
    }
    case 'core':
    case 'review':
    case 'paused':
      return redirect(link(`/${to.kind}`));
    case 'landing':
      return redirect(link(''));
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
