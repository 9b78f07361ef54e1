import { dropSchemas, migrationNames, runMigrations } from '../db/rebuild-schema.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import { publishDefinitions } from '../definitions/publish-definitions.ts';
import type { Deps } from '../deps.ts';
import { makeSum, parseBackupLine, type BackupTrailer } from './backup-format.ts';
import { readBackupFile } from './backup-file.ts';
import { checkBackup } from './check-backup.ts';
import {
  allowEmptyLog,
  countOwnBlocks,
  deferReferences,
  deleteRows,
  haltMessages,
  insertRows,
  lockRounds,
  selectRounds,
  updateSequence,
} from './store.ts';
import { BACKED_UP_TABLES, PASSING_TABLES } from './tables.ts';

export type RestoredRound = { round: string; keys: 'not_needed' | 'present' | 'missing' };

export type RestoreOutcome =
  | { kind: 'restored'; made_on: string; rows: Readonly<Record<string, number>>; rounds: RestoredRound[] }
  | { kind: 'unusable'; reason: string }
  /** The database has rounds or blocks of own questions: a backup is never mixed with them. */
  | { kind: 'not_empty'; rounds: number; ownBlocks: number };

type Command = { file: string; progress: (line: string) => void };

/**
 * Puts a backup into a database without rounds and own questions: all of it, or nothing. The whole file is checked
 * before the first row is written, and everything is written in one transaction.
 */
export async function restoreBackup(
  deps: Pick<Deps, 'ownerDb' | 'surveys' | 'keys'>,
  command: Command,
): Promise<RestoreOutcome> {
  return withLongWork(deps.ownerDb, 'restoring a backup', async () => {
    const there = await inDatabase(deps.ownerDb);
    if (there) return there;
    const keys = deps.keys.allRoundKeys(); // throws, before anything is written, when the master key is another
    const migrations = await migrationNames();
    const checked = await checkBackup(command.file, { surveys: deps.surveys, migrations });
    if (checked.kind === 'unusable') return checked;
    command.progress('the file is whole');
    const { header, trailer } = checked;
    const later = migrations.slice(header.migrations.length);
    const rounds = await deps.ownerDb.transaction().execute(async (trx) => {
      await lockRounds(trx);
      const made = await inDatabase(trx);
      if (made) return made;
      await allowEmptyLog(trx);
      await emptyTables(trx, later.length > 0 ? header.migrations : null);
      await deferReferences(trx);
      await putBack(trx, command, trailer);
      await runMigrations(trx, later);
      await haltMessages(trx);
      await publishDefinitions(trx, deps.surveys.all);
      return selectRounds(trx);
    });
    if (!Array.isArray(rounds)) return rounds;
    const restored = rounds.map(({ id, frozen_on }) => ({ round: id, keys: keysOf(frozen_on, keys.has(id)) }));
    return { kind: 'restored', made_on: header.made_on, rows: trailer.rows, rounds: restored };
  });
}

/** What keeps a backup out; null = nothing. */
async function inDatabase(db: Db): Promise<Extract<RestoreOutcome, { kind: 'not_empty' }> | null> {
  const [rounds, ownBlocks] = [(await selectRounds(db)).length, await countOwnBlocks(db)];
  return rounds + ownBlocks > 0 ? { kind: 'not_empty', rounds, ownBlocks } : null;
}

/** Empties every table; for a backup of an earlier schema, makes the tables anew as they were then. */
async function emptyTables(trx: Db, earlierMigrations: readonly string[] | null): Promise<void> {
  if (earlierMigrations === null) {
    for (const table of PASSING_TABLES) await deleteRows(trx, table);
    for (const table of BACKED_UP_TABLES.toReversed()) await deleteRows(trx, table.name);
    return;
  }
  await dropSchemas(trx);
  await runMigrations(trx, earlierMigrations);
}

async function putBack(trx: Db, { file, progress }: Command, trailer: BackupTrailer): Promise<void> {
  let table = '';
  const sum = makeSum();
  for await (const bytes of readBackupFile(file)) {
    const line = parseBackupLine(bytes.toString('utf8'));
    if (line?.kind !== 'trailer') sum.add(bytes).add('\n');
    if (line?.kind !== 'rows') continue;
    if (line.table !== table) progress(`${line.table}: ${trailer.rows[line.table] ?? 0} rows`);
    table = line.table;
    await insertRows(trx, line.table, line.rows);
  }
  if (sum.digest() !== trailer.sha256) throw new Error(`${file} was changed while it was read. Nothing was written.`);
  for (const [counted, last] of Object.entries(trailer.sequences)) {
    if (last !== null) await updateSequence(trx, counted, last);
  }
}

function keysOf(frozenOn: string | null, arePresent: boolean): RestoredRound['keys'] {
  if (frozenOn !== null) return 'not_needed';
  return arePresent ? 'present' : 'missing';
}
