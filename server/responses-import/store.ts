import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';

// SQL of importing answers that were given elsewhere.

/** The people of these keys whom the round has, in no order. */
export async function selectRegister(db: Db, input: { roundId: string; personKeys: readonly string[] }) {
  return db
    .selectFrom('contact.person')
    .select([
      'person_key',
      'institution',
      'degree',
      'graduation_date',
      'gender',
      'birth_year',
      'study_language',
      'contact_language',
      'generation',
    ])
    .where('round_id', '=', input.roundId)
    .where(sql<boolean>`person_key = any(${input.personKeys})`)
    .execute();
}

/** The records that exist under these handles, in no order. */
export async function selectRecords(db: Db, handles: readonly Buffer[]) {
  return db
    .selectFrom('answer.response')
    .select(['handle', 'answers', 'submitted_on'])
    .where(sql<boolean>`handle = any(${handles}::bytea[])`)
    .execute();
}

export type NewRecord = {
  handle: Buffer;
  background: Background;
  answers: Answers;
  pages_saved: readonly string[];
  language: string;
  submitted_on: string;
  late: boolean;
};

/** Adds sent records. Returns the handles that were added: one that exists stays as it is. */
export async function insertRecords(
  trx: Db,
  round: { id: string; survey: string; version: number },
  records: readonly NewRecord[],
): Promise<Buffer[]> {
  if (records.length === 0) return [];
  const rows = records.map(({ handle, ...record }) => ({ ...record, handle: handle.toString('hex') }));
  const { rows: added } = await sql<{ handle: Buffer }>`
    insert into answer.response (handle, round_id, survey, version, background, answers, question_order, pages_saved,
      language, submitted_on, late)
    select decode(handle, 'hex'), ${round.id}, ${round.survey}, ${round.version}, background, answers, '{}',
      array(select jsonb_array_elements_text(pages_saved)), language, submitted_on, late
    from jsonb_to_recordset(${JSON.stringify(rows)}) as row (
      handle text, background jsonb, answers jsonb, pages_saved jsonb, language text, submitted_on date, late boolean)
    on conflict (handle) do nothing
    returning handle`.execute(trx);
  return added.map((row) => row.handle);
}

/** Whether the round may still take answers; kept so until the transaction ends. */
export async function selectIsLive(trx: Db, roundId: string): Promise<boolean> {
  const round = await trx
    .selectFrom('survey.round')
    .select('freeze_step')
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirst();
  return round?.freeze_step === 0;
}
