import { handBackPlan } from '../messages/hand-back-plan.ts';
import { senderOf } from '../messages/sender.ts';
import { showPlan } from './plan-page.ts';
import { kindName } from './plan-words.ts';
import { isUnavailable, unavailablePage } from './sending-frame.ts';
import { goTo, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

const HERE = { side: 'plan', path: '/plan' } as const;

/** An institution's people follow the plan of the network again. */
export const handBackPost: SendingPage = async (deps, visit) => changePlan(deps, visit, 'hand_back');

/** They follow their institution's own plan again, as it was. */
export const takeUpPost: SendingPage = async (deps, visit) => changePlan(deps, visit, 'take_up');

async function changePlan(deps: SendingDeps, visit: SendingVisit, deed: 'hand_back' | 'take_up') {
  const { roundId, sender, by, t } = visit;
  if (sender === '') return goTo(visit, '/plan');
  const outcome = await handBackPlan(deps, { roundId, sender, deed, by });
  if (isUnavailable(outcome)) return unavailablePage(visit, outcome, HERE);
  switch (outcome.kind) {
    case 'changed':
      return goTo(visit, '/plan', { changed: deed });
    case 'nothing':
      return goTo(visit, '/plan');
    case 'under_way': {
      const message = t.plan.underWay(kindName(t, senderOf(outcome.step).code));
      return showPlan(deps, visit, [{ href: '#change', message }]);
    }
    default:
      return outcome satisfies never;
  }
}
