import { writeFileSync } from 'node:fs';
import type { RejectedRow } from '../csv/rejected-rows.ts';
import { problemLine } from '../csv/row-problem.ts';

/** How many rows of a file were left out, and where the reasons are. */
export type RejectedFile = { rejected: number; report: string | null };

/** Writes the reasons of rejected rows beside their file, for its owner only. */
export function reportRejected(file: string, rejected: readonly RejectedRow[]): RejectedFile {
  if (rejected.length === 0) return { rejected: 0, report: null };
  const report = `${file}.rejected.txt`;
  const lines = rejected.flatMap((row) => row.problems.map(problemLine));
  writeFileSync(report, lines.join('\n') + '\n', { mode: 0o600 });
  return { rejected: rejected.length, report };
}
