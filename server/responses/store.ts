import { sql } from 'kysely';
import { compiledRead } from '../db/compiled-once.ts';
import { gathered } from '../db/gathered.ts';
import type { Db } from '../db/schema/index.ts';
import type { Language } from '../engine/text.ts';

// SQL of answering. The contact side and the answer side are never named in one statement, and no
// statement that touches one shares a transaction with one that touches the other.

type OwnBlockName = { survey: string; institution: string; degree: string; version: number; hash: string };

/** The blocks of own questions that the round asks of the person: the institution's, then the degree's. */
const OWN_BLOCKS = sql<OwnBlockName[]>`coalesce((
  select json_agg(json_build_object('survey', asked.survey, 'institution', asked.institution, 'degree', asked.degree,
    'version', asked.version, 'hash', block.hash) order by asked.degree <> '')
  from survey.round_own_block as asked join survey.own_block as block using (survey, institution, degree, version)
  where asked.round_id = person.round_id and asked.institution = person.institution
    and asked.degree in ('', person.degree)
), '[]')`;

/** When the round closes for this person: one person's time may be longer than the round's. */
const CLOSES_AT = sql<Date>`greatest(round.closes_at, person.extended_to)`;

const invitations = compiledRead((db) =>
  db
    .selectFrom('contact.person as person')
    .innerJoin('survey.round as round', 'round.id', 'person.round_id')
    .select([
      'person.round_id',
      'person.person_key',
      'person.institution',
      'person.degree',
      'person.graduation_date',
      'person.gender',
      'person.birth_year',
      'person.study_language',
      'person.contact_language',
      'person.refused_on',
      'round.survey',
      'round.version',
      'round.draft',
      'round.opens_at',
      CLOSES_AT.as('closes_at'),
      'round.time_zone',
      'round.tolerance_hours',
      'round.invented',
      'round.freeze_step',
      OWN_BLOCKS.as('own_blocks'),
      'person.code_hash',
    ])
    .where('person.code_hash', '=', sql<Buffer>`any(${[]}::bytea[])`),
);

/**
 * Who a code belongs to, the round, and which own questions it asks of them. `hashes` are those of the
 * code under the key of every round.
 */
export const selectOptionalInvitation = gathered(async (db: Db, asked: readonly (readonly Buffer[])[]) => {
  const rows = await invitations(db, [asked.flat()]);
  const found = new Map(rows.map((row) => [textKey(row.code_hash), row]));
  return asked.map((hashes) => firstOf(hashes, (hash) => found.get(textKey(hash))));
});

function firstOf<Key, Row>(keys: readonly Key[], rowOf: (key: Key) => Row | undefined): Row | null {
  for (const key of keys) {
    const row = rowOf(key);
    if (row !== undefined) return row;
  }
  return null;
}

/** Bytes as a key of a map. */
function textKey(bytes: Buffer | null): string {
  return bytes?.toString('latin1') ?? '';
}

/** Why a code that was sent leads to nobody: a newer one has replaced it, or it was sent to the wrong person; else null. */
export async function selectWhyGone(db: Db, hashes: readonly Buffer[]): Promise<'replaced' | 'withdrawn' | null> {
  const row = await db
    .selectFrom('contact.replaced_code')
    .select('why')
    .where('code_hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .executeTakeFirst();
  return row?.why ?? null;
}

/** Whether some round is being frozen or is frozen: its codes are no longer known to anyone. */
export async function selectHasFrozenRounds(db: Db): Promise<boolean> {
  const row = await db.selectFrom('survey.round').select('id').where('freeze_step', '>', 0).limit(1).executeTakeFirst();
  return row !== undefined;
}

const inventedReleases = compiledRead(
  () => sql<{ invented: boolean | null }>`select bool_and(invented) as invented from release.release`,
);

const areReleasesInvented = gathered(async (db: Db, asking: readonly 'all'[]) => {
  const [row] = await inventedReleases(db, []);
  return asking.map(() => ({ invented: row?.invented ?? null }));
});

/** Whether each published release is of invented people; null where nothing is published. */
export async function selectAreReleasesInvented(db: Db): Promise<boolean | null> {
  return (await areReleasesInvented(db, 'all')).invented;
}

/** Deletes a record for good. Returns false when there is none, or when its round is being frozen. */
export async function deleteResponse(db: Db, input: { handle: Buffer; day: string }): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      delete from answer.response as response using survey.round as round
      where response.handle = ${input.handle} and round.id = response.round_id and round.freeze_step = 0
      returning response.round_id
    ), noted as (
      insert into survey.answering_event (on_date, kind, round_id) select ${input.day}::date, 'answers_deleted', round_id from gone
    )
    select round_id from gone`.execute(db);
  return rows.length === 1;
}

/** The language in which the person goes on. No save: answers and revision stay. */
export async function updateLanguage(db: Db, input: { handle: Buffer; language: Language }): Promise<void> {
  await db
    .updateTable('answer.response')
    .set({ language: input.language })
    .where('handle', '=', input.handle)
    .execute();
}

type Refusal = { roundId: string; personKey: string; day: string };

/** Writes down that a person wants no more messages, with the first day on which they said so. */
export async function markRefused(db: Db, refusal: Refusal): Promise<void> {
  await sql`
    with refused as (
      update contact.person set refused_on = ${refusal.day}::date
      where round_id = ${refusal.roundId} and person_key = ${refusal.personKey} and refused_on is null
      returning round_id
    )
    insert into survey.answering_event (on_date, kind, round_id) select ${refusal.day}::date, 'refused', round_id from refused`.execute(
    db,
  );
}

/** Takes a refusal back. */
export async function unmarkRefused(db: Db, refusal: Refusal): Promise<void> {
  await sql`
    with willing as (
      update contact.person set refused_on = null
      where round_id = ${refusal.roundId} and person_key = ${refusal.personKey} and refused_on is not null
      returning round_id
    )
    insert into survey.answering_event (on_date, kind, round_id)
    select ${refusal.day}::date, 'refusal_undone', round_id from willing`.execute(db);
}
