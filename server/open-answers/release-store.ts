import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Text } from '../engine/text.ts';

/** What releasing open answers asks of a round, or null. */
export async function selectOptionalRound(db: Db, id: string) {
  const row = await db
    .selectFrom('survey.round')
    .select(['id', 'survey', 'version', 'frozen_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest release of a round, or null. */
export async function selectOptionalReleaseOfRound(db: Db, roundId: string) {
  const rows = await db
    .selectFrom('release.release')
    .select(['id', 'built_on'])
    .where('round_id', '=', roundId)
    .execute();
  const key = ({ built_on, id }: (typeof rows)[number]) => `${built_on} ${id}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0] ?? null;
}

/** The groups that a release may speak of. */
export async function selectPopulationKeys(db: Db, releaseId: string): Promise<string[]> {
  const rows = await db.selectFrom('release.population').select('key').where('release_id', '=', releaseId).execute();
  return rows.map(({ key }) => key);
}

export type ReviewedText = Awaited<ReturnType<typeof selectReviewed>>[number];

/** Texts of a round with where they stand, the next `limit` after a key; null begins. */
export async function selectReviewed(db: Db, roundId: string, page: { after: string | null; limit: number }) {
  return db
    .selectFrom('answer.frozen_text as text')
    .leftJoin('answer.text_review as review', 'review.text_key', 'text.key')
    .leftJoin('answer.released_text as released', 'released.text_key', 'text.key')
    .select(['text.key', 'text.item', 'text.institution', 'text.degree', 'text.body'])
    .select(['review.state', 'review.spans', 'released.population_key'])
    .where('text.round_id', '=', roundId)
    .$if(page.after !== null, (query) => query.where('text.key', '>', page.after ?? ''))
    .orderBy('text.key')
    .limit(page.limit)
    .execute();
}

/** The edition of a release's open answers that is read; 0 = none yet. */
export async function selectEdition(db: Db, releaseId: string): Promise<number> {
  const row = await db
    .selectFrom('release.open_answer_edition')
    .select('edition')
    .where('release_id', '=', releaseId)
    .executeTakeFirst();
  return row?.edition ?? 0;
}

export type PoolRow = { population_key: string; item: string; place: number; body: string; themes: readonly Text[] };

export async function insertOpenAnswers(
  db: Db,
  edition: { releaseId: string; edition: number },
  rows: readonly PoolRow[],
): Promise<void> {
  await sql`
    insert into release.open_answer (release_id, edition, population_key, item, place, body, themes)
    select ${edition.releaseId}, ${edition.edition}, one.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one (population_key text, item text, place integer, body text, themes jsonb)`.execute(db);
}

/** Removes rows of every edition but one, at most `limit`. Returns how many. */
export async function deleteOtherEditions(
  db: Db,
  { releaseId, edition, limit }: { releaseId: string; edition: number; limit: number },
): Promise<number> {
  const result = await sql`
    delete from release.open_answer where ctid in (
      select ctid from release.open_answer where release_id = ${releaseId} and edition <> ${edition} limit ${limit}
    )`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** Keeps decisions as they are until the transaction ends. */
export async function lockReviews(trx: Db): Promise<void> {
  await sql`lock table answer.text_review in share mode`.execute(trx);
}

/** Notes where each text is shown from now on: only those that are approved still. Returns how many were. */
export async function insertReleased(
  trx: Db,
  {
    roundId,
    edition,
    texts,
  }: { roundId: string; edition: number; texts: readonly { key: string; population_key: string }[] },
): Promise<number> {
  const result = await sql`
    insert into answer.released_text (text_key, round_id, population_key, edition)
    select one.key, ${roundId}, one.population_key, ${edition}
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as one (key uuid, population_key text)
    join answer.text_review as review on review.text_key = one.key
    where review.state = 'approved'`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/** Makes an edition the one that is read, if `before` still was. */
export async function switchEdition(
  trx: Db,
  { releaseId, before, edition, on }: { releaseId: string; before: number; edition: number; on: string },
): Promise<boolean> {
  const row = { release_id: releaseId, edition, released_on: on };
  if (before === 0) {
    const added = await trx
      .insertInto('release.open_answer_edition')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await trx
    .updateTable('release.open_answer_edition')
    .set({ edition, released_on: on })
    .where('release_id', '=', releaseId)
    .where('edition', '=', before)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
