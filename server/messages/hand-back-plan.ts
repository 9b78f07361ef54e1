import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { selectKeptPlan, selectLatestPlan, useVersion, stopUsing } from './plan-store.ts';
import { senderOf, type Sender } from './sender.ts';
import { selectSteps } from './step-store.ts';

export type HandBackOutcome =
  | { kind: 'changed' }
  /** There is no such plan, or somebody else was faster. */
  | { kind: 'nothing' }
  /** Messages are on their way: whose they are must not change meanwhile. `step`: one of them. */
  | { kind: 'under_way'; step: string }
  | RoundUnavailable;

const UNDER_WAY = { own: ['scheduled', 'listing', 'sending', 'paused'], network: ['listing', 'sending', 'paused'] };

/**
 * Hands an institution's people back to the network's plan, or takes its own plan up again as it was. What was sent
 * stays sent: nobody gets a step of the other plan that they have had by this one.
 */
export async function handBackPlan(
  deps: Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>,
  command: { roundId: string; sender: Exclude<Sender, ''>; deed: 'hand_back' | 'take_up'; by: string | null },
): Promise<HandBackOutcome> {
  const { sender, deed } = command;
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx): Promise<HandBackOutcome> => {
    const step = (await selectSteps(trx, round.id)).find(({ step: name, state }) => {
      const of = senderOf(name).sender;
      return (of === sender && UNDER_WAY.own.includes(state)) || (of === '' && UNDER_WAY.network.includes(state));
    });
    if (step) return { kind: 'under_way', step: step.step };
    const plan =
      deed === 'hand_back'
        ? await selectLatestPlan(trx, round.id, sender)
        : await selectKeptPlan(trx, round.id, sender);
    if (!plan) return { kind: 'nothing' };
    const place = { roundId: round.id, institution: sender };
    if (deed === 'hand_back') await stopUsing(trx, place);
    else await useVersion(trx, { ...place, version: plan.version });
    await insertAuditEvent(trx, {
      on_date: zonedDay(deps.now(), round.time_zone),
      kind: deed === 'hand_back' ? 'message_plan_handed_back' : 'message_plan_taken_up',
      round_id: round.id,
      detail: { version: plan.version, institution: sender, by: command.by },
    });
    return { kind: 'changed' };
  });
}
