import { inBatches } from '../csv/in-batches.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import type { FileSettings } from './file-settings.ts';
import { readRow, type ReadRow, type RowRules } from './read-row.ts';
import { readTable, type TableRow } from './read-table.ts';
import { insertProblems, insertStaged, type RejectedLine, type StagedRow } from './staging-store.ts';
import { rulesOf } from './row-rules.ts';
import { deleteSome } from './upload-store.ts';
import type { Work } from './work.ts';

const ROWS_AT_ONCE = 1000;
export const MOST_ROWS = 200_000;
const DELETED_AT_ONCE = 5000;

export type StagedFile = { kind: 'staged'; rows: number; invented: boolean | null };
export type StageOutcome = StagedFile | { kind: 'lost' } | { kind: 'unusable'; problem: 'too_many_rows' | 'no_rows' };

type Job = { work: Work; round: LiveRound; settings: FileSettings; path: string };

/**
 * Reads a file into staged rows, some at a time, each batch in a transaction with how far it is. A worker that begins
 * anew after a break drops what was staged. Nothing of the round is touched.
 */
export async function stageFile(job: Job): Promise<StageOutcome> {
  const { work, settings, path } = job;
  for (const table of ['staged_person', 'staged_problem', 'staged_removal'] as const) {
    while ((await deleteSome(work.db, { id: work.upload.id, table, limit: DELETED_AT_ONCE })) > 0) await letOthersIn();
  }
  const { id, institutions } = work.upload;
  const place = { id, roundId: job.round.id, institutions };
  let rules: RowRules | null = null;
  let rows = 0;
  let invented = job.round.invented;
  for await (const batch of inBatches(readTable(path, settings), ROWS_AT_ONCE)) {
    rules ??= await rulesOf(job, batch);
    const below = batch.filter(({ line }) => line > settings.header);
    rows += below.length;
    if (rows > MOST_ROWS) return { kind: 'unusable', problem: 'too_many_rows' };
    const read = readRows(rules, below, invented);
    invented = read.invented;
    const isOurs = await work.step(async (trx) => insertRows(trx, place, read), { rows_read: rows });
    if (!isOurs) return { kind: 'lost' };
  }
  return rows === 0 ? { kind: 'unusable', problem: 'no_rows' } : { kind: 'staged', rows, invented };
}

type Read = { people: StagedRow[]; rejected: RejectedLine[]; invented: boolean | null };

/** The first good row decides whether the institutions are invented, where the round has nobody yet. */
function readRows(rules: RowRules, rows: readonly TableRow[], known: boolean | null): Read {
  const read: Read = { people: [], rejected: [], invented: known };
  for (const row of rows) {
    const found = mixedAsRejected(readRow(rules, row), read.invented);
    if (found.kind === 'rejected') {
      read.rejected.push({ line: row.line, cells: row.cells.map(withoutNul), problems: found.problems });
      continue;
    }
    read.invented = found.invented;
    const { person, deceased } = found;
    read.people.push({ line: row.line, ...person, protected: found.protected, deceased });
  }
  return read;
}

function mixedAsRejected(row: ReadRow, known: boolean | null): ReadRow {
  if (row.kind === 'rejected' || known === null || row.invented === known) return row;
  const { institution } = row.person;
  return {
    kind: 'rejected',
    problems: [{ field: 'institution', value: institution, why: { code: 'mixed', invented: row.invented } }],
  };
}

async function insertRows(
  trx: Db,
  place: Parameters<typeof insertStaged>[1],
  { people, rejected }: Read,
): Promise<undefined> {
  await insertStaged(trx, place, people);
  await insertProblems(trx, place.id, rejected);
}

function withoutNul(cell: string): string {
  return cell.replaceAll('\0', '').toWellFormed();
}
