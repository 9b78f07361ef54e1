import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { askLatestBlocks, type AskedByRound } from '../own-blocks/ask-latest-blocks.ts';
import { decideRound, type RoundRequest, type RoundRow } from './decide-round.ts';
import { insertRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

export type CreateRoundOutcome =
  | { kind: 'created'; round: RoundRow; ownBlocks: AskedByRound }
  | { kind: 'invalid'; problems: string[] }
  | { kind: 'exists' }
  | { kind: 'unknown_version' }
  | { kind: 'not_published' };

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys'>;

/**
 * Creates a round and its keys. It asks the latest own questions of each institution and degree. The keys are made when the row is in and before it counts, so that a
 * failure leaves neither: a round without keys could send no code, and keys without a round no one knows.
 */
export async function createRound(deps: Needs, request: RoundRequest): Promise<CreateRoundOutcome> {
  const survey = deps.surveys.find(request.survey, request.version);
  if (!survey) return { kind: 'unknown_version' };
  if (survey.definition.published === null) return { kind: 'not_published' };
  const decision = decideRound(request);
  if (decision.kind === 'invalid') return decision;
  const { row } = decision;
  const created_on = zonedDay(deps.now(), row.time_zone);
  let madeKeys = false;
  try {
    return await deps.ownerDb.transaction().execute(async (trx) => {
      if (!(await insertRound(trx, { ...row, created_on }))) return { kind: 'exists' };
      await insertAuditEvent(trx, { on_date: created_on, kind: 'round_created', round_id: row.id });
      const ownBlocks = await askLatestBlocks(trx, { roundId: row.id, survey });
      madeKeys = ensureKeys(deps, row.id);
      return { kind: 'created', round: row, ownBlocks };
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
