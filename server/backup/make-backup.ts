import { letOthersIn, withLongWork } from '../db/long-work.ts';
import { migrationNames } from '../db/rebuild-schema.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { headerLine, makeSum, rowsLine, trailerLine, type BackupSum } from './backup-format.ts';
import { writeBackupFile } from './backup-file.ts';
import { onSnapshot, selectRounds, selectRowsPage, selectSequence, selectState, type State } from './store.ts';
import { BACKED_UP_TABLES, type BackedUpTable } from './tables.ts';

/** Rows a query: some 30 ms on the embedded database. */
const PAGE = 100;

export type BackupOutcome = {
  bytes: number;
  rows: Readonly<Record<string, number>>;
  rounds: number;
  /** Rounds that are not frozen: their keys lie in files of their own and are not in the backup. */
  roundsWithKeys: string[];
};

type Work = { progress: (line: string) => void };

/**
 * Writes every table into one file. On a server, a snapshot of one moment. On the embedded database,
 * in short steps that let savers in: everything that was acknowledged before the backup began is in
 * it, and of what is saved meanwhile some may be (a record as it is when its page is read).
 */
export async function makeBackup(
  deps: Pick<Deps, 'ownerDb' | 'embedded' | 'now'>,
  command: Work & { file: string },
): Promise<BackupOutcome> {
  return withLongWork(deps.ownerDb, 'a backup', () => {
    const write = (db: Db) => writeFrom(db, { ...command, made_on: deps.now().toISOString().slice(0, 10) });
    return deps.embedded ? write(deps.ownerDb) : onSnapshot(deps.ownerDb, write);
  });
}

async function writeFrom(db: Db, command: Work & { file: string; made_on: string }): Promise<BackupOutcome> {
  const state = await selectState(db);
  const rounds = await selectRounds(db);
  const sum = makeSum();
  const bytes = await writeBackupFile(command.file, backupLines(db, { ...command, state, sum }));
  return {
    bytes,
    rows: sum.rows,
    rounds: state.rounds.length,
    roundsWithKeys: rounds.filter((round) => round.frozen_on === null).map((round) => round.id),
  };
}

type Lines = Work & { made_on: string; state: State; sum: BackupSum };

async function* backupLines(db: Db, { made_on, state, sum, progress }: Lines): AsyncGenerator<string> {
  const header = headerLine({ made_on, migrations: await migrationNames() });
  sum.add(header);
  yield header;
  for (const table of BACKED_UP_TABLES) {
    sum.count(table.name, 0);
    for await (const page of pagesOf(db, table, state)) {
      const line = rowsLine({ table: table.name, ...page });
      sum.add(line);
      sum.count(table.name, page.count);
      yield line;
      await letOthersIn();
    }
    progress(`${table.name}: ${sum.rows[table.name]} rows`);
  }
  yield trailerLine({ rows: sum.rows, sequences: await sequencesOf(db), sha256: sum.digest() });
}

async function* pagesOf(db: Db, table: BackedUpTable, state: State) {
  for (let after: readonly string[] | null = null; ;) {
    const { count, rows, last } = await selectRowsPage(db, { table, state, after, limit: PAGE });
    if (count === 0) return;
    yield { count, rows };
    after = last;
  }
}

async function sequencesOf(db: Db): Promise<Record<string, string | null>> {
  const sequences: Record<string, string | null> = {};
  for (const table of BACKED_UP_TABLES) {
    if (table.counted) sequences[table.name] = await selectSequence(db, table.name);
  }
  return sequences;
}
