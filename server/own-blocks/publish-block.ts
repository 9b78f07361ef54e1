import { createHash } from 'node:crypto';
import { insertAuditEvent } from '../audit/store.ts';
import { canonicalJson } from '../definitions/definition-hash.ts';
import type { Deps } from '../deps.ts';
import type { Db } from '../db/schema/index.ts';
import { ownBlockSchema, type OwnBlock } from '../engine/own-block.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { askingOf } from './asking-of.ts';
import { decideChanges } from './decide-changes.ts';
import { decideFindings } from './decide-findings.ts';
import { toOwnBlock } from './draft-block.ts';
import { deleteDraft } from './draft-store.ts';
import { ZONE } from './edit-draft.ts';
import { loadBlock, type BlockFacts, type BlockPlace } from './load-block.ts';
import { insertBlock, lockOwnBlocks, updateAsked } from './store.ts';
import { surveyParts } from './survey-parts.ts';

export type PublishOutcome =
  | { kind: 'published'; version: number; asked: readonly string[]; notAsked: readonly string[] }
  /** Something that must be mended first. */
  | { kind: 'blocked' }
  /** Someone has saved since the page was shown: what would be published is not what was looked at. */
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'no_draft' };

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
    const { block } = decision;
    const now = deps.now();
    const content = canonicalJson(block);
    const hash = createHash('sha256').update(content).digest('hex');
    await insertBlock(trx, { block, content, hash, published_on: zonedDay(now, ZONE) });
    const asked = await askRounds(trx, { deps, facts, block, rounds: command.rounds, now });
    await deleteDraft(trx, { survey: place.name, owner: place.owner });
    const { institution, degree } = place.owner;
    const detail = { survey: place.name, institution, degree, version: block.version, rounds: asked };
    await insertAuditEvent(trx, { on_date: zonedDay(now, ZONE), kind: 'own_block_published', round_id: null, detail });
    const notAsked = command.rounds.filter((round) => !asked.includes(round));
    return { kind: 'published', version: block.version, asked, notAsked };
  });
}

type Publication =
  | { kind: 'publish'; block: OwnBlock }
  | Extract<PublishOutcome, { kind: 'blocked' | 'stale' | 'unchanged' | 'no_draft' }>;

function decidePublication(facts: BlockFacts, revision: number): Publication {
  const { draft, survey, owner, versions, name } = facts;
  if (!draft) return { kind: 'no_draft' };
  if (draft.revision !== revision) return { kind: 'stale' };
  if (decideFindings(draft.content, survey, owner).some(({ blocking }) => blocking)) return { kind: 'blocked' };
  const last = versions.at(-1)?.block ?? null;
  const of = { survey: name, owner, version: (last?.version ?? 0) + 1, parts: surveyParts(survey) };
  const block = toOwnBlock(draft.content, of);
  if (decideChanges(last, block).none) return { kind: 'unchanged' };
  return { kind: 'publish', block: ownBlockSchema.parse(block) };
}

type Asking = { deps: Needs; facts: BlockFacts; block: OwnBlock; rounds: readonly string[]; now: Date };

async function askRounds(trx: Db, { deps, facts, block, rounds, now }: Asking): Promise<string[]> {
  const asked: string[] = [];
  for (const round of facts.rounds.filter(({ id }) => rounds.includes(id))) {
    if (askingOf(facts, { block, round, surveys: deps.surveys, now }) !== 'may') continue;
    const { survey, owner, version } = block;
    if (await updateAsked(trx, { roundId: round.id, survey, owner, version }, now)) asked.push(round.id);
  }
  return asked;
}
