import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of people as pages show them. Everything asks for the places of whoever looks: null = everybody's.

type Places = readonly string[] | null;
export type PeopleFilter = {
  roundId: string;
  places: Places;
  degree: string;
  language: string;
  channel: 'mail' | 'no_mail' | 'no_phone' | 'none' | 'protected' | '';
  state: 'not_sent' | 'sent' | 'returned' | 'refused' | '';
};

export type PersonRow = {
  person_key: string;
  page: string;
  generation: number;
  institution: string;
  degree: string;
  graduation_date: string;
  study_language: string | null;
  contact_language: string | null;
  email: string | null;
  phone: string | null;
  mail_problem: 'gone' | 'full' | 'complaint' | null;
  phone_problem: 'gone' | null;
  protected: boolean;
  refused_on: string | null;
  messages: number;
  letter_exported_on: string | null;
  contact_source: 'person' | 'register' | 'other' | null;
  contact_on: string | null;
  last_message: Date | null;
  /** Until when they may answer, where that is later than the round's closing. */
  extended_to: Date | null;
};

const COLUMNS = sql`
  person.person_key, person.page_id::text as page, person.generation, person.institution, person.degree,
  person.graduation_date, person.study_language, person.contact_language, person.email, person.phone,
  person.mail_problem, person.phone_problem, person.protected, person.refused_on, person.messages,
  person.letter_exported_on, person.contact_source, person.contact_on, person.extended_to,
  (select max(message.handed_at) from contact.message as message
    where message.round_id = person.round_id and message.person_key = person.person_key) as last_message`;

const LANGUAGE = sql`coalesce(person.contact_language, person.study_language, 'fi')`;
const RETURNED = sql`(person.mail_problem in ('gone', 'full') or person.phone_problem is not null)`;

function whose(roundId: string, places: Places): RawBuilder<unknown> {
  return sql`person.round_id = ${roundId} and person.institution is not null
    and (${places}::text[] is null or person.institution = any(${places}::text[]))`;
}

const CHANNELS: Readonly<Record<PeopleFilter['channel'], RawBuilder<unknown>>> = {
  '': sql`true`,
  mail: sql`person.email is not null`,
  no_mail: sql`person.email is null`,
  no_phone: sql`person.phone is null`,
  none: sql`person.email is null and person.phone is null`,
  protected: sql`person.protected`,
};
const STATES: Readonly<Record<PeopleFilter['state'], RawBuilder<unknown>>> = {
  '': sql`true`,
  not_sent: sql`person.messages = 0 and person.refused_on is null`,
  sent: sql`person.messages > 0 and person.refused_on is null and not coalesce(${RETURNED}, false)`,
  returned: sql`${RETURNED} and person.refused_on is null`,
  refused: sql`(person.refused_on is not null or person.mail_problem = 'complaint')`,
};

function matching(filter: PeopleFilter): RawBuilder<unknown> {
  return sql`${whose(filter.roundId, filter.places)}
    and (${filter.degree} = '' or person.degree = ${filter.degree})
    and (${filter.language} = '' or ${LANGUAGE} = ${filter.language})
    and ${CHANNELS[filter.channel]} and ${STATES[filter.state]}`;
}

/** One page of people in the database's order of their keys. */
export async function selectPeoplePage(
  db: Db,
  filter: PeopleFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${COLUMNS} from contact.person as person where ${matching(filter)}
    order by person.person_key offset ${offset} limit ${limit}`.execute(db);
  return rows;
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from contact.person as person where ${matching(filter)}`.execute(db);
  return rows[0]?.people ?? 0;
}

/** Keys and generations of those who match, a part at a time. */
export async function selectMatchingKeys(
  db: Db,
  filter: PeopleFilter,
  { after, limit }: { after: string; limit: number },
): Promise<{ person_key: string; generation: number }[]> {
  const { rows } = await sql<{ person_key: string; generation: number }>`
    select person.person_key, person.generation from contact.person as person
    where ${matching(filter)} and person.person_key > ${after} order by person.person_key limit ${limit}`.execute(db);
  return rows;
}

export async function selectPeopleByKeys(
  db: Db,
  input: { roundId: string; places: Places; personKeys: readonly string[] },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${COLUMNS} from contact.person as person
    where ${whose(input.roundId, input.places)} and person.person_key = any(${input.personKeys}::text[])
    order by person.person_key`.execute(db);
  return rows;
}

/** The person of a page's address, or null. */
export async function selectPersonByPage(
  db: Db,
  input: { roundId: string; places: Places; page: string },
): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select ${COLUMNS} from contact.person as person
    where ${whose(input.roundId, input.places)} and person.page_id = ${input.page}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** People who have exactly this key, address or number. */
export async function selectPeopleBySearch(
  db: Db,
  input: { roundId: string; places: Places; text: string; phone: string | null; limit: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${COLUMNS} from contact.person as person
    where ${whose(input.roundId, input.places)}
      and (person.person_key = ${input.text} or lower(person.email) = lower(${input.text}) or person.phone = ${input.phone})
    order by person.person_key limit ${input.limit}`.execute(db);
  return rows;
}

export type PeopleCounts = {
  people: number;
  without_email: number;
  without_phone: number;
  without_both: number;
  sent: number;
  returned: number;
  refused: number;
};

/** The people of a round in numbers. */
export async function selectPeopleCounts(db: Db, roundId: string, places: Places): Promise<PeopleCounts> {
  const { rows } = await sql<PeopleCounts>`
    select count(*)::int as people, count(*) filter (where person.email is null)::int as without_email,
      count(*) filter (where person.phone is null)::int as without_phone,
      count(*) filter (where person.email is null and person.phone is null)::int as without_both,
      count(*) filter (where person.messages > 0)::int as sent,
      count(*) filter (where ${STATES.returned})::int as returned,
      count(*) filter (where ${STATES.refused})::int as refused
    from contact.person as person where ${whose(roundId, places)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a count has one row');
  return row;
}

/** The degrees of a round's people, and how many people each institution has. */
export async function selectPeopleDegrees(db: Db, roundId: string, places: Places) {
  const { rows } = await sql<{ institution: string; degree: string; people: number }>`
    select person.institution, person.degree, count(*)::int as people from contact.person as person
    where ${whose(roundId, places)} group by person.institution, person.degree order by 1, 2`.execute(db);
  return rows;
}

/** The messages of a person in a round, the newest first. */
export async function selectPersonMessages(db: Db, input: { roundId: string; personKey: string }) {
  return db
    .selectFrom('contact.message')
    .select(['step', 'channel', 'state', 'handed_at', 'due_at'])
    .where('round_id', '=', input.roundId)
    .where('person_key', '=', input.personKey)
    .orderBy('due_at', 'desc')
    .execute();
}

/** Whether coordinators see of each person how far they are. */
export async function selectRoundSwitch(db: Db, roundId: string): Promise<boolean> {
  const row = await db
    .selectFrom('survey.round')
    .select('individual_status')
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row?.individual_status ?? false;
}
