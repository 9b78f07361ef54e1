import type { Visitor } from '../accounts/decide-access.ts';
import { placesOf } from '../accounts/places.ts';
import { registerNames } from '../accounts/register-names.ts';
import { messagesById, staffFrame, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import { todayOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { fullDate } from '../responses/dates.ts';
import { selectFeedback, selectWaiting, type FeedbackRow } from './store.ts';
import { FEEDBACK, type FeedbackTexts } from './texts/index.ts';

export const LONGEST_REPLY = 4_000;

type Fact = { label: string; text: string };
type Line = { href: string; to: string; start: string; days: string; isLate: boolean };
type ListModel = StaffFrame & {
  says: FeedbackTexts['staff'];
  status: string | null;
  waiting: readonly Line[];
  done: readonly Line[];
  form: string;
};
const listView = defineView<ListModel>('feedback/views/list');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
const LONGEST_START = 120;

/** What people have told, and by when each is to be answered. `places`: institutions whose it is; null = all. */
export async function listPage(
  deps: PageDeps,
  { language, places, saved }: { language: Language; places: readonly string[] | null; saved: boolean },
): Promise<PageAnswer> {
  const says = FEEDBACK[language].staff;
  const lines = (await selectFeedback(deps.db, places)).map((row) => ({
    isDone: row.answered_on !== null,
    line: lineOf(deps, row, language),
  }));
  return page(listView, {
    ...staffFrame(language, says.title),
    says,
    status: saved ? says.saved : null,
    waiting: lines.flatMap(({ isDone, line }) => (isDone ? [] : [line])),
    done: lines.flatMap(({ isDone, line }) => (isDone ? [line] : [])),
    form: `/accessibility/feedback?lang=${language}`,
  });
}

function lineOf(deps: PageDeps, row: FeedbackRow, language: Language): Line {
  const says = FEEDBACK[language].staff;
  const { answered_on, due_on, message } = row;
  const isLate = answered_on === null && due_on < todayOf(deps);
  const due = isLate ? says.overdue(fullDate(due_on, language)) : says.due(fullDate(due_on, language));
  return {
    href: `/feedback/${row.id}?lang=${language}`,
    to: receiverOf(deps, row, language),
    start: message.length > LONGEST_START ? `${message.slice(0, LONGEST_START).trimEnd()}…` : message,
    days: answered_on === null ? due : says.answered(fullDate(answered_on, language)),
    isLate,
  };
}

function receiverOf({ surveys }: Pick<Deps, 'surveys'>, { institution }: FeedbackRow, language: Language): string {
  if (institution === '') return FEEDBACK[language].staff.service;
  return registerNames(surveys, 'institution').get(institution)?.[language] ?? institution;
}

type OneModel = StaffFrame & {
  says: FeedbackTexts['staff'];
  facts: readonly Fact[];
  message: string;
  messageLanguage: string;
  reply: { text: string } | null;
  contact: string;
  mail: { href: string; label: string } | null;
  notice: string | null;
  refused: Readonly<Record<string, string>>;
  action: string;
  typed: string;
  most: number;
  back: string;
};
const oneView = defineView<OneModel>('feedback/views/one');

type Asked = { language: Language; typed?: string; problem?: 'blank' | 'tooLong'; already?: boolean };

/** One of them, with the form that answers it. */
export function onePage(deps: PageDeps, row: FeedbackRow, asked: Asked): PageAnswer {
  const { language, typed = '', problem, already = false } = asked;
  const says = FEEDBACK[language].staff;
  const words = { blank: says.blank, tooLong: says.tooLong(LONGEST_REPLY) };
  const errors: Refused[] = problem ? [{ id: 'reply', message: words[problem] }] : [];
  const { email, answered_on } = row;
  const model: OneModel = {
    ...staffFrame(language, says.one, { errors }),
    says,
    facts: factsOf(deps, row, language),
    message: row.message,
    messageLanguage: row.language,
    reply: answered_on === null ? null : { text: row.reply ?? '' },
    contact: email === null ? says.noEmail : says.email,
    mail: email === null ? null : { href: `mailto:${encodeURIComponent(email)}`, label: email },
    notice: already ? says.already : null,
    refused: messagesById(errors),
    action: `/feedback/${row.id}?lang=${language}`,
    typed,
    most: LONGEST_REPLY,
    back: `/feedback?lang=${language}`,
  };
  return page(oneView, model, errors.length > 0 ? 422 : already ? 409 : 200);
}

function factsOf(deps: PageDeps, row: FeedbackRow, language: Language): Fact[] {
  const says = FEEDBACK[language].staff;
  const { days } = lineOf(deps, row, language);
  const spoken = row.language === 'fi' || row.language === 'sv' ? row.language : 'en';
  return [
    { label: says.to, text: receiverOf(deps, row, language) },
    { label: says.place, text: row.place === '' ? says.notSaid : row.place },
    { label: says.language, text: says.languages[spoken] },
    { label: says.waiting, text: `${says.received(fullDate(row.received_on, language))}, ${days}` },
  ];
}

/** The task that feedback makes for staff, with its day; null where nothing waits. */
export async function feedbackTask(
  deps: Pick<Deps, 'db' | 'now'>,
  { language, visitor }: { language: Language; visitor: Visitor },
): Promise<{ href: string; text: string; isLate: boolean } | null> {
  const places = placesOf(visitor, 'feedback.answer', deps);
  if (places !== null && places.length === 0) return null;
  const { count, dueOn } = await selectWaiting(deps.db, places);
  if (dueOn === null) return null;
  const says = FEEDBACK[language].staff;
  const isLate = dueOn < todayOf(deps);
  const text = (isLate ? says.taskLate : says.task)(count, fullDate(dueOn, language));
  return { href: `/feedback?lang=${language}`, text, isLate };
}
