import type { Deps } from '../deps.ts';
import { uuidOf } from '../accounts/sessions.ts';
import { openLiveRound } from '../invitations/open-live-round.ts';
import { replaceCode } from '../invitations/replace-code.ts';
import { openChannels } from '../jobs/open-channels.ts';
import { decideRecipient } from '../messages/decide-recipient.ts';
import { prepareMessage, type Outgoing } from '../messages/prepare-message.ts';
import { readRecipients } from '../messages/read-recipients.ts';
import { findPlan } from '../messages/save-plan.ts';
import { endSentMessage, insertSentMessage } from './change-person-store.ts';
import type { SeenPerson } from './find-people.ts';
import type { Visit } from './people-frame.ts';

type ReplaceDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now' | 'randomBytes'>;

/** Whether a new link could be sent to the person now. */
export async function canReplaceLink(
  deps: ReplaceDeps,
  { round }: Pick<Visit, 'round'>,
  { row }: Pick<SeenPerson, 'row'>,
): Promise<boolean> {
  if (deps.config.baseUrl === null || !openChannels(deps).mail) return false;
  const live = await openLiveRound(deps, round.id);
  if (live.kind !== 'round') return false;
  const recipient = {
    refused: row.refused_on !== null,
    ...row,
    progress: 'none' as const, // who has answered may want to look again
    messages: 0,
    lastContact: null, // it was asked for
    sender: '' as const,
    had: [], // the step is none of the plan's
  };
  const step = { code: 'link', sender: '', channel: 'mail', audience: 'not_answered', reach: 'all' } as const;
  return decideRecipient(step, recipient, { ...live, freeze_step: 0 }, deps.now()).kind === 'send';
}

/**
 * Gives a person a new link and sends it to their stored address, with the words of the round's invitation. Nobody
 * else sees it. The old link stops working even where the message does not leave.
 */
export async function replaceLink(
  deps: ReplaceDeps,
  visit: Visit,
  person: SeenPerson,
): Promise<'sent' | 'not_sent' | 'refused'> {
  if (!(await canReplaceLink(deps, visit, person))) return 'refused';
  const personKey = person.row.person_key;
  const replaced = await replaceCode(deps, { roundId: visit.round.id, personKey });
  if (replaced.kind !== 'replaced') return 'refused';
  const id = uuidOf(deps.randomBytes(16));
  const message = await prepare(deps, { roundId: visit.round.id, personKey, id });
  const line = openChannels(deps).mail?.();
  if (!message || !line) return 'not_sent';
  try {
    const domain = message.to.split('@').at(-1)?.toLowerCase() ?? '';
    const row = { id, roundId: visit.round.id, personKey, step: `link-${person.row.generation + 1}`, domain };
    const delivery = await line.deliver(message, async () => {
      await insertSentMessage(deps.ownerDb, { ...row, at: deps.now() });
      return 'go';
    });
    const state = delivery.kind === 'sent' ? 'sent' : delivery.kind === 'unknown' ? 'uncertain' : 'failed';
    await endSentMessage(deps.ownerDb, { id, state });
    return delivery.kind === 'sent' ? 'sent' : 'not_sent';
  } finally {
    await line.close();
  }
}

async function prepare(
  deps: ReplaceDeps,
  { roundId, personKey, id }: { roundId: string; personKey: string; id: string },
): Promise<Outgoing | null> {
  const found = await findPlan(deps, { roundId });
  if (found.kind !== 'plan') return null;
  const { plan, round } = found;
  const template = plan.steps.find(({ channel }) => channel === 'mail')?.template;
  const [recipient] = await readRecipients(deps.ownerDb, round, { personKeys: [personKey], lock: false });
  if (template === undefined || !recipient) return null;
  return prepareMessage({ config: deps.config, round }, { id, channel: 'mail', template, plan }, recipient);
}
