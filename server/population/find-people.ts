import { letOthersIn } from '../db/long-work.ts';
import { readPhone } from '../invitations/phone.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { answerHandle, deriveCode } from '../invitations/code.ts';
import { personLanguage } from '../invitations/person-language.ts';
import type { RoundKeys } from '../keys/key-store.ts';
import { selectProgress } from '../messages/recipient-store.ts';
import type { AskedFilter } from './people-filter.ts';
import type { Visit } from './people-frame.ts';
import {
  countPeople,
  selectMatchingKeys,
  selectPeopleByKeys,
  selectPeopleBySearch,
  selectPeoplePage,
  selectPersonByPage,
  type PeopleFilter,
  type PersonRow,
} from './person-store.ts';
import { decideState, type Progress } from './decide-state.ts';

/** A person as a page shows them. */
export type SeenPerson = { row: PersonRow; state: ReturnType<typeof decideState>; language: Language };
export type Found = { people: SeenPerson[]; all: number; offset: number };

type FindDeps = Pick<Deps, 'db' | 'keys'>;
const KEYS_AT_ONCE = 1000;
const MOST_FOUND = 50;

/** One page of those who match. */
export async function findMatches(
  deps: FindDeps,
  visit: Visit,
  asked: AskedFilter,
  { limit }: { limit: number },
): Promise<Found> {
  const { round, places } = visit;
  // Where it is seen how far people are, who has begun to answer is neither 'sent' nor 'returned'.
  const isOfAnswering = round.showsStatus && asked.state !== '' && asked.state !== 'refused';
  const { degree, language, channel } = asked;
  const state = asked.state === 'started' || asked.state === 'answered' ? '' : asked.state;
  const filter: PeopleFilter = { roundId: round.id, places, degree, language, channel, state };
  const offset = (asked.page - 1) * limit;
  if (!isOfAnswering) {
    const rows = await selectPeoplePage(deps.db, filter, { offset, limit });
    return { people: await seen(deps, visit, rows), all: await countPeople(deps.db, filter), offset };
  }
  const wanted = asked.state === 'answered' ? 'sent' : asked.state === 'started' ? 'partial' : 'none';
  const keys = await keysByProgress(deps, visit, { filter, wanted });
  const personKeys = keys.slice(offset, offset + limit);
  const rows = await selectPeopleByKeys(deps.db, { roundId: round.id, places, personKeys });
  return { people: await seen(deps, visit, rows), all: keys.length, offset };
}

/** Who has exactly this number or address. */
export async function searchPeople(deps: FindDeps, visit: Visit, text: string): Promise<Found> {
  const { round, places } = visit;
  const search = { roundId: round.id, places, text, phone: readPhone(text), limit: MOST_FOUND };
  const rows = await selectPeopleBySearch(deps.db, search);
  return { people: await seen(deps, visit, rows), all: rows.length, offset: 0 };
}

/** The person of an address; null where there is none for whoever asks. */
export async function findPerson(deps: FindDeps, visit: Visit, address: string): Promise<SeenPerson | null> {
  if (visit.round.isFrozen || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(address)) return null;
  const { round, places } = visit;
  const row = await selectPersonByPage(deps.db, { roundId: round.id, places, page: address });
  const [person] = row ? await seen(deps, visit, [row]) : [];
  return person ?? null;
}

/** People with their state; how far they are with answering only where the network lets it be seen. */
export async function seen(deps: FindDeps, visit: Visit, rows: readonly PersonRow[]): Promise<SeenPerson[]> {
  const progress = await progressOf(deps, visit, rows);
  return rows.map((row) => ({
    row,
    state: decideState(row, progress.get(row.person_key) ?? 'none'),
    language: personLanguage(row),
  }));
}

type Key = Pick<PersonRow, 'person_key' | 'generation'>;

async function progressOf(deps: FindDeps, visit: Visit, people: readonly Key[]): Promise<Map<string, Progress>> {
  const keys = visit.round.showsStatus ? deps.keys.allRoundKeys().get(visit.round.id) : undefined;
  if (!keys || people.length === 0) return new Map();
  const handles = people.map((person) => handleOf(keys, person));
  const found = await selectProgress(deps.db, handles);
  return new Map(
    people.flatMap(({ person_key }, index): [string, Progress][] => {
      const progress = found.get(handles[index]?.toString('hex') ?? '');
      return progress ? [[person_key, progress]] : [];
    }),
  );
}

function handleOf(keys: RoundKeys, { person_key, generation }: Key): Buffer {
  return answerHandle(keys, deriveCode(keys, person_key, generation));
}

/** The answer side knows no person: everybody who matches is looked up by their handle, some at a time. */
async function keysByProgress(
  deps: FindDeps,
  visit: Visit,
  { filter, wanted }: { filter: PeopleFilter; wanted: Progress },
): Promise<string[]> {
  const keys: string[] = [];
  for (let after = ''; ;) {
    const part = await selectMatchingKeys(deps.db, filter, { after, limit: KEYS_AT_ONCE });
    const progress = await progressOf(deps, visit, part);
    keys.push(...part.map(({ person_key }) => person_key).filter((key) => (progress.get(key) ?? 'none') === wanted));
    const last = part.at(-1);
    if (!last) return keys;
    after = last.person_key;
    await letOthersIn();
  }
}
