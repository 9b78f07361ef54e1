import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { selectOwnPlanners } from '../messages/plan-store.ts';
import { findPlan } from '../messages/save-plan.ts';
import { showSending, type StepView } from '../messages/show-sending.ts';
import { stepTime } from '../messages/check-plan.ts';
import type { PlanStep } from '../messages/plan-schema.ts';
import { momentWords } from './format.ts';
import { changeOf, type PlanChange } from './plan-change.ts';
import { audienceWords, faultOf, kindName, numbersOf, stateWords } from './plan-words.ts';
import { sendingFrame, unavailablePage, type Fault, type Link, type SendingFrame } from './sending-frame.ts';
import { linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type StepRow = {
  href: string;
  name: string;
  when: string;
  channel: string;
  to: string;
  state: string;
  numbers: string;
};
type PlanModel = SendingFrame & {
  heading: string;
  version: string | null;
  notes: readonly string[];
  steps: readonly StepRow[];
  links: { edit: string; simulate: string; messages: string };
  faults: readonly Fault[];
  advice: readonly Fault[];
  network: readonly string[];
  planners: readonly Link[];
  change: PlanChange | null;
};
const planView = defineView<PlanModel>('sending/views/plan');
const HERE = { side: 'plan', path: '/plan' } as const;

/** The plan: its steps with what has become of them, and what is to be mended. */
export const planPage: SendingPage = async (deps, visit) => showPlan(deps, visit, []);

/** The same with what was refused. */
export async function showPlan(
  deps: SendingDeps,
  visit: SendingVisit,
  errors: readonly Fault[],
): Promise<PageAnswer | null> {
  const { roundId, sender, t } = visit;
  const found = await findPlan(deps, { roundId, sender });
  if (found.kind !== 'plan') return unavailablePage(visit, found, HERE);
  const sending = await showSending(deps, roundId, sender);
  if (sending.kind !== 'sending') return unavailablePage(visit, sending, HERE);
  const { plan, version, findings, round } = found;
  const steps = inOrder(plan.steps, round.time_zone).map((step): StepRow => {
    const view = sending.steps.find((one) => one.step === step.code);
    const startsAt = view?.starts_at ? new Date(view.starts_at) : stepTime(step, round.time_zone);
    return {
      href: linkTo(visit, `/plan/steps/${step.code}`),
      name: kindName(t, step.code),
      when: startsAt ? momentWords(startsAt, round.time_zone, visit.language) : step.at,
      channel: t.channels[step.channel],
      to: audienceWords(t, step),
      state: stateWords(t, view?.state ?? 'planned'),
      numbers: view ? numbersOf(visit, view) : t.plan.none,
    };
  });
  const faults = (isBlocking: boolean) =>
    findings.filter(({ blocking }) => blocking === isBlocking).map((one) => faultOf(visit, plan, one));
  return page(
    planView,
    {
      ...sendingFrame(visit, t.plan.title, { ...HERE, invented: round.invented, status: statusOf(visit), errors }),
      heading: t.plan.title,
      version: version === null ? null : t.plan.versionOf(`${version}`),
      notes: version === null ? [sender === '' ? t.plan.offered : t.plan.followsNetwork] : [],
      steps,
      links: {
        edit: linkTo(visit, '/plan/edit'),
        simulate: linkTo(visit, '/plan/simulation'),
        messages: linkTo(visit, '/messages'),
      },
      faults: faults(true),
      advice: faults(false),
      network: sender !== '' && version === null ? await networkLines(deps, visit) : [],
      planners: sender === '' ? await planners(deps, visit) : [],
      change: await changeOf(deps, visit, version),
    },
    errors.length > 0 ? 409 : 200,
  );
}

/** Steps in the order of their times. */
function inOrder(steps: readonly PlanStep[], zone: string): PlanStep[] {
  const timeOf = (step: PlanStep) => stepTime(step, zone)?.getTime() ?? Infinity;
  return steps.toSorted((one, other) => timeOf(one) - timeOf(other));
}

function statusOf({ query, t }: SendingVisit): string | null {
  const changed = wordIn(query, 'changed');
  if (changed === 'hand_back') return t.plan.handedBack;
  if (changed === 'take_up') return t.plan.takenUp;
  const version = wordIn(query, 'saved');
  if (/^\d+$/.test(version)) return t.plan.saved(version);
  return wordIn(query, 'unchanged') === '1' ? t.plan.unchanged : null;
}

/** What the network has scheduled or sent, without numbers: those are of all institutions. */
async function networkLines(deps: SendingDeps, visit: SendingVisit): Promise<string[]> {
  const sending = await showSending(deps, visit.roundId, '');
  if (sending.kind !== 'sending') return [];
  const line = (step: StepView) => {
    const when = step.starts_at ? `, ${momentWords(new Date(step.starts_at), sending.time_zone, visit.language)}` : '';
    return `${kindName(visit.t, step.step)}${when}: ${stateWords(visit.t, step.state)}`;
  };
  return sending.steps.filter(({ state }) => state !== 'planned').map(line);
}

async function planners(deps: SendingDeps, visit: SendingVisit): Promise<Link[]> {
  const codes = await selectOwnPlanners(deps.ownerDb, visit.roundId);
  return codes.map((sender) => ({ href: linkTo({ ...visit, sender }, '/plan'), label: sender }));
}
