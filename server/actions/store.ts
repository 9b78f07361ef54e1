import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';

const COLUMNS = ['action_id', 'revision', 'institution', 'degree', 'content', 'saved_on', 'saved_by'] as const;

export type ActionRow = Awaited<ReturnType<typeof selectVersions>>[number];

/** Every saved state of one entry, oldest first. */
export async function selectVersions(db: Db, id: string) {
  return db
    .selectFrom('survey.action_version')
    .select(COLUMNS)
    .where('action_id', '=', id)
    .orderBy('revision')
    .execute();
}

const ofDegree = compiledRead((db) =>
  db
    .selectFrom('survey.action_version')
    .select(COLUMNS)
    .where('institution', '=', '')
    .where('degree', '=', '')
    .orderBy('revision'),
);

/** The entries of a degree of an institution as they stand, in order of their first saving. */
export async function selectActions(
  db: Db,
  { institution, degree }: { institution: string; degree: string },
): Promise<ActionRow[]> {
  const rows = await ofDegree(db, [institution, degree]);
  const newest = new Map<string, ActionRow>();
  const first = new Map<string, string>();
  for (const row of rows) {
    newest.set(row.action_id, row);
    if (row.revision === 1) first.set(row.action_id, `${row.saved_on} ${row.action_id}`);
  }
  const key = ({ action_id }: ActionRow) => first.get(action_id) ?? '';
  return [...newest.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Every entry of every degree as it stands. */
export async function selectNewest(db: Db): Promise<ActionRow[]> {
  return db
    .selectFrom('survey.action_version')
    .select(COLUMNS)
    .distinctOn('action_id')
    .orderBy('action_id')
    .orderBy('revision', 'desc')
    .execute();
}

/** Keeps the next state of an entry. False when somebody has kept this revision already. */
export async function insertVersion(
  db: Db,
  row: {
    action_id: string;
    revision: number;
    institution: string;
    degree: string;
    content: object;
    saved_on: string;
    saved_by: string;
  },
): Promise<boolean> {
  const added = await db
    .insertInto('survey.action_version')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

const openings = compiledRead((db) =>
  db
    .selectFrom('release.release as release')
    .innerJoin('survey.round as round', 'round.id', 'release.round_id')
    .select(['release.id', 'round.opens_at']),
);

/** When the rounds of releases opened, by release. */
export async function selectOpenings(db: Db): Promise<Map<string, Date>> {
  const rows = await openings(db, []);
  return new Map(rows.map(({ id, opens_at }) => [id, opens_at]));
}
