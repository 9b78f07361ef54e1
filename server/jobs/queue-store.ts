import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { MessageChannel, MessageTable } from '../db/schema/contact.ts';

// SQL of the queue. Rows are locked in one order everywhere: person, message, step. Leases run by the clock of the
// database, which all workers share; all other times come from the caller.

/** Any number: whoever claims or cancels holds it, so that two never count the same allowance. */
const CLAIM_LOCK = 7_042;

/** One at a time, until the transaction ends. */
export async function lockClaims(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`.execute(trx);
}

/** Rounds with messages that wait, and what decides whether they may leave now. */
export async function selectWaitingRounds(db: Db, channels: readonly MessageChannel[]) {
  const { rows } = await sql<{ id: string; time_zone: string; invented: boolean | null }>`
    select round.id, round.time_zone, round.invented from survey.round as round
    where exists (
      select 1 from contact.message_step as step
      where step.round_id = round.id and step.state in ('listing', 'sending') and step.channel = any(${channels}))
    order by round.id`.execute(db);
  return rows;
}

/** Steps that are going on, as 'round step'. */
export async function selectGoingSteps(db: Db, roundIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select round_id || ' ' || step as name from contact.message_step
    where round_id = any(${roundIds}) and state in ('listing', 'sending')`.execute(db);
  return rows.map(({ name }) => name);
}

type DueInput = { steps: readonly string[]; channels: readonly MessageChannel[]; now: Date };

/**
 * Channels and receiving domains for which something is due, and how much each domain has got in the last minute:
 * those that got least first. Goes from domain to domain in the index of what waits, and counts none of it.
 */
export async function selectDueDomains(db: Db, { steps, channels, now }: DueInput) {
  const { rows } = await sql<{ channel: MessageChannel; domain: string; used: number }>`
    with recursive waiting as (
      (select channel, domain from contact.message where state = 'planned' order by channel, domain limit 1)
      union all
      select next.channel, next.domain from waiting cross join lateral (
        select channel, domain from contact.message
        where state = 'planned' and (channel, domain) > (waiting.channel, waiting.domain)
        order by channel, domain limit 1
      ) as next
    ), pace as (
      select domain, count(*)::int as used from contact.message
      where state = 'claimed' or handed_at > ${new Date(now.getTime() - 60_000)} group by domain
    )
    select waiting.channel, waiting.domain, coalesce(pace.used, 0)::int as used
    from waiting left join pace on pace.domain = waiting.domain
    where waiting.channel = any(${channels}) and exists (
      select 1 from contact.message as message
      where message.state = 'planned' and message.channel = waiting.channel and message.domain = waiting.domain
        and message.due_at <= ${now} and message.round_id || ' ' || message.step = any(${steps}))
    order by used, waiting.domain`.execute(db);
  return rows;
}

export type ClaimedMessage = Pick<MessageTable, 'round_id' | 'step' | 'person_key' | 'channel' | 'domain'> & {
  id: string;
  attempts: number;
  claim: string;
};

type ClaimInput = DueInput & {
  channel: MessageChannel;
  domain: string;
  limit: number;
  claim: string;
  leaseSeconds: number;
};

/** Takes messages of one domain for a worker, those that wait longest first. What another worker holds is passed over. */
export async function claimMessages(trx: Db, input: ClaimInput): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    update contact.message as message
    set state = 'claimed', claim = ${input.claim}::uuid, lease_until = clock_timestamp() + ${input.leaseSeconds} * interval '1 second'
    where message.id in (
      select waiting.id from contact.message as waiting
      where waiting.state = 'planned' and waiting.channel = ${input.channel} and waiting.domain = ${input.domain}
        and waiting.due_at <= ${input.now} and waiting.round_id || ' ' || waiting.step = any(${input.steps})
      order by waiting.due_at limit ${input.limit}
      for update skip locked
    )
    returning id, round_id, step, person_key, channel, domain, attempts, claim::text as claim`.execute(trx);
  return rows;
}

/** Takes messages out of the queue because nobody is to get them; the step counts them by reason. */
export async function dropMessages(
  trx: Db,
  input: { roundId: string; step: string; ids: readonly string[]; reasons: Readonly<Record<string, number>> },
): Promise<void> {
  if (input.ids.length === 0) return;
  await sql`
    with gone as (delete from contact.message where id = any(${input.ids}::uuid[]))
    update contact.message_step as step
    set counts = step.counts || (
      select jsonb_object_agg(key, value::int + coalesce((step.counts ->> key)::int, 0))
      from jsonb_each_text(${JSON.stringify(input.reasons)}::jsonb))
    where step.round_id = ${input.roundId} and step.step = ${input.step}`.execute(trx);
}

/** Gives messages back to the queue, as they were. */
export async function releaseMessages(db: Db, ids: readonly string[], claim: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update contact.message set state = 'planned', claim = null, lease_until = null
    where id = any(${ids}::uuid[]) and claim = ${claim}::uuid and state = 'claimed'`.execute(db);
}

/**
 * Writes down, before the last step, that a message may have left, and counts it for the person. Returns false when
 * the worker does not hold it any more: then it must not send.
 */
export async function markHandedOver(
  trx: Db,
  input: { message: ClaimedMessage; now: Date; leaseSeconds: number },
): Promise<boolean> {
  const { id, claim, round_id, person_key } = input.message;
  const { rows } = await sql`
    with handed as (
      update contact.message
      set state = 'handed_over', handed_at = ${input.now}, attempts = attempts + 1,
        lease_until = clock_timestamp() + ${input.leaseSeconds} * interval '1 second'
      where id = ${id} and claim = ${claim}::uuid and state = 'claimed'
      returning id
    ), counted as (
      update contact.person set messages = messages + 1
      where round_id = ${round_id} and person_key = ${person_key} and exists (select 1 from handed)
    )
    select id from handed`.execute(trx);
  return rows.length === 1;
}

/** What became of a message. `left`: it may have left, so it goes on counting for the person. */
export type Ending = {
  state: 'sent' | 'failed' | 'uncertain' | 'planned';
  problem: string | null;
  left: boolean;
  /** When to try again; null = not. */
  dueAt: Date | null;
};

/**
 * Notes what became of a message. It also settles one that was thought uncertain meanwhile, as long as nobody has
 * decided about it. Returns false when it was not this worker's to say.
 */
export async function finishMessage(db: Db, message: ClaimedMessage, ending: Ending): Promise<boolean> {
  const { rows } = await sql`
    with mine as (
      select id, handed_at, round_id, person_key from contact.message
      where id = ${message.id} and claim = ${message.claim}::uuid and state in ('claimed', 'handed_over', 'uncertain')
    ), uncounted as (
      update contact.person as person set messages = greatest(person.messages - 1, 0) from mine
      where not ${ending.left} and mine.handed_at is not null
        and person.round_id = mine.round_id and person.person_key = mine.person_key
    )
    update contact.message as message
    set state = ${ending.state}, problem = ${ending.problem},
      claim = case when ${ending.state} = 'uncertain' then message.claim end, lease_until = null,
      attempts = message.attempts + case when mine.handed_at is null then 1 else 0 end,
      handed_at = case when ${ending.left} then message.handed_at end,
      due_at = coalesce(${ending.dueAt}, message.due_at)
    from mine where message.id = mine.id
    returning message.id`.execute(db);
  return rows.length === 1;
}

/**
 * Looks after messages of workers that are gone: claimed ones wait again, handed-over ones are uncertain, since
 * nobody heard the answer. Returns how many of each.
 */
export async function recoverMessages(db: Db): Promise<{ waiting: number; uncertain: number }> {
  const { rows } = await sql<{ waiting: number; uncertain: number }>`
    with lost as (
      select id, state from contact.message
      where state in ('claimed', 'handed_over') and lease_until < clock_timestamp()
      for update skip locked
    ), moved as (
      update contact.message as message
      set state = case lost.state when 'claimed' then 'planned' else 'uncertain' end,
        claim = case lost.state when 'claimed' then null else message.claim end,
        lease_until = null, problem = case lost.state when 'claimed' then message.problem else 'no_reply' end
      from lost where message.id = lost.id
      returning lost.state
    )
    select count(*) filter (where state = 'claimed')::int as waiting,
      count(*) filter (where state = 'handed_over')::int as uncertain from moved`.execute(db);
  return rows[0] ?? { waiting: 0, uncertain: 0 };
}
