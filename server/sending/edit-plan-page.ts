import { readPlan } from '../messages/going-part.ts';
import { AUDIENCES, CHANNELS, REACHES, type MessagePlan } from '../messages/plan-schema.ts';
import { findPlan, savePlan, type FoundPlan } from '../messages/save-plan.ts';
import { senderOf } from '../messages/sender.ts';
import { simulateRound } from '../messages/simulate-round.ts';
import { selectSteps } from '../messages/step-store.ts';
import { faultOf, kindName } from './plan-words.ts';
import {
  fieldsOfPlan,
  planOfFields,
  readStepFields,
  templatesFor,
  type FormProblem,
  type StepFields,
} from './read-plan-form.ts';
import {
  defineView,
  page,
  sendingFrame,
  type PageAnswer,
  isUnavailable,
  unavailablePage,
  type Fault,
  type SendingFrame,
} from './sending-frame.ts';
import { differenceLines, perMinuteOf, type DifferenceRow } from './simulation-page.ts';
import { goTo, linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type Choice = { value: string; label: string };
type EditModel = SendingFrame & {
  heading: string;
  action: string;
  back: string;
  version: string;
  rows: readonly { legend: string; isNew: boolean; isFixed: boolean; fields: StepFields; faults: readonly string[] }[];
  lists: { channels: Choice[]; audiences: Choice[]; reaches: Choice[]; templates: Choice[] };
  difference: readonly DifferenceRow[] | null;
  isSame: boolean;
};
const editView = defineView<EditModel>('sending/views/edit-plan');
const HERE = { side: 'plan', path: '/plan/edit' } as const;

/** The table of steps as a form. */
export const editPlanPage: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, HERE);
  const fixed = await fixedSteps(deps, visit);
  const faults = found.findings
    .filter(({ place }) => place.startsWith('steps['))
    .map((one) => faultOf(visit, found.plan, one));
  return editPage(visit, { found, fixed, rows: fieldsOfPlan(found.plan), faults });
};

/** A posted table: compared with the plan as it is, or saved. */
export const postPlan: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, HERE);
  const fixed = await fixedSteps(deps, visit);
  const rows = readStepFields(visit.form);
  const { plan, problems } = planOfFields(rows, { plan: found.plan, fixed });
  if (problems.length > 0)
    return editPage(visit, { found, fixed, rows, faults: problemFaults(visit, rows, problems), status: 422 });
  if (wordIn(visit.form, 'nav') === 'check') return compared(deps, visit, { found, fixed, rows, plan });
  const basedOn = await basisOf(deps, visit, found);
  const { roundId, sender, by } = visit;
  const outcome = await savePlan(deps, { roundId, sender, by, plan, basedOn });
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, HERE);
  switch (outcome.kind) {
    case 'saved':
      return goTo(visit, '/plan', { saved: String(outcome.version) });
    case 'unchanged':
      return goTo(visit, '/plan', { unchanged: '1' });
    case 'overtaken': {
      const faults = [{ href: linkTo(visit, '/plan'), message: visit.t.edit.overtaken }];
      return editPage(visit, { found, fixed, rows, faults, status: 409 });
    }
    default:
      return outcome satisfies never;
  }
};

/** The version that the posted page was made from; where only texts changed since, they stay, and it is the newest. */
async function basisOf(
  deps: SendingDeps,
  { form, roundId }: SendingVisit,
  { version, plan }: FoundPlan,
): Promise<number | null> {
  const typed = wordIn(form, 'version');
  const posted = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  if (posted === version || posted === null) return posted;
  const before = await readPlan(deps.ownerDb, roundId, posted);
  return JSON.stringify(before?.steps) === JSON.stringify(plan.steps) ? version : posted;
}

/** Codes of the steps that are scheduled or sent: they go by the plan that was scheduled. */
async function fixedSteps(deps: SendingDeps, { roundId, sender }: SendingVisit): Promise<Set<string>> {
  const steps = await selectSteps(deps.ownerDb, roundId);
  const own = steps.map(({ step, state }) => ({ ...senderOf(step), state }));
  return new Set(own.filter((one) => one.sender === sender && one.state !== 'cancelled').map(({ code }) => code));
}

type Shown = {
  found: FoundPlan;
  fixed: ReadonlySet<string>;
  rows: readonly StepFields[];
  faults: readonly Fault[];
  difference?: readonly DifferenceRow[];
  status?: number;
};

async function compared(
  deps: SendingDeps,
  visit: SendingVisit,
  { plan, ...shown }: Omit<Shown, 'faults'> & { plan: MessagePlan },
): Promise<PageAnswer | null> {
  const { roundId, sender } = visit;
  const outcome = await simulateRound(deps, { roundId, sender, changed: plan, perMinute: perMinuteOf(deps) });
  if (outcome.kind !== 'simulated') return unavailablePage(visit, outcome, HERE);
  const faults = outcome.findings
    .filter(({ place }) => place.startsWith('steps['))
    .map((one) => faultOf(visit, plan, one));
  return editPage(visit, { ...shown, faults, difference: differenceLines(visit, outcome.difference) });
}

function problemFaults(visit: SendingVisit, rows: readonly StepFields[], problems: readonly FormProblem[]): Fault[] {
  const { edit } = visit.t;
  return problems.map((problem) => {
    if (problem.kind === 'empty') return { href: '#step-0-day', message: edit.empty };
    const code = rows[problem.row]?.code ?? '';
    const name = code === '' ? edit.newRow : kindName(visit.t, code);
    const field = problem.kind === 'dayMissing' ? 'day' : 'time';
    return { href: `#step-${problem.row}-${field}`, message: edit[problem.kind](name) };
  });
}

function editPage(visit: SendingVisit, { found, fixed, rows, faults, difference, status = 200 }: Shown): PageAnswer {
  const { t } = visit;
  const inPage = faults.map(({ href, message }) => ({
    href: href.replace(/^\/[^#]*\/plan\/edit[^#]*#/, '#'),
    message,
  }));
  const choicesOf = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
    names.map((value) => ({ value, label: words[value] }));
  const model: EditModel = {
    ...sendingFrame(visit, t.edit.title, { ...HERE, invented: found.round.invented, errors: inPage }),
    heading: t.edit.title,
    action: linkTo(visit, '/plan/edit'),
    back: linkTo(visit, '/plan'),
    version: found.version === null ? 'none' : String(found.version),
    rows: rows.map((fields, row) => ({
      legend: fields.code === '' ? t.edit.newRow : t.edit.row(kindName(t, fields.code)),
      isNew: fields.code === '',
      isFixed: fixed.has(fields.code),
      fields,
      faults: inPage.filter(({ href }) => href.startsWith(`#step-${row}-`)).map(({ message }) => message),
    })),
    lists: {
      channels: choicesOf(CHANNELS, t.channels),
      audiences: choicesOf(AUDIENCES, t.audiences),
      reaches: choicesOf(REACHES, t.reaches),
      templates: Object.keys(templatesFor(found.plan)).map((value) => ({ value, label: kindName(t, value) })),
    },
    difference: difference ?? null,
    isSame: difference !== undefined && difference.every(({ isSame }) => isSame),
  };
  return page(editView, model, status);
}
