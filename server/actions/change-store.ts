import type { Db } from '../db/schema/index.ts';

/** What graduates are told of the actions of a degree: the newest state of each, in no order. */
export async function selectToldChanges(db: Db, { institution, degree }: { institution: string; degree: string }) {
  return db
    .selectFrom('survey.told_change')
    .select(['action_id', 'revision', 'content', 'shown', 'saved_on', 'approved_by'])
    .where('institution', '=', institution)
    .where('degree', '=', degree)
    .distinctOn('action_id')
    .orderBy('action_id')
    .orderBy('revision', 'desc')
    .execute();
}

type NewRow = {
  action_id: string;
  revision: number;
  institution: string;
  degree: string;
  content: object;
  shown: boolean;
  saved_on: string;
  approved_by: string;
};

/** Keeps the next state of what is told. False when somebody has kept this revision already. */
export async function insertToldChange(db: Db, row: NewRow): Promise<boolean> {
  const added = await db
    .insertInto('survey.told_change')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
