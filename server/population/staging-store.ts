import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { PopulationRow } from '../invitations/population-file.ts';
import type { ImportProblem } from './read-row.ts';

// SQL of rows as they were read from a file, and of what an import of them would do.

export type StagedRow = PopulationRow & { line: number; protected: boolean; deceased: boolean };
export type RejectedLine = { line: number; cells: readonly string[]; problems: readonly ImportProblem[] };

type Place = {
  id: string;
  roundId: string;
  /** Whose people may be changed; null = everybody's. */
  institutions: readonly string[] | null;
};

/**
 * Keeps rows with what an import would do with each, seen by itself: who must not be asked is left out, the rest is
 * compared with the round. People who come twice are told apart when the whole file is there.
 */
export async function insertStaged(trx: Db, place: Place, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const mine = sql`(${place.institutions}::text[] is null or person.institution = any(${place.institutions}::text[]))`;
  await sql`
    insert into contact.staged_person (upload_id, line, person_key, institution, degree, graduation_date, gender,
      birth_year, study_language, contact_language, email, phone, protected, deceased, change)
    select ${place.id}::uuid, line, staged.person_key, staged.institution, staged.degree, staged.graduation_date,
      staged.gender, staged.birth_year, staged.study_language, staged.contact_language, staged.email, staged.phone,
      staged.protected, staged.deceased, case
        when person.person_key is not null and not ${mine} then 'elsewhere'
        when staged.deceased then 'deceased'
        when person.person_key is null and staged.protected then 'protected'
        when person.person_key is null and exists (
          select 1 from contact.person as before
          where before.person_key = staged.person_key and before.refused_on is not null) then 'refused'
        when person.person_key is null then 'added'
        when ${isSame('staged')} then 'unchanged'
        else 'changed' end
    from json_to_recordset(${JSON.stringify(rows)}) as staged (
      line integer, person_key text, institution text, degree text, graduation_date date, gender text,
      birth_year integer, study_language text, contact_language text, email text, phone text, protected boolean,
      deceased boolean)
    left join contact.person as person
      on person.round_id = ${place.roundId} and person.person_key = staged.person_key`.execute(trx);
}

export async function insertProblems(trx: Db, uploadId: string, rows: readonly RejectedLine[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into contact.staged_problem (upload_id, line, cells, problems)
    select ${uploadId}::uuid, line, cells, problems
    from json_to_recordset(${JSON.stringify(rows)}) as row (line integer, cells jsonb, problems jsonb)`.execute(trx);
}

/** Tells the database how many rows an upload has, which it would guess far too low otherwise and read all at each step. */
export async function analyseStaged(db: Db): Promise<void> {
  await sql`analyze contact.staged_person`.execute(db);
}

/** The last person key of the next rows of an upload, in the database's order; null at the end. */
export async function selectNextKey(
  db: Db,
  input: { id: string; after: string; limit: number },
): Promise<string | null> {
  return lastOfPage(
    db,
    sql`select person_key from contact.staged_person
      where upload_id = ${input.id} and person_key > ${input.after} order by person_key limit ${input.limit}`,
  );
}

/**
 * The last key of a page that is read in the order of an index. Of people the planner has no samples, guesses that few
 * rows are left, and would read and sort all of them for each page.
 */
async function lastOfPage(db: Db, page: RawBuilder<unknown>): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    await sql`set local enable_sort = off`.execute(trx);
    await sql`set local enable_bitmapscan = off`.execute(trx);
    const { rows } = await sql<{ last: string | null }>`select max(person_key) as last from (${page}) as page`.execute(
      trx,
    );
    return rows[0]?.last ?? null;
  });
}

export type KeyRange = { id: string; after: string; last: string };

/**
 * Finds people who come more than once, among those whose keys lie after one and up to another: a person is asked
 * once, about the degree of the latest graduation.
 */
export async function markRepeated(trx: Db, input: KeyRange): Promise<void> {
  await sql`
    with repeated as (
      select person_key from contact.staged_person
      where upload_id = ${input.id} and person_key > ${input.after} and person_key <= ${input.last}
      group by person_key having count(*) > 1
    ), chunk as (
      select line, person_key, graduation_date,
        row_number() over same as same_number, first_value(line) over same as first_line
      from contact.staged_person
      where upload_id = ${input.id} and person_key = any(array(select person_key from repeated))
      window same as (partition by person_key, institution, degree order by line)
    ), ranked as (
      select line, same_number, first_line,
        row_number() over (partition by person_key order by same_number > 1, graduation_date desc, line) as place
      from chunk
    )
    update contact.staged_person as staged
    set same_line = ranked.first_line,
      change = case when ranked.same_number > 1 then 'duplicate' else 'other_degree' end
    from ranked
    where staged.upload_id = ${input.id} and staged.line = ranked.line and ranked.place > 1`.execute(trx);
}

/**
 * Whether the round says the same of a person as a row. An address that was mended by hand stays; one that is
 * protected is not kept at all.
 */
export function isSame(staged: string) {
  const row = (column: string) => sql.ref(`${staged}.${column}`);
  return sql<boolean>`
    (person.institution, person.degree, person.graduation_date, person.gender, person.birth_year,
      person.study_language, person.protected)
      is not distinct from (${row('institution')}, ${row('degree')}, ${row('graduation_date')}, ${row('gender')},
      ${row('birth_year')}, ${row('study_language')}, ${row('protected')} or person.protected)
    and (person.contact_source is not null or person.own_contact or person.protected or
      (person.contact_language, person.email, person.phone)
      is not distinct from (${row('contact_language')}, ${row('email')}, ${row('phone')}))`;
}

/** The last person key of the next people of a round; null at the end. */
export async function selectNextPerson(
  db: Db,
  input: { roundId: string; after: string; limit: number },
): Promise<string | null> {
  return lastOfPage(
    db,
    sql`select person_key from contact.person
      where round_id = ${input.roundId} and person_key > ${input.after} order by person_key limit ${input.limit}`,
  );
}

/**
 * Lists people of the round, of the institutions that the file names, who are not in the file or have died. They are
 * fixed here: whom another import adds meanwhile is not among them.
 */
export async function insertRemovals(
  trx: Db,
  input: KeyRange & { roundId: string; named: readonly string[] },
): Promise<void> {
  await sql`
    insert into contact.staged_removal (upload_id, person_key, institution, degree)
    select ${input.id}::uuid, person.person_key, person.institution, person.degree
    from contact.person as person
    where person.round_id = ${input.roundId} and person.person_key > ${input.after}
      and person.person_key <= ${input.last} and person.institution = any(${input.named}::text[])
      and not exists (
        select 1 from contact.staged_person as staged
        where staged.upload_id = ${input.id} and staged.person_key = person.person_key and not staged.deceased)
    on conflict do nothing`.execute(trx);
}

/** The institutions that the good rows of a file name. */
export async function selectNamedInstitutions(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.staged_person')
    .select('institution')
    .distinct()
    .where('upload_id', '=', id)
    .execute();
  return rows.map(({ institution }) => institution);
}

/** What an import would do, in numbers. */
export async function selectChangeCounts(db: Db, id: string, cohort: string) {
  const { rows } = await sql<{
    change: string | null;
    people: number;
    without_email: number;
    without_phone: number;
    without_both: number;
    other_year: number;
  }>`
    select change, count(*)::int as people, count(*) filter (where email is null)::int as without_email,
      count(*) filter (where phone is null)::int as without_phone,
      count(*) filter (where email is null and phone is null)::int as without_both,
      count(*) filter (where to_char(graduation_date, 'YYYY') <> ${cohort})::int as other_year
    from contact.staged_person where upload_id = ${id} group by change`.execute(db);
  return rows;
}

/** How many people each degree has in a file, of those who are asked. */
export async function selectStagedDegrees(db: Db, id: string) {
  const { rows } = await sql<{ institution: string; degree: string; people: number }>`
    select institution, degree, count(*)::int as people from contact.staged_person
    where upload_id = ${id} and change in ('added', 'changed', 'unchanged') group by institution, degree`.execute(db);
  return rows;
}

/** How many people of each degree the file does not have. */
export async function selectRemovalDegrees(db: Db, id: string) {
  const { rows } = await sql<{ institution: string; degree: string; people: number }>`
    select institution, degree, count(*)::int as people from contact.staged_removal
    where upload_id = ${id} group by institution, degree`.execute(db);
  return rows;
}

/** How many rows cannot be taken. */
export async function countRejected(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from contact.staged_problem where upload_id = ${id})
      + (select count(*) from contact.staged_person where upload_id = ${id} and change = 'duplicate'))::int as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** The next rows that cannot be taken, in the order of the file. */
export async function selectRejected(
  db: Db,
  input: { id: string; after: number; limit: number },
): Promise<RejectedLine[]> {
  const { rows } = await sql<{ line: number; cells: string[]; problems: ImportProblem[] }>`
    select line, cells, problems from contact.staged_problem where upload_id = ${input.id} and line > ${input.after}
    order by line limit ${input.limit}`.execute(db);
  return rows;
}

/** The next rows that say the same as an earlier one. */
export async function selectDuplicates(db: Db, input: { id: string; after: number; limit: number }) {
  const { rows } = await sql<StagedRow & { same_line: number }>`
    select line, person_key, institution, degree, graduation_date, gender, birth_year, study_language,
      contact_language, email, phone, protected, deceased, same_line
    from contact.staged_person
    where upload_id = ${input.id} and change = 'duplicate' and line > ${input.after}
    order by line limit ${input.limit}`.execute(db);
  return rows;
}
