import { insertAuditEvent } from '../audit/store.ts';
import { inBatches } from '../csv/in-batches.ts';
import { collectRejected, type RejectedReport } from '../csv/rejected-rows.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { letOthersIn, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { selectAbsentInstitutions } from '../rounds/change-store.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { openLiveRound, type LiveRound, type RoundUnavailable } from './open-live-round.ts';
import { openPopulation, type PopulationEntry } from './read-population.ts';
import { insertImport, markInvented } from './store.ts';
import { writePeople, type PersonEntry } from './write-people.ts';

export type ImportPopulation = {
  roundId: string;
  file: string;
  rejectedFile: string;
  /** false = say what would be done. */
  confirm: boolean;
  /** Real people on the embedded database, which does not force its writes to disk. */
  acceptNoFsync: boolean;
  progress: (line: string) => void;
};

export type PopulationCounts = {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Left out: addresses that are protected, people who have died, and people who refused in an earlier round. */
  protected: number;
  deceased: number;
  refused: number;
  without_email_and_phone: number;
  other_graduation_year: number;
};

export type ImportPopulationOutcome =
  | { kind: 'done'; counts: PopulationCounts; rejected: RejectedReport; invented: boolean | null; notices: string[] }
  | { kind: 'unusable'; problem: RowProblem }
  | RoundUnavailable
  | { kind: 'not_forced_to_disk' }
  /** Another import has just filled the round with the other kind of institutions. */
  | { kind: 'overtaken' };

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys' | 'embedded'>;
type Rejected = Extract<PopulationEntry, { kind: 'rejected' }>;

const ROWS_AT_ONCE = 500;
const PROGRESS_EVERY = 5_000;
const NOBODY: PopulationCounts = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  protected: 0,
  deceased: 0,
  refused: 0,
  without_email_and_phone: 0,
  other_graduation_year: 0,
};

/**
 * Imports population.csv into a round: good rows go in, bad ones are reported and kept in a file. Each
 * few hundred rows are a transaction of their own, so that answers are saved in between; after a break
 * the same file simply goes on, since what is in already is unchanged.
 */
export async function importPopulation(deps: Needs, command: ImportPopulation): Promise<ImportPopulationOutcome> {
  return withLongWork(deps.ownerDb, `importing the population of round ${command.roundId}`, () =>
    importFile(deps, command),
  );
}

async function importFile(deps: Needs, command: ImportPopulation): Promise<ImportPopulationOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  const opened = await openPopulation(command.file, round.survey, {
    invented: round.invented,
    absent: new Set(await selectAbsentInstitutions(deps.ownerDb, round.id)),
  });
  if (opened.kind === 'unusable') return opened;
  const rejected = collectRejected(command.rejectedFile, opened.file);
  let report: RejectedReport;
  let outcome: Imported | Stopped;
  try {
    outcome = await importEntries(deps, command, { round, entries: opened.entries, reject: rejected.add });
  } finally {
    report = await rejected.close();
  }
  if (outcome.kind !== 'imported') return outcome;
  const { counts, invented } = outcome;
  if (command.confirm) await noteImport(deps, { round, counts, rejected: report.rejected });
  return { kind: 'done', counts, rejected: report, invented: invented ?? round.invented, notices: opened.notices };
}

type Stopped = { kind: 'frozen' } | { kind: 'not_forced_to_disk' } | { kind: 'overtaken' };
type Imported = { kind: 'imported'; counts: PopulationCounts; invented: boolean | null };

async function importEntries(
  deps: Needs,
  command: ImportPopulation,
  work: { round: LiveRound; entries: AsyncIterable<PopulationEntry>; reject: (row: Rejected) => Promise<void> },
): Promise<Imported | Stopped> {
  const { round } = work;
  const counts: PopulationCounts = { ...NOBODY };
  let invented: boolean | null = null;
  for await (const batch of inBatches(work.entries, ROWS_AT_ONCE)) {
    for (const entry of batch) if (entry.kind === 'rejected') await work.reject(entry);
    const people = batch.filter((entry) => entry.kind === 'person');
    const [first] = people;
    if (first) {
      const stop = invented === null && command.confirm ? await begin(deps, command, first.invented) : null;
      if (stop) return stop;
      invented = first.invented;
      const changes = await writePeople(deps.ownerDb, round, people, command.confirm);
      if (changes === 'frozen') return { kind: 'frozen' };
      for (const change of changes) counts[change] += 1;
    }
    countRows(counts, batch.length, people, round);
    if (counts.rows % PROGRESS_EVERY < batch.length) command.progress(`${counts.rows} rows read`);
    await letOthersIn();
  }
  return { kind: 'imported', counts, invented };
}

/** Before the first person is written: may they be here, and does the round take their kind of institutions? */
async function begin(deps: Needs, command: ImportPopulation, invented: boolean): Promise<Stopped | null> {
  if (!invented && deps.embedded && !command.acceptNoFsync) return { kind: 'not_forced_to_disk' };
  return (await markInvented(deps.ownerDb, { roundId: command.roundId, invented })) ? null : { kind: 'overtaken' };
}

function countRows(counts: PopulationCounts, rows: number, people: readonly PersonEntry[], round: LiveRound): void {
  counts.rows += rows;
  for (const { person, flags } of people) {
    if (flags.protected || flags.deceased) continue;
    if (person.email === null && person.phone === null) counts.without_email_and_phone += 1;
    if (!person.graduation_date.startsWith(round.cohort)) counts.other_graduation_year += 1;
  }
}

async function noteImport(
  deps: Needs,
  input: { round: LiveRound; counts: PopulationCounts; rejected: number },
): Promise<void> {
  const { rows, added, changed, unchanged } = input.counts;
  const counts = { rows, added, changed, unchanged, rejected: input.rejected };
  const roundId = input.round.id;
  const on_date = zonedDay(deps.now(), input.round.time_zone);
  await deps.ownerDb.transaction().execute(async (trx) => {
    await insertImport(trx, { roundId, on_date, counts });
    await insertAuditEvent(trx, { on_date, kind: 'population_imported', round_id: roundId, detail: counts });
  });
}
