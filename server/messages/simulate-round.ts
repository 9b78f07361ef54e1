import type { Deps } from '../deps.ts';
import type { RoundUnavailable } from '../invitations/open-live-round.ts';
import { personLanguage } from '../invitations/person-language.ts';
import { everyRecipient } from './dry-run.ts';
import type { Finding } from './finding.ts';
import type { MessagePlan } from './plan-schema.ts';
import { findingsOf, findPlan, type PlanDeps } from './save-plan.ts';
import {
  differenceOf,
  simulatePlan,
  type PlanDifference,
  type SimulatedPerson,
  type Simulation,
} from './simulate-plan.ts';
import { senderOf, type Sender } from './sender.ts';
import { selectSteps } from './step-store.ts';

export type SimulateOutcome =
  | {
      kind: 'simulated';
      version: number | null;
      time_zone: string;
      simulation: Simulation;
      findings: Finding[];
      /** Against the plan as it is, when a changed one was given. */
      difference: PlanDifference | null;
    }
  | { kind: 'unknown_version' }
  | RoundUnavailable;

type Command = { roundId: string; sender?: Sender; changed: MessagePlan | null; perMinute: number };

/** Runs a round's plan, or a changed one, in virtual time on the people as they are now. Writes nothing. */
export async function simulateRound(deps: PlanDeps & Pick<Deps, 'now'>, command: Command): Promise<SimulateOutcome> {
  const found = await findPlan(deps, { roundId: command.roundId, sender: command.sender });
  if (found.kind !== 'plan') return found;
  const { round, version, plan, sender } = found;
  const people: SimulatedPerson[] = [];
  for await (const { row, recipient } of everyRecipient(deps, round, sender)) {
    people.push({ key: row.person_key, language: personLanguage(row), recipient });
  }
  const all = await selectSteps(deps.ownerDb, round.id);
  const named = all.map((one) => ({ ...one, ...senderOf(one.step), step: senderOf(one.step).code }));
  const steps = named.filter((one) => one.sender === sender);
  const over = new Set(steps.filter(({ state }) => state === 'done' || state === 'cancelled').map(({ step }) => step));
  const scheduled = new Map(steps.map((step) => [step.step, step.starts_at]));
  const { opens_at, closes_at, time_zone } = round;
  const window = { opens_at, closes_at, time_zone, freeze_step: 0 };
  const setting = { sender, round: window, people, now: deps.now(), perMinute: command.perMinute, over, scheduled };
  const current = simulatePlan(plan, setting);
  const { changed } = command;
  if (!changed)
    return { kind: 'simulated', version, time_zone, simulation: current, findings: found.findings, difference: null };
  const simulation = simulatePlan(changed, setting);
  const findings = await findingsOf(deps, round, changed);
  return { kind: 'simulated', version, time_zone, simulation, findings, difference: differenceOf(current, simulation) };
}
