import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { registerList } from '../engine/register-lists.ts';
import { selectInstitutionsOf, selectPeopleByInstitution, upsertInstitution } from './change-store.ts';
import { roundState } from './round-state.ts';
import { lockOptionalRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

export type Choice = { institution: string; takesPart: boolean };

export type ChooseInstitutionsOutcome =
  | { kind: 'chosen'; changed: number }
  | { kind: 'unknown_round' }
  /** The round has closed, or is gone. */
  | { kind: 'over' }
  /** Their people are in the round: they are taken out first. */
  | { kind: 'has_people'; institutions: string[] };

/** Writes down which institutions take part in a round. What is none of its survey's is left out. */
export async function chooseInstitutions(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  { roundId, choices, by }: { roundId: string; choices: readonly Choice[]; by: string | null },
): Promise<ChooseInstitutionsOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<ChooseInstitutionsOutcome> => {
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    if (!['draft', 'planned', 'open'].includes(roundState(round, now))) return { kind: 'over' };
    const known = new Set(institutionsOf(deps, round));
    const said = await selectInstitutionsOf(trx, roundId);
    const changes = choices.filter(
      ({ institution, takesPart }) => known.has(institution) && said.get(institution) !== takesPart,
    );
    const asked = new Set((await selectPeopleByInstitution(trx, roundId)).map(({ institution }) => institution));
    const still = changes.filter(({ institution, takesPart }) => !takesPart && asked.has(institution));
    if (still.length > 0) return { kind: 'has_people', institutions: still.map(({ institution }) => institution) };
    const today = zonedDay(now, round.time_zone);
    for (const { institution, takesPart } of changes) {
      await upsertInstitution(trx, { round_id: roundId, institution, takes_part: takesPart, decided_on: today });
      const detail = { by, institution, takes_part: takesPart };
      await insertAuditEvent(trx, { on_date: today, kind: 'round_institutions_chosen', round_id: roundId, detail });
    }
    return { kind: 'chosen', changed: changes.length };
  });
}

/** The institutions that a round can have: where its people are invented, or real, those of the same kind. */
export function institutionsOf(
  { surveys }: Pick<Deps, 'surveys'>,
  { survey, version, invented }: { survey: string; version: number; invented: boolean | null },
): string[] {
  const found = surveys.find(survey, version);
  if (!found) return [];
  return registerList(found, 'institution')
    .codes.filter((code) => invented === null || (code.invented ?? false) === invented)
    .map(({ code }) => code);
}

/** What institutions have said, and how many people of each the round asks. */
export async function loadInstitutions(
  { db }: Pick<Deps, 'db'>,
  roundId: string,
): Promise<{ said: ReadonlyMap<string, boolean>; people: ReadonlyMap<string, number> }> {
  const people = await selectPeopleByInstitution(db, roundId);
  return {
    said: await selectInstitutionsOf(db, roundId),
    people: new Map(people.map((row) => [row.institution, row.people])),
  };
}
