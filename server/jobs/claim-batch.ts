import { randomUUID } from 'node:crypto';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound } from '../invitations/open-live-round.ts';
import { decideRecipient, type LeftOut } from '../messages/decide-recipient.ts';
import { findGoingPart, type GoingPart } from '../messages/going-part.ts';
import type { Channel } from '../messages/plan-schema.ts';
import { readRecipients, type FoundRecipient } from '../messages/read-recipients.ts';
import { selectRoundWindow } from '../messages/recipient-store.ts';
import { isQuiet } from '../messages/sending-hours.ts';
import {
  claimMessages,
  dropMessages,
  lockClaims,
  releaseMessages,
  selectDueDomains,
  selectGoingSteps,
  selectWaitingRounds,
  type ClaimedMessage,
} from './queue-store.ts';

export type WorkDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now' | 'log'>;

/** A message that this worker holds, with whom it is for as the claim found them. */
export type HeldMessage = { message: ClaimedMessage; round: LiveRound; part: GoingPart; found: FoundRecipient };

type Input = { channels: readonly Channel[]; limit: number; perMinute: number; leaseSeconds: number; anytime: boolean };

/**
 * Takes the next messages that may leave now, none to people who are to get none: whether somebody answered, refused
 * or was written to is asked here, in the transaction of the claim, and once more before the message leaves.
 */
export async function claimBatch(deps: WorkDeps, input: Input): Promise<HeldMessage[]> {
  const now = deps.now();
  const waiting = await selectWaitingRounds(deps.ownerDb, input.channels);
  const awake = waiting.filter((round) => !isQuiet(now, round.time_zone) || (input.anytime && round.invented === true));
  const rounds = new Map<string, LiveRound>();
  for (const { id } of awake) {
    const round = await openLiveRound(deps, id);
    if (round.kind === 'round') rounds.set(id, round);
  }
  if (rounds.size === 0) return [];
  for (;;) {
    const { claimed, held } = await claimOnce(deps.ownerDb, { ...input, now, rounds });
    if (held.length > 0 || claimed === 0) return held;
    await letOthersIn();
  }
}

/** One transaction. All that it claimed may turn out to be for nobody: then there is more to claim. */
async function claimOnce(
  db: Db,
  input: Input & { now: Date; rounds: ReadonlyMap<string, LiveRound> },
): Promise<{ claimed: number; held: HeldMessage[] }> {
  const { rounds, now } = input;
  return db.transaction().execute(async (trx) => {
    await lockClaims(trx);
    const steps = await selectGoingSteps(trx, [...rounds.keys()]);
    const claimed = await claimDue(trx, { ...input, steps });
    const held: HeldMessage[] = [];
    for (const group of groupsOf(claimed)) {
      const round = rounds.get(group.round_id);
      if (round) held.push(...(await sift(trx, { round, now, ...group })));
    }
    return { claimed: claimed.length, held };
  });
}

async function claimDue(trx: Db, input: Input & { now: Date; steps: readonly string[] }): Promise<ClaimedMessage[]> {
  const claim = randomUUID();
  const claimed: ClaimedMessage[] = [];
  for (const { channel, domain, used } of await selectDueDomains(trx, input)) {
    const pace = channel === 'letter' ? input.limit : input.perMinute - used;
    const limit = Math.min(input.limit - claimed.length, pace);
    if (limit > 0) claimed.push(...(await claimMessages(trx, { ...input, channel, domain, limit, claim })));
    if (claimed.length >= input.limit) break;
  }
  return claimed;
}

type Group = { round_id: string; step: string; messages: ClaimedMessage[] };

function groupsOf(messages: readonly ClaimedMessage[]): Group[] {
  const groups = new Map<string, Group>();
  for (const message of messages) {
    const { round_id, step } = message;
    const group = groups.get(`${round_id} ${step}`) ?? { round_id, step, messages: [] };
    group.messages.push(message);
    groups.set(`${round_id} ${step}`, group);
  }
  return [...groups.values()];
}

/** Those of a step who are to get the message; the others leave the queue and are counted by reason. */
async function sift(trx: Db, work: Group & { round: LiveRound; now: Date }): Promise<HeldMessage[]> {
  const { round, step, messages, now } = work;
  const part = await findGoingPart(trx, { roundId: round.id, step });
  if (!part) return release(trx, messages);
  const window = await selectRoundWindow(trx, round.id);
  const personKeys = messages.map((message) => message.person_key);
  const people = new Map(
    (await readRecipients(trx, round, { personKeys, lock: false })).map((found) => [found.row.person_key, found]),
  );
  const held: HeldMessage[] = [];
  const out: { id: string; reason: LeftOut | 'gone' }[] = [];
  for (const message of messages) {
    const found = people.get(message.person_key);
    const decision = found && decideRecipient(part.step, found.recipient, window, now);
    if (found && decision?.kind === 'send') held.push({ message, round, part, found });
    else out.push({ id: message.id, reason: decision?.kind === 'left_out' ? decision.reason : 'gone' });
  }
  await dropMessages(trx, {
    roundId: round.id,
    step,
    ids: out.map(({ id }) => id),
    reasons: countBy(out.map(({ reason }) => reason)),
  });
  return held;
}

async function release(trx: Db, messages: readonly ClaimedMessage[]): Promise<HeldMessage[]> {
  const [first] = messages;
  if (first)
    await releaseMessages(
      trx,
      messages.map(({ id }) => id),
      first.claim,
    );
  return [];
}

/** How often each word comes. */
export function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
