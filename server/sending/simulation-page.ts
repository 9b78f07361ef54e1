import { csvLine, asSpreadsheetText } from '../csv/csv-text.ts';
import { insertAuditEvent } from '../audit/store.ts';
import { page } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { PlanDifference } from '../messages/simulate-plan.ts';
import { simulateRound } from '../messages/simulate-round.ts';
import { formatZoned, zonedDay } from '../rounds/zoned-time.ts';
import { momentWords, numberWords } from './format.ts';
import { kindName } from './plan-words.ts';
import { sendingFrame, unavailablePage, type SendingFrame } from './sending-frame.ts';
import { linkTo, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

export type DifferenceRow = {
  step: string;
  added: string;
  gone: string;
  moved: string;
  same: string;
  isSame: boolean;
};
type SimulationModel = SendingFrame & {
  heading: string;
  total: string;
  rows: readonly { step: string; begins: string; ends: string; messages: string; leftOut: readonly string[] }[];
  list: string;
};
const simulationView = defineView<SimulationModel>('sending/views/simulation');
const HERE = { side: 'plan', path: '/plan/simulation' } as const;
const USUAL_PER_MINUTE = 150;

/** Messages that a receiving domain gets in a minute. */
export function perMinuteOf({ config }: Pick<SendingDeps, 'config'>): number {
  return config.sending?.perMinute ?? USUAL_PER_MINUTE;
}

/** What the plan would send in all, step by step. */
export const simulationPage: SendingPage = async (deps, visit) => {
  const { roundId, sender, t, language } = visit;
  const outcome = await simulateRound(deps, { roundId, sender, changed: null, perMinute: perMinuteOf(deps) });
  if (outcome.kind !== 'simulated') return unavailablePage(visit, outcome, HERE);
  const { simulation, time_zone: zone } = outcome;
  return page(simulationView, {
    ...sendingFrame(visit, t.simulation.title, HERE),
    heading: t.simulation.title,
    total: t.simulation.total(numberWords(simulation.messages.length, language)),
    rows: simulation.steps.map(({ step, startsAt, endsAt, messages, leftOut }) => ({
      step: kindName(t, step),
      begins: momentWords(startsAt, zone, language),
      ends: endsAt ? momentWords(endsAt, zone, language) : t.simulation.nothing,
      messages: numberWords(messages, language),
      leftOut: reasonLines(visit, leftOut),
    })),
    list: linkTo(visit, '/plan/simulation/list'),
  });
};

/** Reasons with their numbers, the greatest first: '1 512 have answered'. */
export function reasonLines(
  { t, language }: Pick<SendingVisit, 't' | 'language'>,
  counts: Readonly<Partial<Record<string, number>>>,
): string[] {
  return Object.entries(counts)
    .toSorted(([, one = 0], [, other = 0]) => other - one)
    .map(([reason, count = 0]) => `${numberWords(count, language)} ${t.reasons[reason] ?? reason}`);
}

/** What another plan would send, step by step, against the plan as it is. */
export function differenceLines(
  { t, language }: Pick<SendingVisit, 't' | 'language'>,
  difference: PlanDifference | null,
): DifferenceRow[] {
  return (difference?.steps ?? []).map(({ step, added, gone, moved, same }) => ({
    step: kindName(t, step),
    added: numberWords(added, language),
    gone: numberWords(gone, language),
    moved: numberWords(moved, language),
    same: numberWords(same, language),
    isSame: added + gone + moved === 0,
  }));
}

export type Download = { name: string; text: string };

/** Every message that the plan would send, as a file; who may not see who is asked gets no keys. */
export async function simulationList(deps: SendingDeps, visit: SendingVisit): Promise<Download | null> {
  const { roundId, sender, by, seesPeople } = visit;
  const outcome = await simulateRound(deps, { roundId, sender, changed: null, perMinute: perMinuteOf(deps) });
  if (outcome.kind !== 'simulated') return null;
  const { messages } = outcome.simulation;
  const head = ['step', 'channel', 'at', 'language', ...(seesPeople ? ['person_key'] : [])];
  const rows = messages.map(({ step, channel, at, language, key }) => [
    step,
    channel,
    formatZoned(at, outcome.time_zone),
    language,
    ...(seesPeople ? [asSpreadsheetText(key)] : []),
  ]);
  const on_date = zonedDay(deps.now(), outcome.time_zone);
  const detail = { list: 'messages', institution: sender, messages: messages.length, by };
  await insertAuditEvent(deps.ownerDb, { on_date, kind: 'people_read', round_id: roundId, detail });
  return { name: `messages-${roundId}.csv`, text: [head, ...rows].map((row) => csvLine(row)).join('') };
}
