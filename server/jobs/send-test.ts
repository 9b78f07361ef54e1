import { LANGUAGES } from '../engine/text.ts';
import type { RoundUnavailable } from '../invitations/open-live-round.ts';
import { blockingStep } from '../messages/check-plan.ts';
import { longestFacts } from '../messages/longest-facts.ts';
import { wordsOf, type Channel } from '../messages/plan-schema.ts';
import { findPlan, type PlanDeps } from '../messages/save-plan.ts';
import { stepName, type Sender } from '../messages/sender.ts';
import { testMessage } from '../messages/test-message.ts';
import { noteTest } from '../messages/tested.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { selectSender } from '../settings/store.ts';
import type { Channels } from './channel.ts';

export type TestOutcome =
  | { kind: 'tested'; template: string; messages: number }
  | { kind: 'no_plan' }
  | { kind: 'unknown_step'; steps: string[] }
  | { kind: 'blocked'; findings: ReturnType<typeof blockingStep> }
  | { kind: 'channel_off'; channel: Channel }
  | { kind: 'not_sent'; problem: string }
  | { kind: 'unknown_version' }
  | RoundUnavailable;

type Command = { roundId: string; sender?: Sender; step: string; to: string; by?: string | null };

/**
 * Sends the message of a step to an address of one's own, in each language, marked as a test; its link is nobody's.
 * Only then can the step be scheduled, as long as the template stays as it is.
 */
export async function sendTest(deps: PlanDeps, channels: Channels, command: Command): Promise<TestOutcome> {
  const found = await findPlan(deps, { roundId: command.roundId, sender: command.sender });
  if (found.kind !== 'plan') return found;
  const { plan, version, sender, round, findings } = found;
  if (version === null) return { kind: 'no_plan' };
  const step = plan.steps.find((one) => one.code === command.step);
  if (!step) return { kind: 'unknown_step', steps: plan.steps.map(({ code }) => code) };
  const blocking = blockingStep(plan, step, findings);
  if (blocking.length > 0) return { kind: 'blocked', findings: blocking };
  const open = channels[step.channel];
  if (!open) return { kind: 'channel_off', channel: step.channel };
  const longest = await longestFacts(deps, round);
  const line = open();
  try {
    for (const language of LANGUAGES) {
      const words = wordsOf(plan, step.template, language);
      if (!words) continue;
      const message = {
        ...testMessage(step, words, { ...longest(language), isTest: true }, command.to),
        sender: await selectSender(deps.ownerDb, { institution: sender, language }),
      };
      const delivery = await line.deliver(message, async () => 'go');
      if (delivery.kind !== 'sent') return { kind: 'not_sent', problem: 'problem' in delivery ? delivery.problem : '' };
    }
  } finally {
    await line.close();
  }
  const day = zonedDay(deps.now(), round.time_zone);
  const noted = { roundId: round.id, plan, template: step.template, day };
  await noteTest(deps.ownerDb, { ...noted, step: stepName(sender, step.code), by: command.by ?? null });
  return { kind: 'tested', template: step.template, messages: LANGUAGES.length };
}
