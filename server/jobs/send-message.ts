import { decideRecipient } from '../messages/decide-recipient.ts';
import { findGoingPart } from '../messages/going-part.ts';
import { prepareMessage } from '../messages/prepare-message.ts';
import { readRecipients, type FoundRecipient } from '../messages/read-recipients.ts';
import { selectRoundWindow } from '../messages/recipient-store.ts';
import { selectSender } from '../settings/store.ts';
import type { HandOver, Line } from './channel.ts';
import type { HeldMessage, WorkDeps } from './claim-batch.ts';
import { decideEnding } from './decide-ending.ts';
import { dropMessages, finishMessage, markHandedOver, releaseMessages } from './queue-store.ts';

type Settings = { leaseSeconds: number; retrySeconds: number };

/** Hands one held message over and notes what became of it. */
export async function sendMessage(deps: WorkDeps, line: Line, held: HeldMessage, settings: Settings): Promise<void> {
  const { message, round, part, found } = held;
  const { template } = part.step;
  const place = { config: deps.config, round };
  const outgoing = prepareMessage(
    place,
    { id: message.id, channel: message.channel, template, plan: part.plan },
    found,
  );
  if (!outgoing) {
    await finishMessage(deps.ownerDb, message, { state: 'failed', problem: 'no_words', left: false, dueAt: null });
    return;
  }
  const sender = await selectSender(deps.ownerDb, {
    institution: found.row.institution ?? '',
    language: outgoing.language,
  });
  const delivery = await line.deliver({ ...outgoing, sender }, lastLook(deps, held, settings));
  if (delivery.kind === 'withdrawn') return; // the last look has done what there was to do
  const facts = { attempts: message.attempts, now: deps.now(), retrySeconds: settings.retrySeconds };
  await finishMessage(deps.ownerDb, message, decideEnding(delivery, facts));
}

/**
 * The last look: one transaction that holds the person, asks everything anew and, if it is still right to send,
 * writes down that the message may have left. A refusal, a new link or a new address that came meanwhile stops it.
 */
function lastLook(deps: WorkDeps, held: HeldMessage, { leaseSeconds }: Settings): HandOver {
  const { message, round } = held;
  return () =>
    deps.ownerDb.transaction().execute(async (trx) => {
      const now = deps.now();
      const personKeys = [message.person_key];
      const [found] = await readRecipients(trx, round, { personKeys, lock: true });
      const window = await selectRoundWindow(trx, round.id);
      const part = await findGoingPart(trx, { roundId: round.id, step: message.step });
      if (!part || !found || isChanged(found, held.found)) {
        await releaseMessages(trx, [message.id], message.claim);
        return 'stop';
      }
      const decision = decideRecipient(part.step, found.recipient, window, now);
      if (decision.kind === 'left_out') {
        const reasons = { [decision.reason]: 1 };
        await dropMessages(trx, { roundId: round.id, step: message.step, ids: [message.id], reasons });
        return 'stop';
      }
      return (await markHandedOver(trx, { message, now, leaseSeconds })) ? 'go' : 'stop';
    });
}

/** Whether the message was made for an address or a link that is not theirs any more. */
function isChanged({ row: now }: FoundRecipient, { row: then }: FoundRecipient): boolean {
  return now.email !== then.email || now.phone !== then.phone || now.generation !== then.generation;
}
