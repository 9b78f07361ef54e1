import { sql } from 'kysely';
import { compiledRead, compiledWrite } from '../db/compiled-once.ts';
import { gathered } from '../db/gathered.ts';
import type { Db } from '../db/schema/index.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import type { QuestionOrder } from '../engine/question-order.ts';
import type { Language } from '../engine/text.ts';
import type { StoredResponse } from './decide-state.ts';

// SQL of answer records: reading, saving, sending. Those of many people who come at the same time share a
// statement, each with an outcome of its own. Nothing here names the contact side: see store.ts.

type Keyed<Row> = Row & { handle: string };

/** In hex, since it travels in JSON and is a key of maps. */
const HANDLE = sql<string>`encode(handle, 'hex')`.as('handle');
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

const records = compiledRead((db) =>
  db
    .selectFrom('answer.response')
    .select([HANDLE, ...RECORD_COLUMNS])
    .where('handle', '=', sql<Buffer>`any(${[]}::bytea[])`),
);

/** The answer records of handles: those that there are. */
export const selectResponses = gathered(async (db: Db, asked: readonly (readonly Buffer[])[]) => {
  const found = byHandle(await records(db, [asked.flat()]));
  return asked.map((handles) => handles.flatMap((handle) => found.get(hex(handle)) ?? []));
});

export type PageSave = {
  handle: Buffer;
  roundId: string;
  language: Language;
  /** Answers to set and codes whose answer goes, of this page only. */
  set: Answers;
  cleared: readonly string[];
  /** Code of the page when it counts as done; else null. Pages are kept in the order in which they were done. */
  donePage: string | null;
  late: boolean;
  /** What a new record gets; an existing one keeps its own. */
  background: Background;
  questionOrder: QuestionOrder;
  /** Whether the record as it then stands is asked for, to be shown. */
  shown: boolean;
};

const savedPages = compiledWrite(() => {
  const place = sql`${null}`;
  // Few are shown their record, and few clear an answer: where nobody does, it is done for nobody.
  const columns = sql.join(
    RECORD_COLUMNS.map(
      (column) => sql`case when (select shown from batch) then response.${sql.ref(column)} end as ${sql.ref(column)}`,
    ),
  );
  return sql<Keyed<StoredResponse> | Keyed<Record<keyof StoredResponse, null>>>`
    with posted as materialized (
      select decode(post.handle, 'hex') as handle, round_id, background, set, question_order, done, language, late,
        cleared, shown
      from jsonb_to_recordset(${place}::jsonb) as post (handle text, round_id text, background jsonb, set jsonb,
        question_order jsonb, done text[], language text, late boolean, cleared text[], shown boolean)
    ), batch as (
      select bool_or(shown) as shown, bool_or(cleared <> '{}') as clears from posted
    )
    insert into answer.response as response
      (handle, round_id, survey, version, background, answers, question_order, pages_saved, language, late)
    select posted.handle, round.id, round.survey, round.version, posted.background, posted.set,
      posted.question_order, posted.done, posted.language, posted.late
    from posted join survey.round as round on round.id = posted.round_id and round.freeze_step = 0
    order by posted.handle
    on conflict (handle) do update set
      answers = case when (select clears from batch)
        then response.answers - (select posted.cleared from posted where posted.handle = response.handle)
        else response.answers end || excluded.answers,
      pages_saved = response.pages_saved || case when excluded.pages_saved <@ response.pages_saved
        then '{}' else excluded.pages_saved end,
      language = excluded.language,
      late = response.late or excluded.late,
      revision = response.revision + 1
    returning ${HANDLE}, ${columns}`;
});

/**
 * Saves one page: makes the record or merges the page into it. Other pages are neither read nor written, so
 * two devices cannot undo each other and a repeated save changes nothing. Pages of several people that come at
 * the same time are one statement, and one commit, that takes their records in the same order everywhere.
 * Returns null when the round is being frozen: then nothing is saved. Else `record` is what is stored now, for
 * those who ask for it.
 */
export const savePageAnswers = gathered(async (db: Db, saves: readonly PageSave[]) => {
  const posted = saves.map(({ handle, roundId, donePage, questionOrder, ...save }) => ({
    ...save,
    handle: hex(handle),
    round_id: roundId,
    done: donePage === null ? [] : [donePage],
    question_order: questionOrder,
  }));
  const found = byHandle(await savedPages(db, [JSON.stringify(posted)]));
  return saves.map(({ handle, shown }) => {
    const row = found.get(hex(handle));
    return row ? { record: shown && row.answers !== null ? row : null } : null;
  });
}, keyOfHandle);

type Send = { handle: Buffer; day: string; late: boolean; dropped: readonly string[] };

const sentRecords = compiledWrite(() => {
  const place = sql`${null}`;
  return sql<Keyed<object>>`
    with posted as materialized (
      select decode(post.handle, 'hex') as handle, day, late, dropped
      from jsonb_to_recordset(${place}::jsonb) as post (handle text, day date, late boolean, dropped text[])
    ), open as (
      select mine.handle from (select handle from posted order by handle) as asked cross join lateral (
        select response.handle from answer.response as response
        where response.handle = asked.handle and response.submitted_on is null for update
      ) as mine
    ), sent as (
      update answer.response as response set
        submitted_on = posted.day,
        late = response.late or posted.late,
        answers = response.answers - posted.dropped
      from posted, survey.round as round
      where response.handle = any(array(select open.handle from open)) and response.handle = posted.handle
        and response.submitted_on is null and round.id = response.round_id and round.freeze_step = 0
      returning response.handle, response.round_id, response.submitted_on
    ), noted as (
      insert into survey.answering_event (on_date, kind, round_id) select submitted_on, 'submitted', round_id from sent
    )
    select encode(handle, 'hex') as handle from sent`;
});

/** Marks a record as sent, once, without the answers that do not apply. Returns false when it was sent before. */
export const markSent = gathered(async (db: Db, sends: readonly Send[]) => {
  const posted = sends.map((send) => ({ ...send, handle: hex(send.handle) }));
  const sent = byHandle(await sentRecords(db, [JSON.stringify(posted)]));
  return sends.map(({ handle }) => sent.has(hex(handle)));
}, keyOfHandle);

function byHandle<Row>(rows: readonly Keyed<Row>[]): Map<string, Keyed<Row>> {
  return new Map(rows.map((row) => [row.handle, row]));
}

function keyOfHandle({ handle }: { handle: Buffer }): string {
  return hex(handle);
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
