import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { MessageChannel } from '../db/schema/contact.ts';

// SQL of steps whose time has come: their people are listed, one row a person, and counted off at the end.

export type OpenStep = { round_id: string; step: string; channel: MessageChannel; listed_to: string | null };

/** One step whose people are to be listed now, kept from other workers until the transaction ends; or null. */
export async function lockStepToList(trx: Db, now: Date): Promise<OpenStep | null> {
  const { rows } = await sql<OpenStep>`
    select step.round_id, step.step, step.channel, step.listed_to
    from contact.message_step as step join survey.round as round on round.id = step.round_id
    where (step.state = 'listing' or (step.state = 'scheduled' and step.starts_at <= ${now})) and round.freeze_step = 0
    order by step.starts_at, step.round_id, step.step limit 1
    for update of step skip locked`.execute(trx);
  return rows[0] ?? null;
}

/**
 * Lists the next people of a step: everyone in the round, since whom it writes to is decided when a message is about
 * to leave. Returns the last of them; null = all are listed.
 */
export async function listPeople(trx: Db, step: OpenStep, input: { now: Date; limit: number }): Promise<string | null> {
  const { rows } = await sql<{ last: string | null }>`
    with page as (
      select person_key, lower(split_part(email, '@', 2)) as domain from contact.person
      where round_id = ${step.round_id} and person_key > ${step.listed_to ?? ''}
      order by person_key limit ${input.limit}
    ), listed as (
      insert into contact.message (round_id, step, person_key, channel, domain, state, due_at)
      select ${step.round_id}, ${step.step}, person_key, ${step.channel},
        case when ${step.channel} = 'mail' then coalesce(domain, '') else ${step.channel} end, 'planned', ${input.now}
      from page
      on conflict (round_id, step, person_key) do nothing
    )
    select person_key as last from page order by person_key desc limit 1`.execute(trx);
  return rows[0]?.last ?? null;
}

export async function updateListed(trx: Db, step: OpenStep, last: string | null): Promise<void> {
  await trx
    .updateTable('contact.message_step')
    .set(last === null ? { state: 'sending', listed_to: null } : { state: 'listing', listed_to: last })
    .where('round_id', '=', step.round_id)
    .where('step', '=', step.step)
    .execute();
}

/**
 * Ends steps of which nothing waits any more, and writes down how many messages each sent. What is uncertain does not
 * keep a step open.
 */
export async function endSteps(db: Db, day: string): Promise<void> {
  await sql`
    with ended as (
      update contact.message_step as step set state = 'done'
      where step.state = 'sending' and not exists (
        select 1 from contact.message as message
        where message.round_id = step.round_id and message.step = step.step
          and message.state in ('planned', 'claimed', 'handed_over'))
      returning step.round_id, step.step
    )
    insert into survey.audit_event (on_date, kind, round_id, detail)
    select ${day}::date, 'messages_sent', ended.round_id, (
      select jsonb_build_object('step', ended.step,
        'messages', count(*) filter (where message.state in ('sent', 'bounced')),
        'failed', count(*) filter (where message.state = 'failed'),
        'uncertain', count(*) filter (where message.state = 'uncertain'))
      from contact.message as message where message.round_id = ended.round_id and message.step = ended.step)
    from ended`.execute(db);
}
