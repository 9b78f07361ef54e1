import { insertAuditEvent } from '../audit/store.ts';
import { todayOf, uuidOf } from '../accounts/sessions.ts';
import type { Deps } from '../deps.ts';
import { createDraft } from './create-draft.ts';
import { isRoundId } from './decide-round.ts';
import { nextProposal, type Proposal, type YearlyRule } from './next-dates.ts';
import {
  endRecurrence,
  insertRecurrence,
  selectLatestOfSurvey,
  selectOptionalRecurrence,
  selectProposedRounds,
  selectRecurrences,
  type RecurrenceRow,
} from './recurrence-store.ts';

export type TypedRule = {
  survey: string;
  day: string;
  month: string;
  time: string;
  daysOpen: string;
  yearsAfter: string;
};
export type RuleField = keyof TypedRule;

type Needs = Pick<Deps, 'db' | 'now' | 'surveys' | 'randomBytes'>;
const ZONE = 'Europe/Helsinki';

/** Keeps a rule; or the fields that cannot be read. */
export async function addRecurrence(
  deps: Needs,
  { typed, by }: { typed: TypedRule; by: string | null },
): Promise<{ kind: 'added'; id: string } | { kind: 'refused'; fields: RuleField[] }> {
  const whole = (text: string, from: number, to: number) => {
    const number = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
    return number >= from && number <= to ? number : null;
  };
  const month = whole(typed.month, 1, 12);
  const day = whole(typed.day, 1, month === null ? 31 : new Date(Date.UTC(2024, month, 0)).getUTCDate());
  const [days_open, years_after] = [whole(typed.daysOpen, 14, 365), whole(typed.yearsAfter, 1, 20)];
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(typed.time);
  const isSurvey = deps.surveys.all.some(({ survey }) => survey.definition.survey === typed.survey);
  const fields: RuleField[] = [];
  if (!isSurvey) fields.push('survey');
  if (day === null) fields.push('day');
  if (month === null) fields.push('month');
  if (!isTime) fields.push('time');
  if (days_open === null) fields.push('daysOpen');
  if (years_after === null) fields.push('yearsAfter');
  if (day === null || month === null || days_open === null || years_after === null || fields.length > 0) {
    return { kind: 'refused', fields };
  }
  const [id, created_on] = [uuidOf(deps.randomBytes(16)), todayOf(deps)];
  const rule = { survey: typed.survey, month, day, opens_time: typed.time, days_open, years_after, time_zone: ZONE };
  await deps.db.transaction().execute(async (trx) => {
    await insertRecurrence(trx, { id, ...rule, created_on, ended_on: null });
    const detail = { by, rule: id, ...rule };
    await insertAuditEvent(trx, { on_date: created_on, kind: 'recurrence_added', round_id: null, detail });
  });
  return { kind: 'added', id };
}

/** Ends a rule. Rounds that it has brought stay. */
export async function endRule(
  deps: Pick<Deps, 'db' | 'now'>,
  { id, by }: { id: string; by: string | null },
): Promise<boolean> {
  const today = todayOf(deps);
  return deps.db.transaction().execute(async (trx) => {
    if (!(await endRecurrence(trx, { id, today }))) return false;
    const event = { on_date: today, kind: 'recurrence_ended', round_id: null, detail: { by, rule: id } };
    await insertAuditEvent(trx, event);
    return true;
  });
}

export type RuleView = { id: string; survey: string; rule: YearlyRule; next: Proposal; rounds: readonly string[] };

/** The rules, what each proposes next, and the rounds that came of it. */
export async function listRecurrences(deps: Pick<Deps, 'db' | 'now'>): Promise<RuleView[]> {
  const rounds = await selectProposedRounds(deps.db);
  return (await selectRecurrences(deps.db)).map((row) => viewOf(row, rounds, deps.now()));
}

type Proposed = Awaited<ReturnType<typeof selectProposedRounds>>;

function viewOf(row: RecurrenceRow, rounds: Proposed, now: Date): RuleView {
  const own = rounds.filter(({ rule }) => rule === row.id);
  const taken = own.flatMap(({ year }) => (year === null ? [] : [year]));
  return {
    id: row.id,
    survey: row.survey,
    rule: row,
    next: nextProposal(row, { taken, now }),
    rounds: own.map(({ id }) => id),
  };
}

export type ProposeOutcome =
  | { kind: 'created'; roundId: string }
  | { kind: 'unknown_rule' }
  /** No version of the survey is published. */
  | { kind: 'no_version' };

/** Makes the draft of the round that a rule proposes, like the survey's newest round. It opens nothing. */
export async function makeProposed(
  deps: Needs & Pick<Deps, 'keys'>,
  { id, by }: { id: string; by: string | null },
): Promise<ProposeOutcome> {
  const row = await selectOptionalRecurrence(deps.db, id);
  if (!row) return { kind: 'unknown_rule' };
  const { next } = viewOf(row, await selectProposedRounds(deps.db), deps.now());
  const version = newestVersion(deps, row.survey);
  if (version === null) return { kind: 'no_version' };
  const base = await selectLatestOfSurvey(deps.db, row.survey);
  for (let number = 1; ; number += 1) {
    const roundId = roundIdFor(row.survey, next.year, number);
    const outcome = await createDraft(deps, {
      id: roundId,
      survey: row.survey,
      version,
      cohort: next.cohort,
      zone: row.time_zone,
      dates: next.dates,
      from: base?.id ?? null,
      recurrence: { id, year: next.year },
      by,
    });
    if (outcome.kind === 'exists') continue;
    return outcome.kind === 'created' ? { kind: 'created', roundId } : { kind: 'no_version' };
  }
}

/** The newest published version of a survey; null without one. */
export function newestVersion({ surveys }: Pick<Deps, 'surveys'>, survey: string): number | null {
  const published = surveys.all.filter(
    ({ survey: one }) => one.definition.survey === survey && one.definition.published !== null,
  );
  const versions = published.map(({ survey: { definition } }) => definition.version);
  return versions.length === 0 ? null : Math.max(...versions);
}

/** 'amk-career-2026', and 'amk-career-2026-2' where there is one already. */
export function roundIdFor(survey: string, year: number, number = 1): string {
  const id = number === 1 ? `${survey}-${year}` : `${survey}-${year}-${number}`;
  return isRoundId(id) ? id : `round-${year}-${number}`;
}
