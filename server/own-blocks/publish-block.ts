import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { Db } from '../db/schema/index.ts';
import { ownBlockSchema, type OwnBlock } from '../engine/own-block.ts';
import { blockHash } from './block-hash.ts';
import { fixedFrom, decideAsking } from './decide-asking.ts';
import { decidePublication, type Obstacle } from './decide-publication.ts';
import { deleteDraft } from './draft-store.ts';
import { dayOf } from './edit-draft.ts';
import { loadBlock, type BlockFacts, type BlockPlace } from './load-block.ts';
import { insertBlock, lockOwnBlocks, updateAsked } from './store.ts';

export type PublishOutcome =
  { kind: 'published'; version: number; asked: readonly string[]; notAsked: readonly string[] } | Obstacle;

type Needs = Pick<Deps, 'db' | 'now' | 'surveys'>;
type Command = { revision: number; rounds: readonly string[] };

/**
 * Publishes the draft as the next version, for ever, and lets the chosen rounds ask it that have not
 * opened. One transaction: the version, what rounds ask, the end of the draft, the event.
 */
export async function publishBlock(deps: Needs, place: BlockPlace, command: Command): Promise<PublishOutcome> {
  return deps.db.transaction().execute(async (trx) => {
    await lockOwnBlocks(trx);
    const facts = await loadBlock(trx, place);
    const decision = decidePublication(facts, command.revision);
    if (decision.kind !== 'publish') return decision;
    const block = ownBlockSchema.parse(decision.block);
    const now = deps.now();
    await insertBlock(trx, { block, hash: blockHash(block), published_on: dayOf(now) });
    const asked = await askRounds(trx, { deps, facts, block, rounds: command.rounds, now });
    await deleteDraft(trx, { survey: place.name, owner: place.owner });
    const detail = { survey: place.name, ...place.owner, version: block.version, rounds: asked };
    await insertAuditEvent(trx, { on_date: dayOf(now), kind: 'own_block_published', round_id: null, detail });
    const notAsked = command.rounds.filter((round) => !asked.includes(round));
    return { kind: 'published', version: block.version, asked, notAsked };
  });
}

type Asking = { deps: Needs; facts: BlockFacts; block: OwnBlock; rounds: readonly string[]; now: Date };

async function askRounds(trx: Db, { deps, facts, block, rounds, now }: Asking): Promise<string[]> {
  const asked: string[] = [];
  for (const round of facts.rounds.filter(({ id }) => rounds.includes(id))) {
    const { survey, owner, version } = block;
    const roundSurvey = deps.surveys.find(survey, round.version);
    if (decideAsking(block, { survey: roundSurvey, opensAt: fixedFrom(round), now }) !== 'may') continue;
    if (await updateAsked(trx, { roundId: round.id, survey, owner, version }, now)) asked.push(round.id);
  }
  return asked;
}
