import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Review } from './decide-review.ts';

// Everything that reviewers read and write. No report uses this: its role may not read schema answer.

/** Frozen rounds, newest first by id; their texts are the queue. */
export async function selectFrozenRounds(db: Db) {
  return db
    .selectFrom('survey.round')
    .select(['id', 'survey', 'version', 'cohort', 'graduation_years', 'invented'])
    .where('frozen_on', 'is not', null)
    .execute();
}

/** A frozen round, or null. */
export async function selectOptionalFrozenRound(db: Db, id: string) {
  const rounds = await selectFrozenRounds(db);
  return rounds.find((round) => round.id === id) ?? null;
}

/** How many texts of each round and question stand where. `shown` counts those that are released, among the approved. */
export async function countTexts(db: Db) {
  const { rows } = await sql<{
    round_id: string;
    item: string;
    open: number;
    waiting: number;
    approved: number;
    rejected: number;
    shown: number;
  }>`
    select text.round_id, text.item,
      (count(*) filter (where review.state is null or review.state = 'open'))::integer as open,
      (count(*) filter (where review.state = 'waiting'))::integer as waiting,
      (count(*) filter (where review.state = 'approved'))::integer as approved,
      (count(*) filter (where review.state = 'rejected'))::integer as rejected,
      count(released.text_key)::integer as shown
    from answer.frozen_text as text
    left join answer.text_review as review on review.text_key = text.key
    left join answer.released_text as released on released.text_key = text.key
    group by text.round_id, text.item`.execute(db);
  return rows;
}

type Place = { roundId: string; item: string };

/** Every text of a question, for counting words. */
export async function selectBodies(db: Db, { roundId, item }: Place): Promise<string[]> {
  const rows = await db
    .selectFrom('answer.frozen_text')
    .select('body')
    .where('round_id', '=', roundId)
    .where('item', '=', item)
    .execute();
  return rows.map(({ body }) => body);
}

/** Texts of a question with where they stand, in order of their random keys; those in `states` only. */
export async function selectStanding(
  db: Db,
  { roundId, item, states }: Place & { states: readonly Review['state'][] },
) {
  return db
    .selectFrom('answer.frozen_text as text')
    .leftJoin('answer.text_review as review', 'review.text_key', 'text.key')
    .leftJoin('answer.released_text as released', 'released.text_key', 'text.key')
    .select([
      'text.key',
      'text.body',
      'review.first_by',
      'review.second_by',
      'review.reason',
      'review.spans',
      'released.edition',
    ])
    .select(sql<Review['state']>`coalesce(review.state, 'open')`.as('state'))
    .where('text.round_id', '=', roundId)
    .where('text.item', '=', item)
    .where(sql<string>`coalesce(review.state, 'open')`, 'in', states)
    .orderBy('text.key')
    .execute();
}

/** Keys of the texts that somebody must still look at, with the reviewer whom a second one must not be. */
export async function selectQueue(db: Db, { roundId, item }: Place) {
  return db
    .selectFrom('answer.frozen_text as text')
    .leftJoin('answer.text_review as review', 'review.text_key', 'text.key')
    .select(['text.key', 'review.first_by'])
    .select(sql<Review['state']>`coalesce(review.state, 'open')`.as('state'))
    .where('text.round_id', '=', roundId)
    .where('text.item', '=', item)
    .where(sql<string>`coalesce(review.state, 'open')`, 'in', ['open', 'waiting'])
    .orderBy('text.key')
    .execute();
}

/** One text with its review, or null. */
export async function selectOptionalText(db: Db, { roundId, item, key }: Place & { key: string }) {
  const row = await db
    .selectFrom('answer.frozen_text as text')
    .leftJoin('answer.text_review as review', 'review.text_key', 'text.key')
    .leftJoin('answer.released_text as released', 'released.text_key', 'text.key')
    .select(['text.key', 'text.body', 'text.institution', 'text.degree', 'review.state', 'review.spans'])
    .select(['review.reason', 'review.first_by', 'review.second_by', 'review.revision', 'released.edition'])
    .where('text.round_id', '=', roundId)
    .where('text.item', '=', item)
    .where('text.key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keeps a decision if nobody has decided since `revision` (0 = no decision yet) and the text is not
 * released. False when it was too late; then nothing changed.
 */
export async function saveReview(
  trx: Db,
  { key, roundId, revision, review }: { key: string; roundId: string; revision: number; review: Review },
): Promise<boolean> {
  const values = {
    state: review.state,
    spans: JSON.stringify(review.spans),
    reason: review.reason,
    first_by: review.firstBy,
    second_by: review.secondBy,
    revision: revision + 1,
  };
  if (revision === 0) {
    const added = await trx
      .insertInto('answer.text_review')
      .values({ text_key: key, round_id: roundId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await trx
    .updateTable('answer.text_review')
    .set(values)
    .where('text_key', '=', key)
    .where('revision', '=', revision)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('answer.released_text').select('text_key').where('text_key', '=', key))),
    )
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function insertReviewEvent(
  trx: Db,
  event: {
    round_id: string;
    text_key: string;
    on_date: string;
    by_name: string;
    what: string;
    reason: string;
    removed_parts: number;
  },
): Promise<void> {
  await trx.insertInto('answer.text_review_event').values(event).execute();
}

/** What was done to a text, oldest first. */
export async function selectReviewEvents(db: Db, key: string) {
  return db
    .selectFrom('answer.text_review_event')
    .select(['on_date', 'by_name', 'what', 'reason', 'removed_parts'])
    .where('text_key', '=', key)
    .orderBy('id')
    .execute();
}
