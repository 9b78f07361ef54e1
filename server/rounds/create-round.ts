import { insertAuditEvent } from '../audit/store.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { askLatestBlocks, type AskedByRound } from '../own-blocks/ask-latest-blocks.ts';
import { decideRound, type RoundRequest, type RoundRow } from './decide-round.ts';
import { insertRound, type NewRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

export type CreateRoundOutcome =
  | { kind: 'created'; round: RoundRow; ownBlocks: AskedByRound }
  | { kind: 'invalid'; problems: string[] }
  | { kind: 'exists' }
  | { kind: 'unknown_version' }
  | { kind: 'not_published' };

type Needs = Pick<Deps, 'db' | 'keys' | 'now' | 'surveys'>;

/** Creates a round that opens at its time. It asks the latest own questions of each institution and degree. */
export async function createRound(deps: Needs, request: RoundRequest): Promise<CreateRoundOutcome> {
  const found = findAskable(deps, request);
  if (found.kind !== 'survey') return found;
  const decision = decideRound(request);
  if (decision.kind === 'invalid') return decision;
  const { row } = decision;
  const { survey } = found;
  const stored = await storeRound(deps, { row, detail: {} }, (trx) =>
    askLatestBlocks(trx, { roundId: row.id, survey }),
  );
  return stored.kind === 'exists' ? stored : { kind: 'created', round: row, ownBlocks: stored.filled };
}

/** A version that rounds may ask: a published one. */
export function findAskable(
  { surveys }: Pick<Deps, 'surveys'>,
  { survey, version }: { survey: string; version: number },
): { kind: 'survey'; survey: Survey } | { kind: 'unknown_version' } | { kind: 'not_published' } {
  const found = surveys.find(survey, version);
  if (!found) return { kind: 'unknown_version' };
  return found.definition.published === null ? { kind: 'not_published' } : { kind: 'survey', survey: found };
}

/**
 * Stores a round and makes its keys. The keys are made when the row is in and before it counts, so that a
 * failure leaves neither: a round without keys could send no code, and keys without a round no one knows.
 * `fill` adds what the round begins with, in the same transaction.
 */
export async function storeRound<Filled>(
  deps: Needs,
  { row, detail }: { row: Omit<NewRound, 'created_on'>; detail: Readonly<Record<string, unknown>> },
  fill: (trx: Db) => Promise<Filled>,
): Promise<{ kind: 'created'; filled: Filled } | { kind: 'exists' }> {
  const created_on = zonedDay(deps.now(), row.time_zone);
  let madeKeys = false;
  try {
    return await deps.db.transaction().execute(async (trx) => {
      if (!(await insertRound(trx, { ...row, created_on }))) return { kind: 'exists' };
      await insertAuditEvent(trx, { on_date: created_on, kind: 'round_created', round_id: row.id, detail });
      const filled = await fill(trx);
      madeKeys = ensureKeys(deps, row.id);
      return { kind: 'created', filled };
    });
  } catch (error) {
    if (madeKeys) deps.keys.deleteRoundKeys(row.id);
    throw error;
  }
}

/** Keys of a round that was never committed (the machine stopped in between) belong to nobody yet: they are taken. */
function ensureKeys(deps: Needs, roundId: string): boolean {
  if (deps.keys.allRoundKeys().has(roundId)) return false;
  deps.keys.createRoundKeys(roundId);
  return true;
}
