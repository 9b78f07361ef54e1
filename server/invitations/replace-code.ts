import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { answerHandle, contactHash, deriveCode, formatCode } from './code.ts';
import { insertReplacedCode, lockOptionalPerson, updateAnswerHandle, updateCode } from './letter-store.ts';
import { linkOf } from './link.ts';
import { openLiveRound, type RoundUnavailable } from './open-live-round.ts';
import { selectOptionalRoundShared } from './store.ts';

export type ReplaceCodeOutcome =
  { kind: 'replaced'; code: string; link: string } | { kind: 'unknown_person' } | RoundUnavailable;

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys' | 'config'>;

/**
 * Replaces a person's link by a new one, in one transaction: the old one opens a page that says so, and
 * what has been answered is found by the new one.
 */
export async function replaceCode(
  deps: Needs,
  command: { roundId: string; personKey: string },
): Promise<ReplaceCodeOutcome> {
  // Not during a backup of the embedded database: a record whose key changes could slip past its reader.
  return withLongWork(deps.ownerDb, 'replacing a link', () => replaceNow(deps, command));
}

async function replaceNow(deps: Needs, command: { roundId: string; personKey: string }): Promise<ReplaceCodeOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  const place = { roundId: round.id, personKey: command.personKey };
  return deps.ownerDb.transaction().execute(async (trx) => {
    const current = await selectOptionalRoundShared(trx, round.id);
    if (!current || current.freeze_step > 0) return { kind: 'frozen' };
    const person = await lockOptionalPerson(trx, place);
    if (!person) return { kind: 'unknown_person' };
    const old = deriveCode(round.keys, command.personKey, person.generation);
    const code = deriveCode(round.keys, command.personKey, person.generation + 1);
    await insertReplacedCode(trx, { code_hash: contactHash(round.keys, old), round_id: round.id });
    await updateCode(trx, { ...place, generation: person.generation + 1, code_hash: contactHash(round.keys, code) });
    await updateAnswerHandle(trx, { from: answerHandle(round.keys, old), to: answerHandle(round.keys, code) });
    const on_date = zonedDay(deps.now(), round.time_zone);
    await insertAuditEvent(trx, { on_date, kind: 'code_replaced', round_id: round.id });
    return { kind: 'replaced', code: formatCode(code), link: linkOf(deps.config, code) };
  });
}
