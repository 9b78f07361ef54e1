import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of what is known of people who may be written to. The answer side is only read here, never locked or
// written, in statements of its own: no transaction number ties a message to answers.

/** Facts of some people of a round, with their messages over all rounds. `lock`: kept from changing until the end. */
export async function selectRecipients(
  db: Db,
  input: { roundId: string; personKeys: readonly string[]; lock: boolean; except?: string },
) {
  if (input.lock) {
    await sql`
      select 1 from contact.person where round_id = ${input.roundId} and person_key = any(${input.personKeys})
      for no key update`.execute(db);
  }
  const { rows } = await sql<RecipientRow>`
    select person.person_key, person.institution, person.degree, person.graduation_date, person.gender,
      person.birth_year, person.study_language, person.contact_language, person.email, person.phone,
      person.generation, person.refused_on, person.protected, person.mail_problem, person.phone_problem,
      person.letter_exported_on,
      case when exists (
        select 1 from survey.message_plan as plan
        where plan.round_id = person.round_id and plan.institution = person.institution and plan.institution <> ''
          and plan.in_use
      ) then person.institution else '' end as sender,
      (select coalesce(array_agg(distinct regexp_replace(message.step, '^.*/', '')), '{}') from contact.message as message
        where message.person_key = person.person_key and message.round_id = person.round_id
          and message.handed_at is not null) as had,
      (select sum(same.messages)::int from contact.person as same where same.person_key = person.person_key) as messages,
      (select max(message.handed_at) from contact.message as message
        where message.person_key = person.person_key and message.handed_at is not null) as last_contact
    from contact.person as person
    where person.round_id = ${input.roundId} and person.person_key = any(${input.personKeys})`.execute(db);
  return rows;
}

export type RecipientRow = {
  person_key: string;
  institution: string | null;
  degree: string | null;
  graduation_date: string | null;
  gender: string | null;
  birth_year: number | null;
  study_language: string | null;
  contact_language: string | null;
  email: string | null;
  phone: string | null;
  generation: number;
  refused_on: string | null;
  protected: boolean;
  mail_problem: 'gone' | 'full' | 'complaint' | null;
  phone_problem: 'gone' | null;
  letter_exported_on: string | null;
  sender: string;
  had: string[];
  messages: number;
  last_contact: Date | null;
};

/** How far records are, by handle in hex; those that are not there have not begun. */
export async function selectProgress(db: Db, handles: readonly Buffer[]): Promise<Map<string, 'partial' | 'sent'>> {
  const { rows } = await sql<{ handle: Buffer; sent: boolean }>`
    select handle, submitted_on is not null as sent from answer.response where handle = any(${handles}::bytea[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.handle.toString('hex'), row.sent ? 'sent' : 'partial']));
}

/** The times of a round, kept from being frozen until the transaction ends. */
export async function selectRoundWindow(trx: Db, roundId: string) {
  return trx
    .selectFrom('survey.round')
    .select(['draft', 'opens_at', 'closes_at', 'freeze_step'])
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirstOrThrow();
}

/** What a scheduled step sends; null when it is not going on any more. */
export async function selectGoingStep(db: Db, input: { roundId: string; step: string }) {
  const step = await db
    .selectFrom('contact.message_step')
    .select(['plan_version', 'state'])
    .where('round_id', '=', input.roundId)
    .where('step', '=', input.step)
    .executeTakeFirst();
  return step ?? null;
}

/** The next people of a round or of one institution in it ('' = all), in the database's order of keys. */
export async function selectPersonKeys(
  db: Db,
  page: { roundId: string; institution: string; after: string; limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('contact.person')
    .select('person_key')
    .where('round_id', '=', page.roundId)
    .where('person_key', '>', page.after)
    .orderBy('person_key')
    .limit(page.limit);
  if (page.institution !== '') query = query.where('institution', '=', page.institution);
  const rows = await query.execute();
  return rows.map((row) => row.person_key);
}

/** The institutions whose people a round asks. */
export async function selectInstitutions(db: Db, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.person')
    .select('institution')
    .distinct()
    .where('round_id', '=', roundId)
    .where('institution', 'is not', null)
    .execute();
  return rows.flatMap(({ institution }) => (institution === null ? [] : [institution]));
}

/** Protects people's addresses, or not any more. Returns how many of them the round has. */
export async function updateProtected(
  db: Db,
  input: { roundId: string; personKeys: readonly string[]; isProtected: boolean },
): Promise<number> {
  const result = await db
    .updateTable('contact.person')
    .set({ protected: input.isProtected })
    .where('round_id', '=', input.roundId)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
