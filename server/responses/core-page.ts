import { standingOfCore } from '../engine/core.ts';
import type { Language } from '../engine/text.ts';
import { walk } from '../engine/walk.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { dayAndMonth, lastMoment } from './dates.ts';
import type { Invitation } from './find-invitation.ts';
import { readBy } from './person-texts.ts';
import { linkTo, respondentFrame } from './respondent-frame.ts';
import { resumeOf } from './resume-view-model.ts';
import { titlesOfOpenParts } from './review-view-model.ts';
import { TEXTS } from './texts/index.ts';
import { coreView } from './views.ts';

/** The most important questions are answered: go on, or send what there is. */
export function corePage(invitation: Invitation, language: Language): PageAnswer {
  const { core: t, review, resume } = TEXTS[language];
  const { survey, response, round, code } = invitation;
  const to = (place: string) => linkTo(invitation, language, place);
  if (!response) return redirect(to(''));
  const walked = walk(survey, response.answers, response.background);
  const { next, total } = resumeOf(survey, response);
  if (next === null) return redirect(to('/review'));
  if (standingOfCore(survey, walked, response.pages_saved) !== 'done') return redirect(to(`/part/${next.place}`));
  return page(coreView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '/core' }),
    t,
    left: titlesOfOpenParts(readBy(invitation).survey, walked, response.pages_saved, language),
    change: t.change(dayAndMonth(lastMoment(round.closes_at), round.time_zone, language)),
    go: { href: to(`/part/${next.place}`), label: resume.next(next.step, total) },
    send: { action: `/v/${code}/send`, label: review.send, name: 'send', value: '1', main: false },
    look: { href: to('/review'), label: t.look },
  });
}
