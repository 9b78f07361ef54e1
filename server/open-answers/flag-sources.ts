import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import type { FlagSources } from './flag-text.ts';
import { knownNames, type KnownNames } from './known-names.ts';
import { nameList } from './name-list.ts';
import { countWords, type WordCounts } from './rare-words.ts';
import { selectBodies } from './store.ts';

const known = new WeakMap<Survey, KnownNames>();
/** The texts of a frozen round never change, so their words are counted once a process and database. */
const counted = new WeakMap<object, Map<string, WordCounts>>();

/** What the texts of a question are marked by. */
export async function flagSources(
  deps: Pick<Deps, 'db'>,
  { survey, roundId, item }: { survey: Survey; roundId: string; item: string },
): Promise<FlagSources> {
  const byPlace = counted.get(deps.db) ?? new Map<string, WordCounts>();
  counted.set(deps.db, byPlace);
  const place = `${roundId} ${item}`;
  const words = byPlace.get(place) ?? countWords(await selectBodies(deps.db, { roundId, item }));
  byPlace.set(place, words);
  const names = known.get(survey) ?? knownNames(survey);
  known.set(survey, names);
  return { names: nameList(), known: names, words };
}
