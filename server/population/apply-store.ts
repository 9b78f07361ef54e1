import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import { isSame } from './staging-store.ts';

// SQL of bringing rows into a round, and of taking that back. Each statement says by its result what it did: the
// round may have changed since it was compared.

export type ToApply = { line: number; person_key: string; change: 'added' | 'changed' };

/** The last line of an upload that says anything of a person; 0 where there is none. */
export async function selectLastLine(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(line) as last from contact.staged_person where upload_id = ${id}`.execute(db);
  return rows[0]?.last ?? 0;
}

/**
 * The rows of a stretch of a file that add or change somebody. A stretch of lines, not a number of rows: the planner
 * would read all that are left for each.
 */
export async function selectToApply(db: Db, input: { id: string; after: number; last: number }): Promise<ToApply[]> {
  const { rows } = await sql<ToApply>`
    select line, person_key, change from contact.staged_person
    where upload_id = ${input.id} and line > ${input.after} and line <= ${input.last}
      and change in ('added', 'changed')
    order by line`.execute(db);
  return rows;
}

/** `lines` in their order, as `selectToApply` has them. */
type Rows = { id: string; roundId: string; lines: readonly number[] };
/** `absent`: institutions that have said meanwhile that they take no part; nobody comes to them. */
type WrittenRows = Rows & { absent: readonly string[] };

/** The stretch of a file in which lines lie: without it each step would read the whole file again. */
function within(lines: readonly number[]) {
  return sql`staged.line between ${lines[0] ?? 0}::integer and ${lines.at(-1) ?? -1}::integer`;
}

/** Adds people, each with the hash of a code; one who is there meanwhile stays as it is. Returns how many were added. */
export async function insertFromStaged(trx: Db, input: WrittenRows & { hashes: readonly Buffer[] }): Promise<number> {
  const result = await sql`
    with coded as (
      select staged.*, code.hash
      from unnest(${input.lines}::integer[], ${input.hashes}::bytea[]) as code (line, hash)
      join contact.staged_person as staged on staged.upload_id = ${input.id} and staged.line = code.line
        and ${within(input.lines)} and ${isPresent(input.absent)}
    ), added as (
      insert into contact.person (round_id, person_key, institution, degree, graduation_date, gender, birth_year,
        study_language, contact_language, email, phone, code_hash)
      select ${input.roundId}, person_key, institution, degree, graduation_date, gender, birth_year,
        study_language, contact_language, email, phone, hash
      from coded
      on conflict (round_id, person_key) do nothing
      returning person_key
    )
    insert into contact.import_undo (upload_id, person_key, before)
    select ${input.id}::uuid, person_key, null from added
    on conflict do nothing`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/** Register facts and links of people whom rows change, for what their answers say of their background. */
export async function selectBackgrounds(db: Db, { id, roundId, lines }: Rows) {
  const { rows } = await sql<{
    person_key: string;
    generation: number;
    institution: string;
    degree: string;
    graduation_date: string;
    gender: string | null;
    birth_year: number | null;
    study_language: string | null;
  }>`
    select person.person_key, person.generation, staged.institution, staged.degree, staged.graduation_date,
      staged.gender, staged.birth_year, staged.study_language
    from contact.staged_person as staged
    join contact.person as person on person.round_id = ${roundId} and person.person_key = staged.person_key
    where staged.upload_id = ${id} and ${within(lines)} and staged.line = any(${lines}::integer[])`.execute(db);
  return rows;
}

/** Writes what a file says of people anew, and keeps what was there. Returns how many were changed. */
export async function updateFromStaged(
  trx: Db,
  input: WrittenRows & { institutions: readonly string[] | null },
): Promise<number> {
  const result = await sql`
    with old as (
      select person.*, staged.line
      from contact.staged_person as staged
      join contact.person as person on person.round_id = ${input.roundId} and person.person_key = staged.person_key
      where staged.upload_id = ${input.id} and ${within(input.lines)} and staged.line = any(${input.lines}::integer[])
        and (${input.institutions}::text[] is null or person.institution = any(${input.institutions}::text[]))
        and ${isPresent(input.absent)} and not (${isSame('staged')})
      for no key update of person
    ), kept as (
      insert into contact.import_undo (upload_id, person_key, before)
      select ${input.id}::uuid, person_key, to_jsonb(old) - 'line' from old
      on conflict do nothing
    )
    update contact.person as person
    set institution = staged.institution, degree = staged.degree, graduation_date = staged.graduation_date,
      gender = staged.gender, birth_year = staged.birth_year, study_language = staged.study_language,
      protected = staged.protected or person.protected,
      contact_language = case when ${keepsAddress} then person.contact_language else staged.contact_language end,
      email = case when ${isProtected} then null when ${keepsAddress} then person.email else staged.email end,
      phone = case when ${isProtected} then null when ${keepsAddress} then person.phone else staged.phone end,
      mail_problem = case
        when not ${keepsAddress} and person.email is distinct from staged.email
          and person.mail_problem is distinct from 'complaint' then null
        else person.mail_problem end,
      phone_problem = case
        when not ${keepsAddress} and person.phone is distinct from staged.phone then null
        else person.phone_problem end
    from old join contact.staged_person as staged on staged.upload_id = ${input.id} and staged.line = old.line
      and ${within(input.lines)}
    where person.round_id = ${input.roundId} and person.person_key = old.person_key`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

const isPresent = (absent: readonly string[]) => sql`(staged.institution <> all(${absent}::text[]))`;
const isProtected = sql`(staged.protected or person.protected)`;
const keepsAddress = sql`(person.contact_source is not null or person.own_contact)`;

/** The next people to remove. */
export async function selectToRemove(db: Db, input: { id: string; after: string; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.staged_removal')
    .select('person_key')
    .where('upload_id', '=', input.id)
    .where('person_key', '>', input.after)
    .orderBy('person_key')
    .limit(input.limit)
    .execute();
  return rows.map(({ person_key }) => person_key);
}

/** People of a round with the generation of their links. */
export async function selectGenerations(db: Db, input: { roundId: string; personKeys: readonly string[] }) {
  return db
    .selectFrom('contact.person')
    .select(['person_key', 'generation'])
    .where('round_id', '=', input.roundId)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .execute();
}

/** Takes people out of a round, and keeps what was there where an import does it. Returns how many went. */
export async function removePeople(
  trx: Db,
  input: {
    roundId: string;
    personKeys: readonly string[];
    institutions: readonly string[] | null;
    uploadId: string | null;
  },
): Promise<number> {
  const result = await sql`
    with gone as (
      delete from contact.person as person
      where person.round_id = ${input.roundId} and person.person_key = any(${input.personKeys}::text[])
        and (${input.institutions}::text[] is null or person.institution = any(${input.institutions}::text[]))
      returning person.*
    ), kept as (
      insert into contact.import_undo (upload_id, person_key, before)
      select ${input.uploadId}::uuid, person_key, to_jsonb(gone) from gone where ${input.uploadId}::uuid is not null
      on conflict do nothing
    )
    select 1 from gone`.execute(trx);
  return result.rows.length;
}

export type UndoRow = { person_key: string; is_new: boolean };

/** The next people whom an import brought in, changed or removed. */
export async function selectToUndo(db: Db, input: { id: string; after: string; limit: number }): Promise<UndoRow[]> {
  const { rows } = await sql<UndoRow>`
    select person_key, before is null as is_new from contact.import_undo
    where upload_id = ${input.id} and person_key > ${input.after} order by person_key limit ${input.limit}`.execute(db);
  return rows;
}

/**
 * Puts people back as they were before an import: new ones go, but for those who have refused meanwhile; changed ones
 * get their old facts and keep what happened since; removed ones come back with their links.
 */
export async function undoPeople(
  trx: Db,
  input: { id: string; roundId: string; personKeys: readonly string[] },
): Promise<void> {
  const undo = sql`contact.import_undo as undo
    where undo.upload_id = ${input.id} and undo.person_key = any(${input.personKeys}::text[])`;
  await sql`
    delete from contact.person as person
    where person.round_id = ${input.roundId} and person.refused_on is null
      and person.person_key in (select undo.person_key from ${undo} and undo.before is null)`.execute(trx);
  await sql`
    update contact.person as person
    set institution = old.institution, degree = old.degree, graduation_date = old.graduation_date, gender = old.gender,
      birth_year = old.birth_year, study_language = old.study_language, contact_language = old.contact_language,
      email = old.email, phone = old.phone, protected = old.protected, mail_problem = old.mail_problem,
      phone_problem = old.phone_problem
    from (select (jsonb_populate_record(null::contact.person, undo.before)).* from ${undo} and undo.before is not null)
      as old
    where person.round_id = ${input.roundId} and person.person_key = old.person_key`.execute(trx);
  await sql`
    insert into contact.person
    select (jsonb_populate_record(null::contact.person, undo.before)).* from ${undo} and undo.before is not null
    on conflict (round_id, person_key) do nothing`.execute(trx);
}

/** What people were before an import, for what their answers say of their background. */
export async function selectBackgroundsBefore(db: Db, input: { id: string; personKeys: readonly string[] }) {
  const { rows } = await sql<{
    person_key: string;
    generation: number;
    institution: string;
    degree: string;
    graduation_date: string;
    gender: string | null;
    birth_year: number | null;
    study_language: string | null;
  }>`
    select (person).person_key, (person).generation, (person).institution, (person).degree,
      (person).graduation_date, (person).gender, (person).birth_year, (person).study_language
    from (
      select jsonb_populate_record(null::contact.person, before) as person from contact.import_undo
      where upload_id = ${input.id} and person_key = any(${input.personKeys}::text[]) and before is not null
    ) as one`.execute(db);
  return rows;
}

/** Whether anything has been written to these institutions' people (null = all): then imports are not undone any more. */
export async function selectIsWrittenTo(
  db: Db,
  input: { roundId: string; institutions: readonly string[] | null },
): Promise<boolean> {
  const mine = sql`(${input.institutions}::text[] is null or person.institution = any(${input.institutions}::text[]))`;
  const { rows } = await sql<{ written: boolean }>`
    select exists (
      select 1 from contact.person as person
      where person.round_id = ${input.roundId} and ${mine}
        and (person.messages > 0 or person.letter_exported_on is not null)
    ) or exists (
      select 1 from contact.message as message
      join contact.person as person on person.round_id = message.round_id and person.person_key = message.person_key
      where message.round_id = ${input.roundId} and message.handed_at is not null and ${mine}
    ) as written`.execute(db);
  return rows[0]?.written ?? false;
}
