import { readPhone } from '../invitations/phone.ts';
import { openChannels } from '../jobs/open-channels.ts';
import { sendTest } from '../jobs/send-test.ts';
import { cancelScheduled, haltStep, resolveUncertain } from '../messages/change-step.ts';
import type { PlanStep } from '../messages/plan-schema.ts';
import { findPlan, savePlan } from '../messages/save-plan.ts';
import { stepName } from '../messages/sender.ts';
import { isUnavailable, unavailablePage, type Fault } from './sending-frame.ts';
import { showStep } from './step-page.ts';
import { goTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

const codeOf = ({ params }: SendingVisit) => wordIn(params, 'step');
const pathOf = (visit: SendingVisit) => `/plan/steps/${codeOf(visit)}`;
const placeOf = (visit: SendingVisit) => ({
  roundId: visit.roundId,
  step: stepName(visit.sender, codeOf(visit)),
  by: visit.by,
});
const hereOf = (visit: SendingVisit) => ({ side: 'plan', path: pathOf(visit) }) as const;

/** Saves the offered plan as it is, so that its steps can be sent. */
export const saveOffered: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, hereOf(visit));
  const { roundId, sender, by } = visit;
  if (found.version === null) await savePlan(deps, { roundId, sender, by, plan: found.plan, basedOn: null });
  return goTo(visit, pathOf(visit));
};

/** Sends the message of a step to whoever asks for it, and to nobody else. */
export const testStep: SendingPage = async (deps, visit) => {
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, hereOf(visit));
  const step = found.plan.steps.find(({ code }) => code === codeOf(visit));
  if (!step) return null;
  const to = addressOf(visit, step);
  if (to.kind === 'fault') return showStep(deps, visit, [to.fault]);
  const { roundId, sender, by } = visit;
  const outcome = await sendTest(deps, openChannels(deps), { roundId, sender, by, step: step.code, to: to.address });
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, hereOf(visit));
  switch (outcome.kind) {
    case 'tested':
      return goTo(visit, pathOf(visit), { done: 'tested' });
    case 'channel_off':
    case 'no_plan':
      return showStep(deps, visit, [{ href: '#test', message: visit.t.confirm[outcome.kind] }]);
    case 'not_sent':
      return showStep(deps, visit, [{ href: '#test', message: visit.t.step.notSent(outcome.problem) }]);
    case 'blocked':
      return showStep(deps, visit, [{ href: '#test', message: visit.t.step.blocked }]);
    case 'unknown_step':
      return null;
    default:
      return outcome satisfies never;
  }
};

function addressOf(
  { email, form, t }: SendingVisit,
  { channel }: PlanStep,
): { kind: 'address'; address: string } | { kind: 'fault'; fault: Fault } {
  switch (channel) {
    case 'mail':
      return email === null
        ? { kind: 'fault', fault: { href: '#test', message: t.step.noAddress } }
        : { kind: 'address', address: email };
    case 'sms': {
      const phone = readPhone(wordIn(form, 'phone', 40));
      return phone === null
        ? { kind: 'fault', fault: { href: '#phone', message: t.step.phoneWrong } }
        : { kind: 'address', address: phone };
    }
    case 'letter':
      return { kind: 'address', address: '' };
    default:
      return channel satisfies never;
  }
}

export const cancelStepPost: SendingPage = async (deps, visit) => {
  const outcome = await cancelScheduled(deps, placeOf(visit));
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, hereOf(visit));
  switch (outcome.kind) {
    case 'cancelled':
      return outcome.before
        ? goTo(visit, pathOf(visit), { done: 'cancelled' })
        : goTo(visit, pathOf(visit), { done: 'cancelledRest', n: String(outcome.waiting) });
    case 'over':
      return goTo(visit, pathOf(visit), { done: 'notSo' });
    case 'not_scheduled':
      return null;
    default:
      return outcome satisfies never;
  }
};

const haltPost =
  (go: boolean): SendingPage =>
  async (deps, visit) => {
    const outcome = await haltStep(deps, { ...placeOf(visit), go });
    if (isUnavailable(outcome)) return unavailablePage(visit, outcome, hereOf(visit));
    switch (outcome.kind) {
      case 'changed':
        return goTo(visit, pathOf(visit), { done: go ? 'continued' : 'paused' });
      case 'not_so':
        return goTo(visit, pathOf(visit), { done: 'notSo' });
      case 'not_scheduled':
        return null;
      default:
        return outcome satisfies never;
    }
  };
export const pausePost = haltPost(false);
export const continuePost = haltPost(true);

/** Decides about uncertain messages: one person's, where who is asked may be seen, or all of the step. */
export const resolvePost: SendingPage = async (deps: SendingDeps, visit) => {
  const deed = wordIn(visit.form, 'deed') === 'resend' ? 'resend' : 'leave';
  const person = wordIn(visit.form, 'person');
  const personKey = visit.seesPeople && person !== '' ? person : null;
  if (person !== '' && personKey === null) return null;
  const outcome = await resolveUncertain(deps, { ...placeOf(visit), deed, personKey });
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, hereOf(visit));
  switch (outcome.kind) {
    case 'resolved':
      return goTo(visit, pathOf(visit), { done: 'resolved', n: String(outcome.messages) });
    case 'not_scheduled':
      return null;
    default:
      return outcome satisfies never;
  }
};
