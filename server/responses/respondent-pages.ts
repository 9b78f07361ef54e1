import { closing } from './closing-day.ts';
import { clockTime, fullDate, onWeekday } from './dates.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { decideIntake } from './decide-state.ts';
import type { Invitation } from './find-invitation.ts';
import { linkTo, respondentFrame, type Place } from './respondent-frame.ts';
import { RIGHTS } from '../rights/texts/index.ts';
import { TEXTS } from './texts/index.ts';
import type { ReadingPage } from './texts/reading-page.ts';
import { declineView, messageView, readView, type Button, type MessagePage } from './views.ts';

// Pages of a personal link beside the questions.

/** The person stopped: what is saved and how to come back. */
export function pausedPage(invitation: Invitation, language: Language): PageAnswer {
  const { paused: t, resume } = TEXTS[language];
  const lines = [t.text(closing(invitation, language).short), t.notSent];
  const main = { href: linkTo(invitation, language, ''), label: resume.title };
  return message(invitation, language, { place: '/paused', heading: t.title, lines, main });
}

/** The round has not opened. */
export function notOpenPage(invitation: Invitation, language: Language): PageAnswer {
  const { notOpen: t } = TEXTS[language];
  const { opens_at, time_zone } = invitation.round;
  const opens = t.opens(onWeekday(opens_at, time_zone, language), clockTime(opens_at, time_zone, language));
  return message(invitation, language, { place: '', heading: t.title, lines: [opens, t.what] });
}

export type ClosedFacts = {
  results: string | null;
  receipt: string | null;
  posted: 'nothing' | 'saved' | 'not-saved';
  /** Where those who sent their answers see how earlier graduates answered. */
  earlier: { href: string; label: string };
};

/** The round has closed. For those who did not send: what became of what they saved. */
export function closedPage(invitation: Invitation, language: Language, facts: ClosedFacts): PageAnswer {
  const { closed: t, common, review, receipt } = TEXTS[language];
  const { round, person, response, now } = invitation;
  const sentOn = response?.submitted_on ?? null;
  const isLate = decideIntake({ round, refusedOn: person.refused_on }, now) === 'late';
  const maySend = isLate && response !== null && sentOn === null;
  const posted = { nothing: [], saved: [t.savedLate], 'not-saved': [t.notSaved] }[facts.posted];
  const lines = [
    ...posted,
    t.closed(closing(invitation, language).weekday),
    ...(sentOn ? [t.submitted(fullDate(sentOn, language))] : [t.thanks]),
    ...(response && !sentOn ? [t.draft] : []),
    ...(maySend ? [t.canSend] : []),
  ];
  const send: Button = {
    action: `/v/${invitation.code}/send`,
    label: review.send,
    name: 'send',
    value: '1',
    main: true,
  };
  return message(invitation, language, {
    place: '',
    heading: sentOn ? t.submittedTitle : t.title,
    lines,
    buttons: maySend ? [send] : [],
    main: null,
    links: [
      ...(sentOn ? [facts.earlier] : []),
      ...(facts.results ? [{ href: `${facts.results}?lang=${language}`, label: common.results }] : []),
      { href: linkTo(invitation, language, '/data'), label: RIGHTS[language].data.link },
    ],
    proof: facts.receipt ? { t: receipt, line: facts.receipt } : null,
    status: sentOn ? 200 : 410,
  });
}

/** The two ways of not answering, to choose from. */
export function declinePage(invitation: Invitation, language: Language, options: { chosen: boolean }): PageAnswer {
  const { decline: t, common } = TEXTS[language];
  const title = options.chosen ? t.title : `${common.errorPrefix}: ${t.title}`;
  const model = {
    ...respondentFrame({ invitation, language, title, place: '/decline' }),
    t,
    action: linkTo(invitation, language, '/decline'),
    error: options.chosen ? null : t.choose,
    back: { href: linkTo(invitation, language, ''), label: common.backToSurvey },
  };
  return page(declineView, model, options.chosen ? 200 : 422);
}

/** The person has refused: what was done, and the way back. `withdrawal`: the line that shows that answers were deleted. */
export function refusedPage(invitation: Invitation, language: Language, withdrawal: string | null): PageAnswer {
  const { decline: t } = TEXTS[language];
  const { data, withdraw } = RIGHTS[language];
  const { person, response, round, now } = invitation;
  const action = linkTo(invitation, language, '/decline');
  const button = (value: string, label: string): Button => ({ action, label, name: 'choice', value, main: false });
  const isOver = now >= round.closes_at;
  const kept = response ? t.kept : withdrawal ? t.deleted : t.none;
  return message(invitation, language, {
    place: '/decline',
    heading: t.doneTitle,
    lines: [...(person.refused_on ? [t.since(fullDate(person.refused_on, language))] : []), kept],
    buttons: [button('undo', isOver ? t.undoMessages : t.undo)],
    links: [
      ...(response ? [{ href: linkTo(invitation, language, '/withdraw'), label: t.deleteNow }] : []),
      ...(withdrawal ? [{ href: `/genuine?lang=${language}#receipt-check`, label: withdraw.check }] : []),
      { href: linkTo(invitation, language, '/data'), label: data.link },
    ],
    proof: withdrawal === null ? null : { t: withdraw, line: withdrawal },
  });
}

/** A page that is only read. */
export function readPage(
  invitation: Invitation,
  language: Language,
  { place, content }: { place: Place; content: ReadingPage },
): PageAnswer {
  const data = { href: linkTo(invitation, language, '/data'), label: RIGHTS[language].data.link };
  const frame = respondentFrame({ invitation, language, title: content.title, place });
  const back = { href: linkTo(invitation, language, ''), label: TEXTS[language].common.backToSurvey };
  return page(readView, { ...frame, content, check: null, links: place === '/privacy' ? [data] : [], back });
}

type Message = { place: Place; heading: string; lines: readonly string[]; status?: number } & Partial<
  Pick<MessagePage, 'buttons' | 'main' | 'links' | 'proof'>
>;

function message(invitation: Invitation, language: Language, content: Message): PageAnswer {
  const { place, status = 200, ...own } = content;
  const help = { href: linkTo(invitation, language, '/help'), label: TEXTS[language].common.helpLink };
  const frame = respondentFrame({ invitation, language, title: content.heading, place });
  const links = [...(own.links ?? []), help];
  return page(messageView, { ...frame, buttons: [], main: null, entry: null, proof: null, ...own, links }, status);
}
