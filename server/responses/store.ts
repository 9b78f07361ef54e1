import { sql } from 'kysely';
import { compiledOnce } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import type { QuestionOrder } from '../engine/question-order.ts';
import type { Language } from '../engine/text.ts';
import type { StoredResponse } from './decide-state.ts';

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

const invitations = compiledOnce((db) =>
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
      'round.opens_at',
      'round.closes_at',
      'round.time_zone',
      'round.tolerance_hours',
      'round.invented',
      'round.freeze_step',
      OWN_BLOCKS.as('own_blocks'),
    ])
    .where('person.code_hash', '=', sql<Buffer>`any(${[]}::bytea[])`),
);

/**
 * Who a code belongs to, the round, and which own questions it asks of them. `hashes` are those of the
 * code under the key of every round.
 */
export async function selectOptionalInvitation(db: Db, hashes: readonly Buffer[]) {
  const [row] = await invitations(db, [hashes]);
  return row ?? null;
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

/** Whether each published release is of invented people; null where nothing is published. */
export async function selectAreReleasesInvented(db: Db): Promise<boolean | null> {
  const { rows } = await sql<{ invented: boolean | null }>`
    select bool_and(invented) as invented from release.release`.execute(db);
  return rows[0]?.invented ?? null;
}

const RECORD_COLUMNS = [
  'answers',
  'background',
  'question_order',
  'pages_saved',
  'language',
  'submitted_on',
  'late',
  'revision',
] as const;

const responses = compiledOnce((db) =>
  db.selectFrom('answer.response').select(RECORD_COLUMNS).where('handle', '=', Buffer.alloc(0)),
);

/** The answer record of a handle, or null. */
export async function selectOptionalResponse(db: Db, handle: Buffer) {
  const [row] = await responses(db, [handle]);
  return row ?? null;
}

export type PageSave = {
  handle: Buffer;
  roundId: string;
  /** Day of the save, for the event. */
  day: string;
  language: Language;
  /** Answers to set and codes whose answer goes, of this page only. */
  set: Answers;
  cleared: readonly string[];
  /** Code of the page when it counts as done; else null. */
  donePage: string | null;
  /** Codes of all pages, in the definition's order. */
  pageOrder: readonly string[];
  late: boolean;
  /** What a new record gets; an existing one keeps its own. */
  background: Background;
  questionOrder: QuestionOrder;
};

/**
 * Saves one page in one statement: makes the record or merges the page into it, and counts the event.
 * Other pages are neither read nor written, so two devices cannot undo each other and a repeated save
 * changes nothing. Returns null when the round is being frozen: then nothing is saved.
 */
export async function savePageAnswers(db: Db, save: PageSave): Promise<StoredResponse | null> {
  const { rows } = await sql<StoredResponse>`
    with saved as (
      insert into answer.response as response
        (handle, round_id, survey, version, background, answers, question_order, pages_saved, language, late)
      select ${save.handle}::bytea, round.id, round.survey, round.version, ${JSON.stringify(save.background)}::jsonb,
        ${JSON.stringify(save.set)}::jsonb, ${JSON.stringify(save.questionOrder)}::jsonb,
        ${save.donePage === null ? [] : [save.donePage]}::text[], ${save.language}::text, ${save.late}::boolean
      from survey.round as round where round.id = ${save.roundId} and round.freeze_step = 0
      on conflict (handle) do update set
        answers = (response.answers - ${save.cleared}::text[]) || excluded.answers,
        pages_saved = array(
          select page.code from unnest(${save.pageOrder}::text[]) with ordinality as page (code, place)
          where page.code = any(response.pages_saved) or page.code = any(excluded.pages_saved)
          order by page.place
        ),
        language = excluded.language,
        late = response.late or excluded.late,
        revision = response.revision + 1
      returning response.*
    )
    select ${sql.join(RECORD_COLUMNS.map((column) => sql.ref(column)))} from saved`.execute(db);
  return rows[0] ?? null;
}

type Send = { handle: Buffer; day: string; late: boolean; dropped: readonly string[] };

/** Marks a record as sent, once, without the answers that do not apply. Returns false when it was sent before. */
export async function markSent(db: Db, send: Send): Promise<boolean> {
  const { rows } = await sql`
    with sent as (
      update answer.response as response set
        submitted_on = ${send.day}::date,
        late = response.late or ${send.late}::boolean,
        answers = response.answers - ${send.dropped}::text[]
      from survey.round as round
      where response.handle = ${send.handle} and response.submitted_on is null
        and round.id = response.round_id and round.freeze_step = 0
      returning response.round_id
    ), noted as (
      insert into survey.answering_event (on_date, kind, round_id) select ${send.day}::date, 'submitted', round_id from sent
    )
    select round_id from sent`.execute(db);
  return rows.length === 1;
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
