import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

/** The newest notice of an institution as it was saved, or null. */
export async function selectOptionalNotice(db: Db, institution: string): Promise<unknown> {
  const row = await db
    .selectFrom('survey.institution_notice')
    .select('content')
    .where('institution', '=', institution)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Saves the next version of a notice and returns its number. */
export async function insertNotice(
  db: Db,
  input: { institution: string; content: unknown; day: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into survey.institution_notice (institution, version, content, saved_on)
    select ${input.institution}::text, coalesce(max(version), 0) + 1, ${JSON.stringify(input.content)}::jsonb, ${input.day}::date
    from survey.institution_notice where institution = ${input.institution}
    returning version`.execute(db);
  return rows[0]?.version ?? 1;
}

/** Rounds that are open now and ask graduates of an institution. */
export async function selectOpenRounds(db: Db, institution: string, now: Date) {
  return db
    .selectFrom('survey.round as round')
    .select(['round.id', 'round.opens_at', 'round.closes_at', 'round.time_zone', 'round.invented'])
    .where('round.opens_at', '<=', now)
    .where('round.closes_at', '>', now)
    .where('round.freeze_step', '=', 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('contact.person as person')
          .select('person.round_id')
          .whereRef('person.round_id', '=', 'round.id')
          .where('person.institution', '=', institution),
      ),
    )
    .execute();
}
