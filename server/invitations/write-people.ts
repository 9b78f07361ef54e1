import type { Db } from '../db/schema/index.ts';
import { answerHandle, contactHash, deriveCode } from './code.ts';
import { coarsenBackground } from './coarsen-background.ts';
import { decidePerson, type PersonChange } from './decide-population.ts';
import type { LiveRound } from './open-live-round.ts';
import type { PopulationRow } from './population-file.ts';
import type { PopulationEntry } from './read-population.ts';
import {
  insertPeople,
  selectOptionalRoundShared,
  selectPeople,
  selectRefused,
  updateAnswerBackgrounds,
  updatePeople,
} from './store.ts';

export type PersonEntry = Extract<PopulationEntry, { kind: 'person' }>;

/**
 * Brings some people into a round, in one transaction (without `write`: only says what would change).
 * 'frozen' when freezing has begun meanwhile.
 */
export async function writePeople(
  db: Db,
  round: LiveRound,
  entries: readonly PersonEntry[],
  write: boolean,
): Promise<PersonChange[] | 'frozen'> {
  return db.transaction().execute(async (trx) => {
    const current = await selectOptionalRoundShared(trx, round.id);
    if (!current || current.freeze_step > 0) return 'frozen';
    const personKeys = entries.map(({ person }) => person.person_key);
    const stored = new Map(
      (await selectPeople(trx, { roundId: round.id, personKeys })).map((row) => [row.person_key, row]),
    );
    const refused = new Set(await selectRefused(trx, personKeys));
    const changes = entries.map(({ person, flags }) =>
      decidePerson(person, flags, {
        stored: stored.get(person.person_key),
        hasRefused: refused.has(person.person_key),
      }),
    );
    if (!write) return changes;
    const people = (wanted: PersonChange) =>
      entries
        .filter((_, index) => changes[index] === wanted)
        .map(({ person, flags }) => ({ ...person, protected: flags.protected }));
    const [added, changed] = [people('added'), people('changed')];
    await insertPeople(
      trx,
      round.id,
      added.map((person) => withCode(round, person)),
    );
    await updatePeople(trx, round.id, changed);
    const generations = new Map([...stored].map(([key, row]) => [key, row.generation]));
    await updateAnswerBackgrounds(
      trx,
      changed.map((person) => backgroundOf(round, person, generations.get(person.person_key) ?? 0)),
    );
    return changes;
  });
}

/** The code itself is derived whenever it is needed; only its hash is stored. */
function withCode(round: LiveRound, person: PopulationRow) {
  return { ...person, code_hash: contactHash(round.keys, deriveCode(round.keys, person.person_key, 0)) };
}

function backgroundOf(round: LiveRound, person: PopulationRow, generation: number) {
  const handle = answerHandle(round.keys, deriveCode(round.keys, person.person_key, generation));
  return { handle, background: coarsenBackground(round.survey, person) };
}
