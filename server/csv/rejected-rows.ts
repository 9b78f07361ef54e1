import { open, type FileHandle } from 'node:fs/promises';
import { csvLine } from './csv-text.ts';
import { PROBLEM_COLUMN, type CsvFile } from './read-csv.ts';
import { problemLine, type RowProblem } from './row-problem.ts';

/** A row that was not taken: its cells as they stand in the file, and every reason. */
export type RejectedRow = { line: number; cells: readonly string[]; problems: readonly RowProblem[] };

/** What a command says of rejected rows: how many, where all of them are, and the first problems. */
export type RejectedReport = {
  rejected: number;
  report: string | null;
  problems: readonly RowProblem[];
  problems_left_out: number;
};

const SHOWN_PROBLEMS = 200;

/**
 * Collects rejected rows into a file (0600) of the same columns with the reasons in front, which can be
 * mended and imported as it is. The file is made at the first rejected row.
 */
export function collectRejected(path: string, file: Pick<CsvFile, 'columns' | 'separator'>) {
  const dropped = file.columns.indexOf(PROBLEM_COLUMN); // the reasons of an earlier round of mending
  const keep = (cells: readonly string[]) => cells.filter((_, index) => index !== dropped);
  const problems: RowProblem[] = [];
  let [rejected, problemCount] = [0, 0];
  let handle: FileHandle | null = null;
  return {
    async add(row: RejectedRow): Promise<void> {
      if (!handle) {
        handle = await open(path, 'w', 0o600);
        await handle.write(csvLine([PROBLEM_COLUMN, ...keep(file.columns)], file.separator));
      }
      rejected += 1;
      problemCount += row.problems.length;
      problems.push(...row.problems.slice(0, SHOWN_PROBLEMS - problems.length));
      await handle.write(csvLine([row.problems.map(problemLine).join(' · '), ...keep(row.cells)], file.separator));
    },
    async close(): Promise<RejectedReport> {
      await handle?.close();
      return { rejected, report: handle ? path : null, problems, problems_left_out: problemCount - problems.length };
    },
  };
}
