import type { Db } from '../db/schema/index.ts';

// SQL of the own questions that rounds ask. Drafts and publishing have a store of their own.

/** A published block by name, with the hash of its content. `degree` is '' for the institution's own. */
export type BlockName = { survey: string; institution: string; degree: string; version: number; hash: string };

/** The content of a published block. Throws where there is none of that name and content. */
export async function selectBlock(db: Db, name: BlockName): Promise<unknown> {
  const row = await db
    .selectFrom('survey.own_block')
    .select('content')
    .where('survey', '=', name.survey)
    .where('institution', '=', name.institution)
    .where('degree', '=', name.degree)
    .where('version', '=', name.version)
    .where('hash', '=', name.hash)
    .executeTakeFirstOrThrow();
  return row.content;
}

/** The content of every block that a round asks, in no order. */
export async function selectBlocksOfRound(db: Db, roundId: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('survey.round_own_block as asked')
    .innerJoin('survey.own_block as block', (join) =>
      join
        .onRef('block.survey', '=', 'asked.survey')
        .onRef('block.institution', '=', 'asked.institution')
        .onRef('block.degree', '=', 'asked.degree')
        .onRef('block.version', '=', 'asked.version'),
    )
    .select('block.content')
    .where('asked.round_id', '=', roundId)
    .execute();
  return rows.map((row) => row.content);
}

/** Publishes a block. Returns false where there is a published block of that name. */
export async function insertBlock(
  db: Db,
  { content, published_on, ...name }: BlockName & { content: object; published_on: string },
): Promise<boolean> {
  const result = await db
    .insertInto('survey.own_block')
    .values({ ...name, content: JSON.stringify(content), published_on })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lets a round ask a published block, in place of another version of the same owner's. */
export async function upsertBlockOfRound(db: Db, roundId: string, { hash: _, ...name }: BlockName): Promise<void> {
  await db
    .insertInto('survey.round_own_block')
    .values({ round_id: roundId, ...name })
    .onConflict((conflict) =>
      conflict
        .columns(['round_id', 'institution', 'degree'])
        .doUpdateSet({ survey: name.survey, version: name.version }),
    )
    .execute();
}

/** What a round asks of everybody, or null. */
export async function selectOptionalRoundSurvey(db: Db, roundId: string) {
  const row = await db
    .selectFrom('survey.round')
    .select(['survey', 'version'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row ?? null;
}
