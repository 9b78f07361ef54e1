import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { MessageChannel } from '../db/schema/contact.ts';

// SQL of scheduled steps, as those who run a round see and change them.

export async function selectOptionalStep(db: Db, input: { roundId: string; step: string }) {
  const row = await db
    .selectFrom('contact.message_step')
    .selectAll()
    .where('round_id', '=', input.roundId)
    .where('step', '=', input.step)
    .executeTakeFirst();
  return row ?? null;
}

/** The steps of a round that were scheduled, in order of their time. */
export async function selectSteps(db: Db, roundId: string) {
  return db
    .selectFrom('contact.message_step')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('starts_at')
    .orderBy('step')
    .execute();
}

export type NewStep = {
  round_id: string;
  step: string;
  plan_version: number;
  channel: MessageChannel;
  starts_at: Date;
  expected: number;
};

/** Schedules a step, anew if it was cancelled. Returns false when it is scheduled already. */
export async function insertStep(db: Db, row: NewStep): Promise<boolean> {
  const { rows } = await sql`
    insert into contact.message_step as step (round_id, step, plan_version, channel, starts_at, expected, state)
    values (${row.round_id}, ${row.step}, ${row.plan_version}, ${row.channel}, ${row.starts_at}, ${row.expected}, 'scheduled')
    on conflict (round_id, step) do update set
      plan_version = excluded.plan_version, channel = excluded.channel, starts_at = excluded.starts_at,
      expected = excluded.expected, state = 'scheduled', listed_to = null, counts = '{}'
    where step.state = 'cancelled'
    returning step.step`.execute(db);
  return rows.length === 1;
}

type StepPlace = { roundId: string; step: string };

/** Takes what waits out of the queue and ends the step. What is under way is not stopped. Returns how many waited. */
export async function cancelStep(trx: Db, { roundId, step }: StepPlace): Promise<number> {
  // Messages before the step, as everywhere.
  const { rows } = await sql<{ waiting: number }>`
    with gone as (
      delete from contact.message where round_id = ${roundId} and step = ${step} and state = 'planned' returning id
    )
    select count(*)::int as waiting from gone`.execute(trx);
  const waiting = rows[0]?.waiting ?? 0;
  await sql`
    update contact.message_step set state = 'cancelled', listed_to = null,
      counts = counts || jsonb_build_object('cancelled', ${waiting}::int)
    where round_id = ${roundId} and step = ${step}`.execute(trx);
  return waiting;
}

/** Halts a step. Returns false when it is not one that waits or goes on. */
export async function pauseStep(db: Db, { roundId, step }: StepPlace): Promise<boolean> {
  const result = await db
    .updateTable('contact.message_step')
    .set({ state: 'paused' })
    .where('round_id', '=', roundId)
    .where('step', '=', step)
    .where('state', 'in', ['scheduled', 'listing', 'sending'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Lets a halted step go on from where it was. Returns false when it is not halted. */
export async function continueStep(db: Db, { roundId, step }: StepPlace): Promise<boolean> {
  const { rows } = await sql`
    update contact.message_step as one
    set state = case
      when one.listed_to is not null then 'listing'
      when one.counts <> '{}' or exists (
        select 1 from contact.message as message where message.round_id = one.round_id and message.step = one.step
      ) then 'sending'
      else 'scheduled' end
    where one.round_id = ${roundId} and one.step = ${step} and one.state = 'paused'
    returning one.step`.execute(db);
  return rows.length === 1;
}

export type MessageCounts = Record<string, number>;

/** How many messages of each step are in each state; `undecided`: uncertain ones of which nobody has decided. */
export async function selectMessageCounts(db: Db, roundId: string): Promise<Map<string, MessageCounts>> {
  const { rows } = await sql<{ step: string; state: string; count: number }>`
    select step, state, count(*)::int as count from contact.message where round_id = ${roundId} group by step, state
    union all
    select step, 'undecided', count(*)::int from contact.message
    where round_id = ${roundId} and state = 'uncertain' and problem is distinct from 'left' group by step`.execute(db);
  const counts = new Map<string, MessageCounts>();
  for (const { step, state, count } of rows) counts.set(step, { ...counts.get(step), [state]: count });
  return counts;
}

/** Why messages of a step failed or came back, and how often. */
export async function selectProblems(db: Db, roundId: string) {
  const { rows } = await sql<{ step: string; state: string; problem: string; domain: string; count: number }>`
    select step, state, coalesce(problem, '') as problem, domain, count(*)::int as count from contact.message
    where round_id = ${roundId} and state in ('failed', 'bounced') group by 1, 2, 3, 4
    order by count desc, step, domain limit 50`.execute(db);
  return rows;
}

type Uncertain = StepPlace & { personKey: string | null };

/** Puts uncertain messages into the queue again; their first try goes on counting for the person. */
export async function resendUncertain(trx: Db, { roundId, step, personKey }: Uncertain): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with again as (
      update contact.message set state = 'planned', claim = null, handed_at = null, problem = 'sent_again'
      where round_id = ${roundId} and step = ${step} and state = 'uncertain' and problem is distinct from 'left'
        and (${personKey}::text is null or person_key = ${personKey})
      returning id
    ), opened as (
      update contact.message_step set state = 'sending'
      where round_id = ${roundId} and step = ${step} and state in ('done', 'cancelled') and exists (select 1 from again)
    )
    select count(*)::int as count from again`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Leaves uncertain messages as they are, for good. */
export async function leaveUncertain(trx: Db, { roundId, step, personKey }: Uncertain): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with kept as (
      update contact.message set claim = null, problem = 'left'
      where round_id = ${roundId} and step = ${step} and state = 'uncertain' and problem is distinct from 'left'
        and (${personKey}::text is null or person_key = ${personKey})
      returning id
    )
    select count(*)::int as count from kept`.execute(trx);
  return rows[0]?.count ?? 0;
}
