import { openCsv, type CsvFile } from '../csv/read-csv.ts';
import type { RejectedRow } from '../csv/rejected-rows.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Survey } from '../engine/survey.ts';
import { checkPopulationColumns, parseFlags, parsePopulationRow, type PopulationRow } from './population-file.ts';
import type { Flags } from './read-flags.ts';
import { registerOf, type Register } from './register.ts';

/** One row of population.csv: a person, or a row that is not taken. */
export type PopulationEntry =
  | { kind: 'person'; line: number; person: PopulationRow; flags: Flags; invented: boolean }
  | ({ kind: 'rejected' } & RejectedRow);

export type OpenedPopulation =
  | { kind: 'unusable'; problem: RowProblem }
  | { kind: 'population'; file: CsvFile; notices: string[]; entries: AsyncIterable<PopulationEntry> };

/** What of the round decides which rows are taken. */
type RoundRules = {
  /** Whether its institutions are invented; null = the first good row decides. */
  invented: boolean | null;
  /** Institutions that take no part in it. */
  absent: ReadonlySet<string>;
};

/**
 * Reads population.csv, streaming, with every rule that looks at more than one row: a person comes once,
 * institutions are all invented or all real, and they take part in the round.
 */
export async function openPopulation(path: string, survey: Survey, rules: RoundRules): Promise<OpenedPopulation> {
  const opened = await openCsv(path, { linesInTexts: false });
  if (opened.kind === 'unusable') return opened;
  const { file } = opened;
  const { problem, notices } = checkPopulationColumns(file.columns);
  if (problem) return { kind: 'unusable', problem };
  return { kind: 'population', file, notices, entries: readEntries(file, registerOf(survey), rules) };
}

async function* readEntries(
  file: CsvFile,
  register: Register,
  { invented: known, absent }: RoundRules,
): AsyncGenerator<PopulationEntry> {
  const lineOf = new Map<string, number>();
  let decided = known === null ? null : { invented: known, by: 'this round' };
  for await (const record of file.records) {
    const { line, cells } = record;
    const reject = (problems: readonly RowProblem[]): PopulationEntry => ({ kind: 'rejected', line, cells, problems });
    if (record.kind === 'broken') {
      yield reject([record.problem]);
      continue;
    }
    const parsed = parsePopulationRow(register, record.row, line);
    const { flags, problems } = parseFlags(record.row, line);
    if (parsed.kind === 'invalid' || problems.length > 0) {
      yield reject([...(parsed.kind === 'invalid' ? parsed.problems : []), ...problems]);
      continue;
    }
    const { person, invented } = parsed;
    const earlier = lineOf.get(person.person_key);
    const kind = decided ?? { invented, by: `line ${line}` };
    if (earlier !== undefined) {
      const reason = `this person is on line ${earlier} already`;
      yield reject([{ line, column: 'person_key', value: person.person_key, reason }]);
    } else if (absent.has(person.institution)) {
      const reason = 'this institution takes no part in the round';
      yield reject([{ line, column: 'institution', value: person.institution, reason }]);
    } else if (kind.invented !== invented) {
      const reason = `${invented ? 'invented' : 'real'} institution, but ${kind.by} has ${kind.invented ? 'invented' : 'real'} ones: never both`;
      yield reject([{ line, column: 'institution', value: person.institution, reason }]);
    } else {
      lineOf.set(person.person_key, line);
      decided = kind;
      yield { kind: 'person', line, person, flags, invented };
    }
  }
}
