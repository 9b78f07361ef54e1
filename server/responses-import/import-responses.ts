import { insertAuditEvent } from '../audit/store.ts';
import { inBatches } from '../csv/in-batches.ts';
import { collectRejected, type RejectedReport, type RejectedRow } from '../csv/rejected-rows.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { letOthersIn, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { surveysOfRound } from '../own-blocks/asked-survey.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { openResponses } from './read-responses.ts';
import { selectRegister } from './store.ts';
import { writeResponses, type ResponseOfPerson } from './write-responses.ts';

export type ImportResponses = {
  roundId: string;
  file: string;
  rejectedFile: string;
  /** false = say what would be done. */
  confirm: boolean;
  progress: (line: string) => void;
};

export type ResponseCounts = { rows: number; added: number; unchanged: number };

export type ImportResponsesOutcome =
  | { kind: 'done'; counts: ResponseCounts; rejected: RejectedReport; notices: string[] }
  | { kind: 'unusable'; problem: RowProblem }
  | RoundUnavailable;

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys'>;
type Entry = ResponseOfPerson | ({ kind: 'rejected' } & RejectedRow);

const ROWS_AT_ONCE = 250;
const PROGRESS_EVERY = 5_000;

/**
 * Imports responses.csv, answers that were given on paper or elsewhere, into a round: before, during and
 * after its opening, until it is frozen. A person answers once, and nothing that is there is changed. The
 * person key finds the person's background and record, and is not stored with the answers.
 */
export async function importResponses(deps: Needs, command: ImportResponses): Promise<ImportResponsesOutcome> {
  return withLongWork(deps.ownerDb, `importing responses of round ${command.roundId}`, () => importFile(deps, command));
}

async function importFile(deps: Needs, command: ImportResponses): Promise<ImportResponsesOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  const surveys = await surveysOfRound(deps.ownerDb, round.id, round.survey);
  const opened = await openResponses(command.file, surveys, (keys) => findPeople(deps, round.id, keys));
  if (opened.kind === 'unusable') return opened;
  const rejected = collectRejected(command.rejectedFile, opened.file);
  let report: RejectedReport;
  let counts: ResponseCounts | 'frozen';
  try {
    counts = await importEntries(deps, command, { round, entries: opened.entries, reject: rejected.add });
  } finally {
    report = await rejected.close();
  }
  if (counts === 'frozen') return { kind: 'frozen' };
  if (command.confirm) {
    const detail = { ...counts, rejected: report.rejected };
    const on_date = zonedDay(deps.now(), round.time_zone);
    await insertAuditEvent(deps.ownerDb, { on_date, kind: 'responses_imported', round_id: round.id, detail });
  }
  return { kind: 'done', counts, rejected: report, notices: opened.notices };
}

async function importEntries(
  deps: Needs,
  command: ImportResponses,
  work: { round: LiveRound; entries: AsyncIterable<Entry>; reject: (row: RejectedRow) => Promise<void> },
): Promise<ResponseCounts | 'frozen'> {
  const counts: ResponseCounts = { rows: 0, added: 0, unchanged: 0 };
  for await (const batch of inBatches(work.entries, ROWS_AT_ONCE)) {
    for (const entry of batch) if (entry.kind === 'rejected') await work.reject(entry);
    const responses = batch.filter((entry) => entry.kind === 'response');
    const changes = await writeResponses(deps.ownerDb, work.round, responses, command.confirm);
    if (changes === 'frozen') return 'frozen';
    for (const [index, response] of responses.entries()) {
      const change = changes[index];
      if (change === 'double') await work.reject(asDouble(response));
      else if (change) counts[change] += 1;
    }
    counts.rows += batch.length;
    if (counts.rows % PROGRESS_EVERY < batch.length) command.progress(`${counts.rows} rows read`);
    await letOthersIn();
  }
  return counts;
}

function asDouble({ line, cells, person }: ResponseOfPerson): RejectedRow {
  const reason = 'this person has answers in the round already; they stay as they are';
  return { line, cells, problems: [{ line, column: 'person_key', value: person.person_key, reason }] };
}

async function findPeople(deps: Needs, roundId: string, keys: readonly string[]) {
  const rows = await selectRegister(deps.ownerDb, { roundId, personKeys: [...new Set(keys)] });
  const people = new Map(
    rows.flatMap(({ institution, degree, graduation_date, ...rest }) =>
      institution === null || degree === null || graduation_date === null
        ? [] // emptied by freezing
        : [[rest.person_key, { ...rest, institution, degree, graduation_date }] as const],
    ),
  );
  return keys.map((key) => people.get(key) ?? null);
}
