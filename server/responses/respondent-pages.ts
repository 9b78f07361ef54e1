import { lastMoment, clockTime, dayAndMonth, fullDate, onWeekday } from './dates.ts';
import type { Language } from '../engine/text.ts';
import { hole, keptPage } from '../http/kept-page.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { decideIntake } from './decide-state.ts';
import type { Invitation } from './find-invitation.ts';
import { personNames, travellingFacts } from './person-names.ts';
import { linkTo, respondentFrame, type Place } from './respondent-frame.ts';
import { resumeOf } from './resume-view-model.ts';
import { RIGHTS } from '../rights/texts/index.ts';
import { TEXTS } from './texts/index.ts';
import type { ReadingPage } from './texts/reading-page.ts';
import { declineView, landingView, messageView, readView, resumeView, type Button, type MessagePage } from './views.ts';

// Pages of a personal link beside the questions.

/** The day until which a round is open, 'sunnuntaina 30.11.' and '30.11.'. */
function closing({ round }: Invitation, language: Language): { weekday: string; short: string } {
  const last = lastMoment(round.closes_at);
  return {
    weekday: onWeekday(last, round.time_zone, language),
    short: dayAndMonth(last, round.time_zone, language),
  };
}

/** The first page: why you, how long, by when. The same for many, but for the texts in its holes. */
export function landingPage(invitation: Invitation, language: Language): PageAnswer {
  const t = TEXTS[language].landing;
  const { survey, person } = invitation;
  const { institution, degree, year } = personNames(survey, person, language);
  const { core } = survey.definition;
  const { from, to } = survey.definition.minutes;
  const graduated = degree && (year ? t.graduated(year, degree) : t.graduatedDegree(degree));
  const nobody = { ...invitation, code: hole(0) };
  const frame = respondentFrame({ invitation: nobody, language, title: t.title, place: '' });
  const link = (place: string) => linkTo(nobody, language, place);
  const model = {
    ...frame,
    institution: institution === null ? null : hole(1),
    t,
    lines: [
      graduated && hole(2),
      t.minutes(from, to),
      core && t.core(core.minutes),
      t.closes(closing(invitation, language).weekday),
    ].filter((line) => typeof line === 'string'),
    start: link(`/part/${resumeFirst(invitation)}`),
    data: t.data(institution === null ? frame.brand : hole(1), travellingFacts(survey, language)),
    links: {
      privacy: link('/privacy'),
      degree: `${link('/help')}#degree`,
      genuine: `/genuine${person.institution ? `/${hole(3)}` : ''}?lang=${language}`,
      decline: link('/decline'),
    },
  };
  const texts = [invitation.code, institution ?? '', graduated ?? '', person.institution ?? ''];
  return keptPage(landingView, model, { texts, pieces: [] });
}

/** Saved answers, not sent: where to go on. */
export function resumePage(invitation: Invitation, language: Language): PageAnswer {
  const { resume: t, landing } = TEXTS[language];
  const { survey, response } = invitation;
  if (!response) return landingPage(invitation, language);
  const { next, first, done, total } = resumeOf(survey, response);
  const to = (place: string) => linkTo(invitation, language, place);
  return page(resumeView, {
    ...respondentFrame({ invitation, language, title: t.title, place: '' }),
    t,
    saved: done ? t.saved(t.parts(done.from, done.to)) : t.started,
    main:
      next === null
        ? { href: to('/review'), label: t.ready }
        : { href: to(`/part/${next}`), label: t.next(next, total) },
    first: { href: to(`/part/${first}`), label: t.first },
    closes: landing.closes(closing(invitation, language).weekday),
  });
}

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

function resumeFirst({ survey, response }: Invitation): number {
  return response ? resumeOf(survey, response).first : 1;
}
