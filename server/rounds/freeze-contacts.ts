import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { inBatches } from './freeze-answers.ts';
import {
  clearPersons,
  countAnsweringEvents,
  countMessages,
  deleteReplacedCodes,
  endMessageSteps,
  selectLastEventId,
  selectNextEventId,
  selectPersonsToClear,
} from './freeze-contact-store.ts';
import { shuffle } from './shuffle.ts';

type Work = { roundId: string; progress: (line: string) => void };

const PAGE = 2000;
const EVENTS = 4000;

/** At a time: some 40 ms on the embedded database. */
const MESSAGES = 1000;

/** Clears the contact side of a round and writes it anew in an order drawn at random. Safe to repeat. */
export async function clearContacts(deps: Pick<Deps, 'ownerDb' | 'randomBytes'>, work: Work): Promise<void> {
  const { ownerDb } = deps;
  const { roundId } = work;
  await clearMessages(deps, work);
  const keys: string[] = [];
  for (let after = ''; ;) {
    const page = await selectPersonsToClear(ownerDb, { roundId, after, limit: PAGE });
    keys.push(...page.filter((person) => !person.is_clear).map((person) => person.person_key));
    const last = page.at(-1);
    if (!last) break;
    after = last.person_key;
    await letOthersIn();
  }
  await inBatches(shuffle(keys, deps.randomBytes), work.progress, 'persons', (personKeys) =>
    clearPersons(ownerDb, { roundId, personKeys }),
  );
  await deleteReplacedCodes(ownerDb, roundId);
}

/** Messages to single persons become counts of their step. */
async function clearMessages(deps: Pick<Deps, 'ownerDb'>, { roundId, progress }: Work): Promise<void> {
  await endMessageSteps(deps.ownerDb, roundId);
  for (let gone = 0; ;) {
    const more = await countMessages(deps.ownerDb, { roundId, limit: MESSAGES });
    if (more === 0) return;
    gone += more;
    progress(`messages: ${gone} counted`);
    await letOthersIn();
  }
}

/** Turns a round's events of single saves into one count a kind. Safe to repeat: counts are counted together. */
export async function countEvents(deps: Pick<Deps, 'ownerDb'>, work: Work & { on_date: string }): Promise<void> {
  const { ownerDb } = deps;
  const end = await selectLastEventId(ownerDb);
  const { roundId, on_date } = work;
  for (let after = '0'; BigInt(after) < BigInt(end);) {
    const last = (await selectNextEventId(ownerDb, after, EVENTS)) ?? end;
    await countAnsweringEvents(ownerDb, { roundId, after, last, on_date });
    work.progress(`events: up to ${last} of ${end}`);
    after = last;
    await letOthersIn();
  }
  // Each step has left counts of its own behind `end`: the last one adds them up.
  await countAnsweringEvents(ownerDb, { roundId, after: end, last: null, on_date });
}
