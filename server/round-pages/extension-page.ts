import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { typedDates, type DateProblem, type TypedDates, type TypedMoment } from '../rounds/decide-dates.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { saveDates } from '../rounds/save-dates.ts';
import { dateErrors, datesForm, type DatesForm } from './dates-form.ts';
import { toDatesEcho, type DatesEcho } from './dates-view-model.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundHead, roundPath, type RoundFrame, type RoundHead } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type Model = RoundFrame & {
  heading: string;
  head: RoundHead;
  echo: DatesEcho;
  dates: DatesForm | null;
  reason: string;
  revision: number;
  command: string;
  action: string;
};
const extensionView = defineView<Model>('round-pages/views/extension');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Asked = { reader: Reader; facts: RoundFacts; language: Language };
type Shown = {
  closes: TypedMoment;
  reason: string;
  problems: readonly DateProblem[];
  messages: readonly { id: string; message: string }[];
};

/** A later closing for everyone, and how one person gets more time. */
export async function extensionPage(deps: PageDeps, { facts, language }: Asked, shown?: Shown): Promise<PageAnswer> {
  const t = roundTexts(language);
  const { row } = facts;
  const stored = typedDates(row, row.time_zone);
  const may = mayExtend(facts);
  const typed: TypedDates = { ...stored, closes: shown?.closes ?? stored.closes };
  const problems = shown?.problems ?? [];
  const errors = [...dateErrors(problems, t), ...(shown?.messages ?? [])];
  const model: Model = {
    ...roundFrame(language, t.extension.title, { errors }),
    heading: t.extension.title,
    head: roundHead(deps, facts, language),
    echo: toDatesEcho(row, row.time_zone, { language, t }),
    dates: may ? datesForm({ typed, problems, zone: row.time_zone, fields: ['closes'] }, { language, t }) : null,
    reason: shown?.reason ?? '',
    revision: row.revision,
    command: `uras rounds extend ${row.id} --person KEY --closes 2026-12-24`,
    action: roundPath(row.id, '/extension', language),
  };
  return page(extensionView, model, errors.length > 0 ? 422 : may ? 200 : 409);
}

function mayExtend({ state }: RoundFacts): boolean {
  return state === 'open' || state === 'closing' || state === 'closed';
}

type Posted = { closes: TypedMoment; reason: string; revision: number };

/** Moves the closing of a round that has opened, or says what is to be mended. */
export async function postExtension(deps: PageDeps, asked: Asked, posted: Posted): Promise<PageAnswer> {
  const { facts, reader, language } = asked;
  const t = roundTexts(language);
  const { row } = facts;
  const again = (problems: readonly DateProblem[], messages: Shown['messages']) =>
    extensionPage(deps, asked, { ...posted, problems, messages });
  if (!mayExtend(facts)) return extensionPage(deps, asked);
  const stored = typedDates(row, row.time_zone);
  const { closes, reason, revision } = posted;
  const outcome = await saveDates(deps, {
    roundId: row.id,
    typed: { ...stored, closes },
    reason,
    revision,
    by: reader.by,
  });
  switch (outcome.kind) {
    case 'saved':
      return redirect(roundPath(row.id, '', language, { done: 'dates' }));
    case 'unchanged':
      return again([], [{ id: 'closes-day', message: t.extension.ignored }]);
    case 'refused': {
      // The day of the reports is set on the page of dates; here it is the closing that comes too late for it.
      const own = outcome.problems.filter(({ field }) => field === 'closes');
      const others = dateErrors(
        outcome.problems.filter(({ field }) => field !== 'closes'),
        t,
      );
      const messages = others.map(({ message }) => ({ id: 'closes-day', message }));
      return again(
        own,
        outcome.needsReason ? [...messages, { id: 'reason', message: t.dates.problems.reason }] : messages,
      );
    }
    case 'conflict':
      return again([], [{ id: 'closes-day', message: t.dates.conflict }]);
    case 'over':
    case 'unknown_round':
      return extensionPage(deps, asked);
    default:
      return outcome satisfies never;
  }
}
