import type { Db } from '../db/schema/index.ts';

/** What verifying asks of a release: of the one that readers find, or of an earlier edition. */
export type VerifiedHead = {
  id: string;
  round_id: string;
  edition: number;
  tables_hash: string;
  rows_hash: string;
  manifest: unknown;
};

/** The releases of a round, or of all, earlier editions included; in no order. */
export async function selectHeads(db: Db, roundId: string | null): Promise<VerifiedHead[]> {
  const shown = await db
    .selectFrom('release.release')
    .select(['id', 'round_id', 'edition', 'tables_hash', 'rows_hash', 'manifest'])
    .$if(roundId !== null, (query) => query.where('round_id', '=', roundId ?? ''))
    .execute();
  const earlier = await db
    .selectFrom('release.earlier')
    .select(['id', 'round_id', 'edition', 'head'])
    .$if(roundId !== null, (query) => query.where('round_id', '=', roundId ?? ''))
    .execute();
  const heads = earlier.map(({ head, ...row }) => ({
    ...row,
    tables_hash: String(head['tables_hash']),
    rows_hash: String(head['rows_hash']),
    manifest: head['manifest'],
  }));
  return [...shown, ...heads];
}

/** Names and hashes of a release's rows, as they were published. */
export async function selectRowHashes(db: Db, releaseId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('release.row_hash')
    .select(['name', 'hash'])
    .where('release_id', '=', releaseId)
    .execute();
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** The populations of a release as they are stored now. */
export async function selectPopulations(db: Db, releaseId: string) {
  return db.selectFrom('release.population').selectAll().where('release_id', '=', releaseId).execute();
}

/** The cells of a population as they are stored now. */
export async function selectCells(db: Db, releaseId: string, populationKey: string) {
  return db
    .selectFrom('release.cell')
    .select(['item', 'cell'])
    .where('release_id', '=', releaseId)
    .where('population_key', '=', populationKey)
    .execute();
}

/** The own questions of a release as they are stored now. */
export async function selectOwnBlockRows(db: Db, releaseId: string) {
  return db
    .selectFrom('release.own_block')
    .select(['institution', 'degree', 'content'])
    .where('release_id', '=', releaseId)
    .execute();
}

/** What was noted when a release was published: its hashes then. */
export async function selectPublishedHashes(db: Db, roundId: string) {
  const rows = await db
    .selectFrom('survey.audit_event')
    .select('detail')
    .where('round_id', '=', roundId)
    .where('kind', '=', 'release_published')
    .execute();
  return rows.map(({ detail }) => detail);
}
