import { LANGUAGES } from '../engine/text.ts';
import { formatZoned, readZonedTime } from '../rounds/zoned-time.ts';
import { checkTemplate, type LongestFacts } from './check-template.ts';
import { REST_MS } from './decide-recipient.ts';
import type { Finding } from './finding.ts';
import type { MessagePlan, PlanStep } from './plan-schema.ts';
import { isQuiet, nextSendingTime } from './sending-hours.ts';

export type PlannedRound = { opens_at: Date; closes_at: Date; time_zone: string };

/** When a step begins, by the clocks of the round's zone; null when its time is unclear. */
export function stepTime(step: Pick<PlanStep, 'at'>, zone: string): Date | null {
  const read = readZonedTime(step.at, zone, { endOfDay: false });
  return read.kind === 'time' ? read.at : null;
}

/** Everything that is wrong with a plan for a round: each with its place. */
export function checkPlan(plan: MessagePlan, round: PlannedRound, longest: LongestFacts): Finding[] {
  const steps = plan.steps.flatMap((step, index) => checkStep(plan, round, { step, index }));
  const templates = Object.entries(plan.templates).flatMap(([name, template]) => {
    const channels = [...new Set(plan.steps.filter((step) => step.template === name).map((step) => step.channel))];
    return channels.flatMap((channel) => checkTemplate(name, { template, channel, longest }));
  });
  return [...steps, ...templates];
}

function checkStep(
  plan: MessagePlan,
  round: PlannedRound,
  { step, index }: { step: PlanStep; index: number },
): Finding[] {
  const place = `steps[${index}]`;
  const found: Finding[] = [];
  if (plan.steps.findIndex((one) => one.code === step.code) < index) {
    found.push({ place: `${place}.code`, blocking: true, kind: 'step_twice', code: step.code });
  }
  if (!plan.templates[step.template]) {
    found.push({ place: `${place}.template`, blocking: true, kind: 'template_missing', template: step.template });
  }
  const zone = round.time_zone;
  const read = readZonedTime(step.at, zone, { endOfDay: false });
  if (read.kind === 'unclear') {
    return [...found, { place: `${place}.at`, blocking: true, kind: 'time_unclear', reason: read.reason }];
  }
  if (read.at < round.opens_at || read.at >= round.closes_at) {
    const times = { opens: formatZoned(round.opens_at, zone), closes: formatZoned(round.closes_at, zone) };
    found.push({ place: `${place}.at`, blocking: true, kind: 'outside_round', ...times });
  }
  if (isQuiet(read.at, zone)) {
    const next = formatZoned(nextSendingTime(read.at, zone), zone);
    found.push({ place: `${place}.at`, blocking: false, kind: 'quiet_time', next });
  }
  const near = plan.steps.find((other) => other !== step && isTooClose(step, read.at, other, zone));
  if (near) found.push({ place: `${place}.at`, blocking: false, kind: 'too_close', other: near.code });
  return found;
}

/** Whether an earlier step may write to the same people within the time in which nobody is written to again. */
function isTooClose(step: PlanStep, at: Date, other: PlanStep, zone: string): boolean {
  const before = stepTime(other, zone);
  if (!before || before > at || at.getTime() - before.getTime() >= REST_MS) return false;
  const isApart =
    new Set([step.audience, other.audience]).size === 2 &&
    [step.audience, other.audience].every((audience) => audience !== 'not_answered');
  return !isApart && !isForOthers(step, other) && !isForOthers(other, step);
}

/** Whether one step leaves out everyone that the other's channel reaches. */
function isForOthers(one: PlanStep, other: PlanStep): boolean {
  if (other.channel === 'mail') return one.reach !== 'all';
  return other.channel === 'sms' && one.reach === 'without_mail_and_phone';
}

/** Whether a step can be scheduled as far as its plan is concerned: what blocks it, of all findings. */
export function blockingStep(plan: MessagePlan, step: PlanStep, findings: readonly Finding[]): Finding[] {
  const index = plan.steps.indexOf(step);
  const places = [`steps[${index}].`, ...LANGUAGES.map((language) => `templates.${step.template}.${language}`)];
  return findings.filter((finding) => finding.blocking && places.some((place) => finding.place.startsWith(place)));
}
