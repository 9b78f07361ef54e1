import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of messages that came back.

type BounceRow = { messageId: string; type: 'hard' | 'soft' | 'complaint'; status: string };

/** Soft bounces after which an address counts as full. */
const MOST_SOFT = 2;

/**
 * Notes that a message came back, once, and what that says of the address, if the person has it still. Returns the
 * round, or null when there is no such message or it is noted already.
 */
export async function noteBounce(trx: Db, { messageId, type, status }: BounceRow): Promise<string | null> {
  const { rows } = await sql<{ round_id: string; person_key: string; channel: string; domain: string }>`
    update contact.message
    set state = case when ${type} = 'complaint' then state else 'bounced' end, problem = ${status}, claim = null
    where id = ${messageId} and state in ('sent', 'uncertain', 'bounced') and problem is distinct from ${status}
    returning round_id, person_key, channel, domain`.execute(trx);
  const [message] = rows;
  if (!message) return null;
  const problem = type === 'hard' ? 'gone' : type === 'complaint' ? 'complaint' : 'full';
  await sql`
    update contact.person as person set mail_problem = ${problem}
    where person.round_id = ${message.round_id} and person.person_key = ${message.person_key}
      and lower(split_part(person.email, '@', 2)) = ${message.domain}
      and person.mail_problem is distinct from 'complaint'
      and (${problem} <> 'full' or (
        select count(*) from contact.message as other
        where other.person_key = person.person_key and other.state = 'bounced') >= ${MOST_SOFT})`.execute(trx);
  return message.round_id;
}
