import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import { ownBlockSchema, type BlockOwner, type OwnBlock } from '../engine/own-block.ts';

// SQL of published blocks and of what rounds ask.

/** Drafts and published blocks are changed one at a time, so that no two get the same code or version. */
const OWN_BLOCK_LOCK = 7_042;

export type PublishedBlock = { block: OwnBlock; published_on: string };

/** Waits until nobody else changes own questions, then keeps others waiting until the transaction ends. */
export async function lockOwnBlocks(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${OWN_BLOCK_LOCK})`.execute(trx);
}

/** All published blocks of a survey, by owner and version. */
export async function selectBlocks(db: Db, survey: string): Promise<PublishedBlock[]> {
  const rows = await db
    .selectFrom('survey.own_block')
    .select(['content', 'published_on'])
    .where('survey', '=', survey)
    .orderBy('institution')
    .orderBy('degree')
    .orderBy('version')
    .execute();
  return rows.map(({ content, published_on }) => ({ block: ownBlockSchema.parse(content), published_on }));
}

export async function insertBlock(
  trx: Db,
  { block, ...row }: { block: OwnBlock; hash: string; published_on: string },
): Promise<void> {
  const { survey, owner, version } = block;
  const key = { survey, institution: owner.institution, degree: owner.degree ?? '', version };
  await trx
    .insertInto('survey.own_block')
    .values({ ...key, content: JSON.stringify(block), ...row })
    .execute();
}

/** The rounds of a survey, the latest opening first. */
export async function selectSurveyRounds(db: Db, survey: string) {
  return db
    .selectFrom('survey.round')
    .select(['id', 'version', 'cohort', 'opens_at', 'closes_at', 'time_zone', 'draft', 'questions_locked_on'])
    .where('survey', '=', survey)
    .where('discarded_on', 'is', null)
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .execute();
}
export type SurveyRound = Awaited<ReturnType<typeof selectSurveyRounds>>[number];

export type AskedBlock = { round_id: string; owner: BlockOwner; version: number };

/** Which versions the rounds of a survey ask. */
export async function selectAsked(db: Db, survey: string): Promise<AskedBlock[]> {
  const rows = await db
    .selectFrom('survey.round_own_block')
    .select(['round_id', 'institution', 'degree', 'version'])
    .where('survey', '=', survey)
    .orderBy('round_id')
    .orderBy('institution')
    .orderBy('degree')
    .execute();
  return rows.map(({ round_id, institution, degree, version }) => ({
    round_id,
    owner: { institution, degree: degree === '' ? null : degree },
    version,
  }));
}

/** The same of some rounds of any survey. */
export async function selectAskedBy(db: Db, roundIds: readonly string[]): Promise<AskedBlock[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('survey.round_own_block')
    .select(['round_id', 'institution', 'degree', 'version'])
    .where('round_id', 'in', roundIds)
    .orderBy('institution')
    .orderBy('degree')
    .execute();
  return rows.map(({ round_id, institution, degree, version }) => ({
    round_id,
    owner: { institution, degree: degree === '' ? null : degree },
    version,
  }));
}

type Asked = { roundId: string; survey: string; owner: BlockOwner; version: number };

/** Lets a round ask a version. The round has not opened, or is being created. */
export async function insertAsked(trx: Db, { roundId, survey, owner, version }: Asked): Promise<void> {
  const key = { round_id: roundId, survey, institution: owner.institution, degree: owner.degree ?? '', version };
  await trx.insertInto('survey.round_own_block').values(key).execute();
}

/**
 * Lets a round whose questions are not fixed ask another version, or none (null). Returns false for a round that
 * was published or has opened by then, or is none of this survey: nothing is changed.
 */
export async function updateAsked(
  trx: Db,
  { version, ...asked }: Omit<Asked, 'version'> & { version: number | null },
  now: Date,
): Promise<boolean> {
  const planned = await trx
    .selectFrom('survey.round')
    .select('id')
    .where('id', '=', asked.roundId)
    .where('survey', '=', asked.survey)
    .where('discarded_on', 'is', null)
    .where((is) =>
      is.or([is('draft', '=', true), is.and([is('questions_locked_on', 'is', null), is('opens_at', '>', now)])]),
    )
    .executeTakeFirst();
  if (!planned) return false;
  await trx
    .deleteFrom('survey.round_own_block')
    .where('round_id', '=', asked.roundId)
    .where('institution', '=', asked.owner.institution)
    .where('degree', '=', asked.owner.degree ?? '')
    .execute();
  if (version !== null) await insertAsked(trx, { ...asked, version });
  return true;
}
