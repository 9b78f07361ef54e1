import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of what a person may see, correct and withdraw. The contact side and the answer side are never named
// in one statement or one transaction.

type Who = { roundId: string; personKey: string };

/** What the contact side holds of a person beside what their pages are made of; null = no longer there. */
export async function selectOptionalContact(db: Db, { roundId, personKey }: Who) {
  const row = await db
    .selectFrom('contact.person')
    .select(['email', 'phone', 'generation', 'messages', 'letter_exported_on', 'protected', 'mail_problem'])
    .select(['phone_problem', 'own_contact'])
    .where('round_id', '=', roundId)
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  return row ?? null;
}

/** The messages that are planned for a person or were sent to them, in the order of their time. */
export async function selectMessages(db: Db, { roundId, personKey }: Who) {
  return db
    .selectFrom('contact.message')
    .select(['channel', 'state', 'due_at', 'handed_at'])
    .where('round_id', '=', roundId)
    .where('person_key', '=', personKey)
    .orderBy('due_at')
    .execute();
}

/** New addresses and language of messages; null leaves what is stored. A new address is tried again. */
export type ContactChange = { email: string | null; phone: string | null; language: string | null };

/** Writes a person's own addresses down, on the contact side alone. Returns false when the round is being frozen. */
export async function updateContact(db: Db, { who, day, change }: { who: Who; day: string; change: ContactChange }) {
  const { rows } = await sql`
    with changed as (
      update contact.person as person set
        email = coalesce(${change.email}::text, person.email),
        phone = coalesce(${change.phone}::text, person.phone),
        contact_language = coalesce(${change.language}::text, person.contact_language),
        mail_problem = case when ${change.email}::text is null or ${change.email}::text = person.email
          then person.mail_problem end,
        phone_problem = case when ${change.phone}::text is null or ${change.phone}::text = person.phone
          then person.phone_problem end,
        own_contact = true
      from survey.round as round
      where person.round_id = ${who.roundId} and person.person_key = ${who.personKey}
        and round.id = person.round_id and round.freeze_step = 0
      returning person.round_id
    ), noted as (
      insert into survey.audit_event (on_date, kind, round_id) select ${day}::date, 'contact_changed', round_id from changed
    )
    select round_id from changed`.execute(db);
  return rows.length === 1;
}

/** Writes a permission down, given or withdrawn. Returns false when there is no record or its round is being frozen. */
export async function updateConsent(
  db: Db,
  input: { handle: Buffer; item: string; value: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update answer.response as response set
        answers = response.answers || jsonb_build_object(${input.item}::text, ${input.value}::text),
        revision = response.revision + 1
      from survey.round as round
      where response.handle = ${input.handle} and round.id = response.round_id and round.freeze_step = 0
      returning response.round_id
    ), noted as (
      insert into survey.audit_event (on_date, kind, round_id) select ${input.day}::date, 'consent_changed', round_id from changed
    )
    select round_id from changed`.execute(db);
  return rows.length === 1;
}
