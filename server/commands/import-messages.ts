import type { RejectedReport } from '../csv/rejected-rows.ts';
import { problemLine, type RowProblem } from '../csv/row-problem.ts';
import type { RoundUnavailable } from '../invitations/open-live-round.ts';
import { CommandError } from './context.ts';

const SHOWN = 20;

/** What is wrong with some rows, and where all rejected rows are. Empty when none was rejected. */
export function rejectedLines(rejected: RejectedReport): string[] {
  if (rejected.rejected === 0) return [];
  const shown = rejected.problems.slice(0, SHOWN);
  const more = rejected.problems.length + rejected.problems_left_out - shown.length;
  return [
    `${rejected.rejected} rows are rejected:`,
    ...shown.map((problem) => `  ${problemLine(problem)}`),
    ...(more > 0 ? [`  and ${more} problems more`] : []),
    `All of them, with every reason: ${rejected.report ?? ''}`,
    'Mend them there and import that file.',
  ];
}

/** The file as a whole cannot be read. */
export function unusableFile(file: string, problem: RowProblem): CommandError {
  return new CommandError(`${file} cannot be imported: ${problemLine(problem)}`);
}

export function unavailableRound(roundId: string, outcome: RoundUnavailable): CommandError {
  return new CommandError(whyUnavailable(roundId, outcome));
}

function whyUnavailable(roundId: string, outcome: RoundUnavailable): string {
  switch (outcome.kind) {
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'frozen':
      return `Round ${roundId} is frozen: its people and answers do not change any more.`;
    case 'keys_missing':
      return `The keys of round ${roundId} are not in the folder keys of URAS_DATA_DIR. Put the key file back, or start the command with the right URAS_DATA_DIR.`;
    case 'definition_missing':
      return `Round ${roundId} asks ${outcome.definition}, which this version of Uraseuranta does not have.`;
    default:
      return outcome satisfies never;
  }
}
