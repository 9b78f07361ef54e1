import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { fixedFrom, decideAsking, type Asking } from './decide-asking.ts';
import { dayOf } from './edit-draft.ts';
import { loadBlock, type BlockPlace } from './load-block.ts';
import { lockOwnBlocks, updateAsked } from './store.ts';

export type ChooseOutcome = { kind: 'chosen' } | { kind: 'refused'; why: Exclude<Asking, 'may'> } | { kind: 'unknown' };

/** Lets a round that has not opened ask another version of a block, or none (null). */
export async function chooseAsked(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  place: BlockPlace,
  { roundId, version }: { roundId: string; version: number | null },
): Promise<ChooseOutcome> {
  return deps.db.transaction().execute(async (trx) => {
    await lockOwnBlocks(trx);
    const now = deps.now();
    const facts = await loadBlock(trx, place);
    const round = facts.rounds.find(({ id }) => id === roundId);
    const block = facts.versions.find((one) => one.block.version === version)?.block;
    if (!round || (version !== null && !block)) return { kind: 'unknown' };
    const survey = deps.surveys.find(place.name, round.version);
    const asking = block ? decideAsking(block, { survey, opensAt: fixedFrom(round), now }) : 'may';
    if (asking !== 'may') return { kind: 'refused', why: asking };
    const { owner } = place;
    const isPlanned = await updateAsked(trx, { roundId, survey: place.name, owner, version }, now);
    if (!isPlanned) return { kind: 'refused', why: 'opened' };
    const event = { on_date: dayOf(now), kind: 'own_block_chosen', round_id: roundId };
    await insertAuditEvent(trx, { ...event, detail: { ...owner, version } });
    return { kind: 'chosen' };
  });
}
