import { blockingStep, stepTime } from '../messages/check-plan.ts';
import { selectUndecided, selectWaiting } from '../messages/delivery-store.ts';
import type { PlanStep } from '../messages/plan-schema.ts';
import { findPlan, type FoundPlan } from '../messages/save-plan.ts';
import { stepName } from '../messages/sender.ts';
import { showSending, type StepView } from '../messages/show-sending.ts';
import { isTested } from '../messages/tested.ts';
import { momentWords, numberWords } from './format.ts';
import { audienceWords, faultOf, kindName, stateWords } from './plan-words.ts';
import { defineView, page, sendingFrame, unavailablePage, type Fault, type SendingFrame } from './sending-frame.ts';
import { reasonLines } from './simulation-page.ts';
import { linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type Todo = {
  faults: readonly Fault[];
  isSaved: boolean;
  isTested: boolean;
  test: { kind: 'own' | 'phone' | 'letter' | 'nobody'; email: string };
  links: { save: string; version: string; test: string; dryRun: string; confirm: string };
};
type Going = {
  canCancel: boolean;
  canPause: boolean;
  canContinue: boolean;
  startsAt: string | null;
  cancelUntil: string | null;
  done: number;
  all: number;
  progress: string;
  counts: readonly { label: string; value: string }[];
  leftOut: readonly string[];
  waits: string | null;
  problems: readonly string[];
};
type Uncertain = {
  count: string;
  rows: readonly { person: string; domain: string; handed: string }[];
};
type StepModel = SendingFrame & {
  heading: string;
  facts: readonly { label: string; value: string; href: string | null }[];
  state: string;
  back: string;
  self: string;
  todo: Todo | null;
  going: Going | null;
  uncertain: Uncertain | null;
  deed: (name: string) => string;
  deliveryHref: string;
};
const stepView = defineView<StepModel>('sending/views/step');
const MOST_UNCERTAIN = 100;

/** One step: what is to be done before it is sent, and what becomes of it. */
export const stepPage: SendingPage = async (deps, visit) => showStep(deps, visit, []);

/** The same, with what was refused. */
export async function showStep(deps: SendingDeps, visit: SendingVisit, errors: readonly Fault[]) {
  const code = wordIn(visit.params, 'step');
  const here = { side: 'plan', path: `/plan/steps/${code}` } as const;
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, here);
  const sending = await showSending(deps, visit.roundId, visit.sender);
  if (sending.kind !== 'sending') return unavailablePage(visit, sending, here);
  const step = found.plan.steps.find((one) => one.code === code);
  const view = sending.steps.find((one) => one.step === code);
  if (!step && !view) return null;
  const { t } = visit;
  const isWaiting = !view || view.state === 'planned' || view.state === 'cancelled';
  const heading = kindName(t, code);
  const problems = sending.problems.filter((one) => one.step === stepName(visit.sender, code));
  return page(
    stepView,
    {
      ...sendingFrame(visit, heading, {
        ...here,
        invented: found.round.invented,
        errors,
        status: statusOf(visit, wordIn(visit.query, 'done')),
      }),
      heading,
      facts: factsOf(visit, found, { step, view }),
      state: stateWords(t, view?.state ?? 'planned'),
      back: linkTo(visit, '/plan'),
      self: linkTo(visit, here.path),
      todo: step && isWaiting ? await todoOf(deps, visit, found, step) : null,
      going:
        view && view.state !== 'planned'
          ? await goingOf(deps, visit, { view, zone: sending.time_zone, problems })
          : null,
      uncertain: view && view.undecided > 0 ? await uncertainOf(deps, visit, view, sending.time_zone) : null,
      deed: (name) => linkTo(visit, `${here.path}/${name}`),
      deliveryHref: linkTo(visit, '/delivery'),
    },
    errors.length > 0 ? 422 : 200,
  );
}

function statusOf({ t, query, language }: SendingVisit, done: string): string | null {
  const count = Number(wordIn(query, 'n', 9));
  const words = numberWords(Number.isInteger(count) ? count : 0, language);
  switch (done) {
    case 'tested':
    case 'scheduled':
    case 'cancelled':
    case 'paused':
    case 'continued':
    case 'notSo':
      return t.step[done];
    case 'cancelledRest':
    case 'resolved':
      return t.step[done](words);
    default:
      return null;
  }
}

function factsOf(
  visit: SendingVisit,
  { round }: FoundPlan,
  { step, view }: { step: PlanStep | undefined; view: StepView | undefined },
) {
  const { t, language } = visit;
  const time = view?.starts_at ? new Date(view.starts_at) : step && stepTime(step, round.time_zone);
  const when = time ? momentWords(time, round.time_zone, language) : (step?.at ?? '');
  const facts = [{ label: t.step.when, value: when, href: null }];
  if (!step) return facts;
  return [
    ...facts,
    { label: t.step.how, value: t.channels[step.channel], href: null },
    { label: t.step.to, value: audienceWords(t, step), href: null },
    {
      label: t.step.text,
      value: kindName(t, step.template),
      href: linkTo(visit, `/messages/${step.template}/${language}`),
    },
  ];
}

async function todoOf(deps: SendingDeps, visit: SendingVisit, found: FoundPlan, step: PlanStep): Promise<Todo> {
  const { plan, version, findings } = found;
  const path = `/plan/steps/${step.code}`;
  const own = { mail: visit.email === null ? 'nobody' : 'own', sms: 'phone', letter: 'letter' } as const;
  return {
    faults: blockingStep(plan, step, findings).map((finding) => faultOf(visit, plan, finding)),
    isSaved: version !== null,
    isTested: await isTested(deps.ownerDb, { roundId: visit.roundId, plan, template: step.template }),
    test: { kind: own[step.channel], email: visit.email ?? '' },
    links: {
      save: linkTo(visit, `${path}/save`),
      version: version === null ? 'none' : String(version),
      test: linkTo(visit, `${path}/test`),
      dryRun: linkTo(visit, `${path}/dry-run`),
      confirm: linkTo(visit, `${path}/confirm`),
    },
  };
}

type ViewFacts = {
  view: StepView;
  zone: string;
  problems: readonly { state: string; problem: string; domain: string; count: number }[];
};

async function goingOf(deps: SendingDeps, visit: SendingVisit, { view, zone, problems }: ViewFacts): Promise<Going> {
  const { t, language } = visit;
  const place = { roundId: visit.roundId, step: stepName(visit.sender, view.step) };
  const startsAt = view.starts_at === null ? null : new Date(view.starts_at);
  const leftOut = Object.values(view.left_out).reduce((sum, count) => sum + count, 0);
  const done = view.sent + view.failed + view.bounced + view.uncertain + leftOut;
  const all = done + view.waiting + view.under_way;
  const waiting = await selectWaiting(deps.ownerDb, place);
  const isOver = view.state === 'done' || view.state === 'cancelled';
  const isAhead = view.state === 'scheduled' && startsAt !== null && startsAt > deps.now();
  const names = ['waiting', 'under_way', 'sent', 'failed', 'bounced', 'uncertain'] as const;
  return {
    canCancel: !isOver,
    canPause: view.state === 'scheduled' || view.state === 'listing' || view.state === 'sending',
    canContinue: view.state === 'paused',
    startsAt: isAhead ? t.step.startsAt(momentWords(startsAt, zone, language)) : null,
    cancelUntil: isAhead ? t.step.cancelUntil(momentWords(startsAt, zone, language)) : null,
    done,
    all,
    progress: t.step.progressOf(numberWords(done, language), numberWords(all, language)),
    counts: names.map((name) => ({ label: t.step.counts[name], value: numberWords(view[name], language) })),
    leftOut: reasonLines(visit, view.left_out),
    waits:
      waiting.next === null || isOver
        ? null
        : t.step.waits(
            String(waiting.tries + 1),
            momentWords(new Date(waiting.next), zone, language),
            numberWords(waiting.messages, language),
          ),
    problems: problems.map(({ domain, problem, count }) => `${domain} ${problem}: ${numberWords(count, language)}`),
  };
}

async function uncertainOf(deps: SendingDeps, visit: SendingVisit, view: StepView, zone: string): Promise<Uncertain> {
  const step = stepName(visit.sender, view.step);
  const rows = visit.seesPeople
    ? await selectUndecided(deps.ownerDb, { roundId: visit.roundId, step, limit: MOST_UNCERTAIN })
    : [];
  return {
    count: numberWords(view.undecided, visit.language),
    rows: rows.map(({ person_key, domain, handed_at }) => ({
      person: person_key,
      domain,
      handed: handed_at ? momentWords(handed_at, zone, visit.language) : '',
    })),
  };
}
