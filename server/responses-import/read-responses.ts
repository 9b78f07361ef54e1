import { inBatches } from '../csv/in-batches.ts';
import { openCsv, type CsvFile } from '../csv/read-csv.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { AskedSurveys } from '../engine/asked-surveys.ts';
import type { RawRow } from '../engine/question-types/question-type.ts';
import type { RegisterPerson } from './person-columns.ts';
import { readResponseRow, type ResponseEntry } from './read-response-row.ts';
import { checkResponseColumns } from './response-columns.ts';

export type OpenedResponses<P extends RegisterPerson> =
  | { kind: 'unusable'; problem: RowProblem }
  | { kind: 'responses'; file: CsvFile; notices: string[]; entries: AsyncIterable<ResponseEntry<P>> };

/** The people of these keys, in their order; null for a key that the population does not have. */
export type FindPeople<P extends RegisterPerson> = (keys: readonly string[]) => Promise<readonly (P | null)[]>;

const ROWS_AT_ONCE = 500;

/**
 * Reads responses.csv, streaming: each row against the survey of its person and against the population,
 * and each person once. A row with anything wrong is rejected whole. The person key ties the row to its person
 * here and goes no further.
 */
export async function openResponses<P extends RegisterPerson>(
  path: string,
  surveys: AskedSurveys,
  findPeople: FindPeople<P>,
): Promise<OpenedResponses<P>> {
  const opened = await openCsv(path, { linesInTexts: true });
  if (opened.kind === 'unusable') return opened;
  const { file } = opened;
  const { problem, notices } = checkResponseColumns(surveys.all, file.columns);
  if (problem) return { kind: 'unusable', problem };
  return { kind: 'responses', file, notices, entries: readEntries(file, surveys, findPeople) };
}

async function* readEntries<P extends RegisterPerson>(
  file: CsvFile,
  surveys: AskedSurveys,
  findPeople: FindPeople<P>,
): AsyncGenerator<ResponseEntry<P>> {
  const lineOf = new Map<string, number>();
  for await (const records of inBatches(file.records, ROWS_AT_ONCE)) {
    const keys = records.map((record) => (record.kind === 'row' ? keyIn(record.row) : ''));
    const people = await findPeople(keys);
    for (const [index, record] of records.entries()) {
      const entry = readResponseRow(surveys, record, people[index] ?? null);
      const key = keys[index] ?? '';
      const earlier = entry.kind === 'response' ? lineOf.get(key) : undefined;
      if (earlier !== undefined) {
        const problem = {
          line: record.line,
          column: 'person_key',
          value: key,
          reason: `this person is on line ${earlier} already`,
        };
        yield { kind: 'rejected', line: record.line, cells: record.cells, problems: [problem] };
        continue;
      }
      if (entry.kind === 'response') lineOf.set(key, record.line);
      yield entry;
    }
  }
}

function keyIn(row: RawRow): string {
  return (row['person_key'] ?? '').trim();
}
