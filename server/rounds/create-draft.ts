import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { carryPlan } from '../messages/carry-plan.ts';
import { askBlocksOf } from '../own-blocks/ask-blocks-of.ts';
import { askLatestBlocks } from '../own-blocks/ask-latest-blocks.ts';
import { copyInstitutions } from './change-store.ts';
import { findAskable, storeRound } from './create-round.ts';
import type { Dates } from './decide-dates.ts';
import { selectOptionalRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

export type DraftRequest = {
  id: string;
  survey: string;
  version: number;
  cohort: string;
  zone: string;
  dates: Dates;
  /** The round whose contact plan, own questions and institutions it takes over; null = none. */
  from: string | null;
  /** The rule that proposed it, and for which year. */
  recurrence: { id: string; year: number } | null;
  /** The account that makes it; null = on the command line. */
  by: string | null;
};

export type CreateDraftOutcome =
  | { kind: 'created' }
  | { kind: 'exists' }
  | { kind: 'unknown_version' }
  | { kind: 'not_published' }
  | { kind: 'unknown_base' };

type Needs = Pick<Deps, 'db' | 'keys' | 'now' | 'surveys'>;

/** Creates a round as a draft: nothing of it begins by itself. */
export async function createDraft(deps: Needs, request: DraftRequest): Promise<CreateDraftOutcome> {
  const found = findAskable(deps, request);
  if (found.kind !== 'survey') return found;
  const { id, survey, version, cohort, zone, dates, from, recurrence, by } = request;
  const base = from === null ? null : await selectOptionalRound(deps.db, from);
  if (from !== null && !base) return { kind: 'unknown_base' };
  const proposed = { recurrence_id: recurrence?.id ?? null, recurrence_year: recurrence?.year ?? null };
  const row = { id, survey, version, cohort, time_zone: zone, ...dates, ...proposed, draft: true };
  const fill = async (trx: Db): Promise<void> => {
    if (base) await carryOver(trx, { base, request, survey: found.survey, today: zonedDay(deps.now(), zone) });
    else await askLatestBlocks(trx, { roundId: id, survey: found.survey });
  };
  const stored = await storeRound(deps, { row, detail: { by, draft: true, ...(from !== null && { from }) } }, fill);
  return stored.kind === 'exists' ? stored : { kind: 'created' };
}

type Base = NonNullable<Awaited<ReturnType<typeof selectOptionalRound>>>;
type Carried = { base: Base; request: DraftRequest; survey: Survey; today: string };

async function carryOver(trx: Db, { base, request, survey, today }: Carried): Promise<void> {
  const { id, zone, dates } = request;
  if (base.survey === request.survey) await askBlocksOf(trx, { from: base.id, roundId: id, survey });
  await copyInstitutions(trx, { from: base.id, to: id, today });
  const to = { id, opens_at: dates.opens_at, time_zone: zone };
  await carryPlan(trx, { from: base, to, today });
}
