import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { PopulationRow } from './population-file.ts';

// SQL of who is asked. Of answers: only what ties a record to a link while the round is open.

/** The round, kept from being frozen until the transaction ends, or null. */
export async function selectOptionalRoundShared(trx: Db, roundId: string) {
  const round = await trx
    .selectFrom('survey.round')
    .select(['id', 'survey', 'version', 'cohort', 'time_zone', 'opens_at', 'closes_at', 'invented', 'freeze_step'])
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirst();
  return round ?? null;
}

/** Writes down whether the round's institutions are invented. Returns false when it has the other kind, or is frozen. */
export async function markInvented(trx: Db, input: { roundId: string; invented: boolean }): Promise<boolean> {
  const result = await trx
    .updateTable('survey.round')
    .set({ invented: input.invented })
    .where('id', '=', input.roundId)
    .where('freeze_step', '=', 0)
    .where((where) => where.or([where('invented', 'is', null), where('invented', '=', input.invented)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

const ADDRESS_COLUMNS = [
  'person_key',
  'institution',
  'degree',
  'graduation_date',
  'gender',
  'birth_year',
  'study_language',
  'contact_language',
  'email',
  'phone',
] as const;

/** The people of these keys whom the round has, in no order. */
export async function selectPeople(db: Db, input: { roundId: string; personKeys: readonly string[] }) {
  return db
    .selectFrom('contact.person')
    .select([...ADDRESS_COLUMNS, 'generation', 'refused_on', 'protected', 'contact_source', 'own_contact'])
    .where('round_id', '=', input.roundId)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .execute();
}

/** Of these people those who have refused, in whatever round. */
export async function selectRefused(db: Db, personKeys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ person_key: string }>`
    select distinct person_key from contact.person
    where refused_on is not null and person_key = any(${personKeys}::text[])`.execute(db);
  return rows.map(({ person_key }) => person_key);
}

export type NewPerson = PopulationRow & { code_hash: Buffer };

export type ChangedPerson = PopulationRow & { protected: boolean };

/** Adds people; one who is there already (another import at the same time) stays as it is. */
export async function insertPeople(trx: Db, roundId: string, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ code_hash, ...person }) => ({ ...person, code_hash: code_hash.toString('hex') }));
  await sql`
    insert into contact.person (round_id, person_key, institution, degree, graduation_date, gender, birth_year,
      study_language, contact_language, email, phone, code_hash)
    select ${roundId}, person_key, institution, degree, graduation_date, gender, birth_year,
      study_language, contact_language, email, phone, decode(code_hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}) as row (
      person_key text, institution text, degree text, graduation_date date, gender text, birth_year integer,
      study_language text, contact_language text, email text, phone text, code_hash text)
    on conflict (round_id, person_key) do nothing`.execute(trx);
}

/** Writes what a file says of people anew; their links and refusals stay. A protected person keeps no address. */
export async function updatePeople(trx: Db, roundId: string, people: readonly ChangedPerson[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    update contact.person as person
    set institution = row.institution, degree = row.degree, graduation_date = row.graduation_date,
      gender = row.gender, birth_year = row.birth_year, study_language = row.study_language,
      protected = row.protected or person.protected,
      contact_language = case when ${keepsAddress} then person.contact_language else row.contact_language end,
      email = case
        when row.protected or person.protected then null when ${keepsAddress} then person.email else row.email end,
      phone = case
        when row.protected or person.protected then null when ${keepsAddress} then person.phone else row.phone end,
      mail_problem = case
        when ${keepsAddress} then person.mail_problem
        when person.email is distinct from row.email and person.mail_problem is distinct from 'complaint' then null
        else person.mail_problem end,
      phone_problem = case
        when ${keepsAddress} then person.phone_problem
        when person.phone is distinct from row.phone then null else person.phone_problem end
    from json_to_recordset(${JSON.stringify(people)}) as row (
      person_key text, institution text, degree text, graduation_date date, gender text, birth_year integer,
      study_language text, contact_language text, email text, phone text, protected boolean)
    where person.round_id = ${roundId} and person.person_key = row.person_key`.execute(trx);
}

/** An address that was mended by hand stays. */
const keepsAddress = sql`(person.contact_source is not null or person.own_contact)`;

/** The background of answer records follows a corrected register, so that both sides count the same people. */
export async function updateAnswerBackgrounds(
  trx: Db,
  backgrounds: readonly { handle: Buffer; background: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (backgrounds.length === 0) return;
  const rows = backgrounds.map(({ handle, background }) => ({ handle: handle.toString('hex'), background }));
  await sql`
    update answer.response as response set background = row.background
    from json_to_recordset(${JSON.stringify(rows)}) as row (handle text, background jsonb)
    where response.handle = decode(row.handle, 'hex')`.execute(trx);
}

export async function insertImport(
  trx: Db,
  input: { roundId: string; on_date: string; counts: Readonly<Record<string, number>> },
): Promise<void> {
  await trx
    .insertInto('contact.import')
    .values({ round_id: input.roundId, on_date: input.on_date, counts: JSON.stringify(input.counts) })
    .execute();
}
