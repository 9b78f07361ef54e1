import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { fixedOpening, typedDates, type DateProblem, type Dates, type TypedDates } from '../rounds/decide-dates.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import { saveDates } from '../rounds/save-dates.ts';
import { dateErrors, datesForm, type DatesForm } from './dates-form.ts';
import { toDatesEcho, toDatesTable, type DatesEcho, type DatesTable } from './dates-view-model.ts';
import type { Reader } from './reader.ts';
import { roundFrame, roundHead, roundPath, type RoundFrame, type RoundHead } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

type DatesModel = RoundFrame & {
  heading: string;
  head: RoundHead;
  echo: DatesEcho;
  /** null = whoever reads may not change the dates, or nobody may any more. */
  dates: DatesForm | null;
  why: string | null;
  opened: boolean;
  asksReason: boolean;
  reason: string;
  revision: number;
  conflict: DatesTable | null;
  action: string;
};
const datesView = defineView<DatesModel>('round-pages/views/dates');

type PageDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Asked = { reader: Reader; facts: RoundFacts; language: Language };
type Typed = { typed: TypedDates; reason: string; problems: readonly DateProblem[]; needsReason: boolean };
type Shown = { done?: string; typed?: Typed; theirs?: { dates: Dates; revision: number } };

/** The dates of a round: in full words for everyone who sees it, as a form for whoever sets them. */
export async function datesPage(
  deps: PageDeps,
  { reader, facts, language }: Asked,
  { done = '', typed, theirs }: Shown = {},
): Promise<PageAnswer> {
  const t = roundTexts(language);
  const speech = { language, t };
  const { row, state } = facts;
  const isOver = state === 'freezing' || state === 'frozen' || state === 'discarded';
  const opened = fixedOpening(row, state) !== null;
  const shown = typed ?? { typed: typedDates(row, row.time_zone), reason: '', problems: [], needsReason: false };
  const fields = opened ? (['closes', 'reports'] as const) : (['opens', 'closes', 'reports'] as const);
  const errors = dateErrors(shown.problems, t);
  if (shown.needsReason) errors.push({ id: 'reason', message: t.dates.problems.reason });
  const said = done === 'dates' || done === 'unchanged' ? t.overview.done[done] : null;
  const model: DatesModel = {
    ...roundFrame(language, t.dates.title, { errors, done: said }),
    heading: theirs ? t.dates.conflictTitle : t.dates.title,
    head: roundHead(deps, facts, language),
    echo: toDatesEcho(theirs?.dates ?? row, row.time_zone, speech),
    dates: reader.manages && !isOver ? datesForm({ ...shown, zone: row.time_zone, fields }, speech) : null,
    why: isOver ? t.dates.over : reader.manages ? null : t.dates.readOnly,
    opened,
    asksReason: state !== 'draft',
    reason: shown.reason,
    revision: theirs?.revision ?? row.revision,
    conflict: theirs ? toDatesTable({ theirs: theirs.dates, typed: shown.typed }, row.time_zone, speech) : null,
    action: roundPath(row.id, '/dates', language),
  };
  return page(datesView, model, theirs ? 409 : errors.length > 0 ? 422 : 200);
}

type Posted = { typed: TypedDates; reason: string; revision: number };

/** Saves posted dates, or shows them again with what is to be mended. */
export async function postDates(deps: PageDeps, asked: Asked, posted: Posted): Promise<PageAnswer> {
  const { facts, reader, language } = asked;
  const outcome = await saveDates(deps, { roundId: facts.row.id, by: reader.by, ...posted });
  const typed = { typed: posted.typed, reason: posted.reason, problems: [], needsReason: false };
  switch (outcome.kind) {
    case 'saved':
      return redirect(roundPath(facts.row.id, '/dates', language, { done: 'dates' }));
    case 'unchanged':
      return redirect(roundPath(facts.row.id, '/dates', language, { done: 'unchanged' }));
    case 'refused':
      return datesPage(deps, asked, { typed: { ...typed, ...outcome } });
    case 'conflict': {
      const theirs = { dates: outcome.theirs, revision: outcome.revision };
      return datesPage(deps, asked, { typed, theirs });
    }
    case 'over':
    case 'unknown_round':
      return datesPage(deps, asked);
    default:
      return outcome satisfies never;
  }
}
