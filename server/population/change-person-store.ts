import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of what a coordinator changes about one person. Each asks for the places of whoever does it: null = everybody's.

type Whom = { roundId: string; places: readonly string[] | null; personKey: string };

function theirs({ roundId, places, personKey }: Whom) {
  return sql<boolean>`round_id = ${roundId} and person_key = ${personKey} and institution is not null
    and (${places}::text[] is null or institution = any(${places}::text[]))`;
}

export type Contact = {
  email: string | null;
  phone: string | null;
  contact_language: string | null;
  contact_source: 'person' | 'register' | 'other';
  contact_on: string;
};

/** Writes addresses that were told. A new address takes the mark of the old one's fault away, but for a complaint. */
export async function updateContact(trx: Db, whom: Whom, contact: Contact): Promise<boolean> {
  const result = await sql`
    update contact.person
    set email = ${contact.email}, phone = ${contact.phone}, contact_language = ${contact.contact_language},
      contact_source = ${contact.contact_source}, contact_on = ${contact.contact_on}::date,
      mail_problem = case when email is distinct from ${contact.email} and mail_problem is distinct from 'complaint'
        then null else mail_problem end,
      phone_problem = case when phone is distinct from ${contact.phone} then null else phone_problem end
    where ${theirs(whom)} and not protected`.execute(trx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Notes a refusal, or takes it back. False where it is so already. */
export async function updateRefusal(trx: Db, whom: Whom, day: string | null): Promise<boolean> {
  const result = await sql`
    update contact.person set refused_on = ${day}::date
    where ${theirs(whom)} and (refused_on is null) = ${day !== null}`.execute(trx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Says whether coordinators see of each person how far they are. */
export async function updateRoundSwitch(trx: Db, input: { roundId: string; isOn: boolean }): Promise<boolean> {
  const result = await trx
    .updateTable('survey.round')
    .set({ individual_status: input.isOn })
    .where('id', '=', input.roundId)
    .where('individual_status', '<>', input.isOn)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Notes that a message outside of a plan may leave now: it counts as every other. */
export async function insertSentMessage(
  db: Db,
  input: { id: string; roundId: string; personKey: string; step: string; domain: string; at: Date },
): Promise<void> {
  await sql`
    with counted as (
      update contact.person set messages = messages + 1
      where round_id = ${input.roundId} and person_key = ${input.personKey}
    )
    insert into contact.message (id, round_id, step, person_key, channel, domain, state, due_at, handed_at)
    values (${input.id}, ${input.roundId}, ${input.step}, ${input.personKey}, 'mail', ${input.domain}, 'handed_over',
      ${input.at}, ${input.at})`.execute(db);
}

/** Notes what became of it. What has not left was no message to the person. */
export async function endSentMessage(
  db: Db,
  input: { id: string; state: 'sent' | 'uncertain' | 'failed' },
): Promise<void> {
  await sql`
    with ended as (
      update contact.message set state = ${input.state},
        handed_at = case when ${input.state} = 'failed' then null else handed_at end
      where id = ${input.id} and state = 'handed_over' returning round_id, person_key
    )
    update contact.person as person set messages = greatest(person.messages - 1, 0) from ended
    where ${input.state} = 'failed' and person.round_id = ended.round_id and person.person_key = ended.person_key`.execute(
    db,
  );
}
