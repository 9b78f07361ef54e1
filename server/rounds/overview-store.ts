import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { RoundCounts } from './store.ts';

// SQL of what the pages of rounds show beside the rounds themselves.

/** The counts of some institutions alone, by round. After freezing the target is what was counted then. */
export async function selectCountsOf(
  db: Db,
  { roundIds, institutions }: { roundIds: readonly string[]; institutions: readonly string[] },
): Promise<ReadonlyMap<string, RoundCounts>> {
  const { rows } = await sql<RoundCounts & { round_id: string }>`
    select round_id, sum(target)::int as target, sum(sent)::int as sent, sum(saved)::int as saved_not_sent
    from (
      select round_id, count(*) as target, 0 as sent, 0 as saved
      from contact.person where round_id = any(${roundIds}) and institution = any(${institutions}) group by round_id
      union all
      select target.round_id, sum(target), 0, 0
      from survey.target_count as target join survey.round as round on round.id = target.round_id
      where round_id = any(${roundIds}) and institution = any(${institutions}) and split = '' and frozen_on is not null
      group by target.round_id
      union all
      select round_id, 0, count(submitted_on), count(*) - count(submitted_on)
      from answer.response where round_id = any(${roundIds}) and background ->> 'institution' = any(${institutions})
      group by round_id
      union all
      select round_id, 0, count(*) filter (where submitted), count(*) filter (where not submitted)
      from answer.frozen_response
      where round_id = any(${roundIds}) and background ->> 'institution' = any(${institutions}) group by round_id
    ) as part
    group by round_id`.execute(db);
  return new Map(rows.map(({ round_id, ...counts }) => [round_id, counts]));
}

/** The rounds of which a release is published. */
export async function selectReleasedRounds(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('release.release').select('round_id').distinct().execute();
  return new Set(rows.map(({ round_id }) => round_id));
}

/** When the next step of messages begins, by round. */
export async function selectNextSteps(db: Db): Promise<Map<string, Date>> {
  const { rows } = await sql<{ round_id: string; starts_at: Date }>`
    select round_id, min(starts_at) as starts_at from contact.message_step where state = 'scheduled' group by round_id`.execute(
    db,
  );
  return new Map(rows.map(({ round_id, starts_at }) => [round_id, starts_at]));
}

/** The events of a round, newest first. Single acts of graduates are not among them. */
export async function selectRoundEvents(db: Db, { roundId, kinds }: { roundId: string; kinds: readonly string[] }) {
  return db
    .selectFrom('survey.audit_event')
    .select(['on_date', 'kind', 'detail', 'count'])
    .where('round_id', '=', roundId)
    .where('kind', 'in', kinds)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/** Names of accounts, by id. */
export async function selectStaffNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('staff.person').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
