import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Dates } from './decide-dates.ts';
import type { RoundRow } from './decide-round.ts';

// SQL of rounds as a whole. Freezing has stores of its own.

/** A round, or null. */
export async function selectOptionalRound(db: Db, roundId: string) {
  const round = await db.selectFrom('survey.round').selectAll().where('id', '=', roundId).executeTakeFirst();
  return round ?? null;
}

/** The same, kept from changing until the transaction ends. */
export async function lockOptionalRound(trx: Db, roundId: string) {
  const round = await trx
    .selectFrom('survey.round')
    .selectAll()
    .where('id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  return round ?? null;
}

/** All rounds, the latest opening first. */
export async function selectRounds(db: Db) {
  return db.selectFrom('survey.round').selectAll().orderBy('opens_at', 'desc').orderBy('id').execute();
}

/** A round as it is made. What a command makes is no draft. */
export type NewRound = RoundRow & {
  created_on: string;
  draft?: boolean;
  reports_on?: string | null;
  recurrence_id?: string | null;
  recurrence_year?: number | null;
};

/** Returns false when there is a round of that id. */
export async function insertRound(trx: Db, row: NewRound): Promise<boolean> {
  const result = await trx
    .insertInto('survey.round')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateRoundTimes(
  trx: Db,
  { id, ...times }: { id: string; opens_at: Date; closes_at: Date } & Partial<Dates>,
): Promise<void> {
  await trx
    .updateTable('survey.round')
    .set({ ...times, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute();
}

export type RoundCounts = { target: number; sent: number; saved_not_sent: number };

/** How many are asked, have sent, have saved without sending; by round. Rounds without anyone are left out. */
export async function selectRoundCounts(
  db: Db,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, RoundCounts>> {
  const { rows } = await sql<RoundCounts & { round_id: string }>`
    select round_id, sum(target)::int as target, sum(sent)::int as sent, sum(saved)::int as saved_not_sent
    from (
      select round_id, count(*) as target, 0 as sent, 0 as saved
      from contact.person where round_id = any(${roundIds}) group by round_id
      union all
      select round_id, 0, count(submitted_on), count(*) - count(submitted_on)
      from answer.response where round_id = any(${roundIds}) group by round_id
      union all
      select round_id, 0, count(*) filter (where submitted), count(*) filter (where not submitted)
      from answer.frozen_response where round_id = any(${roundIds}) group by round_id
    ) as part
    group by round_id`.execute(db);
  return new Map(rows.map(({ round_id, ...counts }) => [round_id, counts]));
}
