import type { Command } from 'commander';
import { insertAuditEvent } from '../audit/store.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup, type RestoredRound, type RestoreOutcome } from '../backup/restore-backup.ts';
import type { Deps } from '../deps.ts';
import { CommandError, type CommandContext } from './context.ts';

const KEYS_APART =
  'The keys of rounds (files keys/ROUND.key in the data directory) and the master key are not in a backup. Keep copies of them in another place: ' +
  'whoever has both can tell who answered what. Without them no link of an open round works any more; answers stay, and the round can still be frozen.';

/** `uras backup FILE` and `uras restore FILE`. */
export function addBackupCommands(program: Command, context: CommandContext): void {
  program
    .command('backup <file>')
    .description('write every table into one file (0600), also while people answer; the keys of rounds are not in it')
    .action(async (typed: string) => {
      const file = context.path(typed);
      const deps = await context.deps();
      const { bytes, rows, rounds, roundsWithKeys } = await makeBackup(deps, {
        file,
        progress: context.progress,
      });
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      await noteFile(deps, 'backup_made', total);
      context.result(
        { file, bytes, rounds, rows, rounds_with_keys: roundsWithKeys },
        `${file}: ${rounds} rounds, ${total} rows, ${bytes} bytes.\n` +
          (roundsWithKeys.length > 0
            ? `Rounds with keys: ${roundsWithKeys.join(', ')}. ${KEYS_APART}`
            : 'No round has keys any more.'),
      );
    });
  program
    .command('restore <file>')
    .description('put a backup into a database without rounds and own questions: all of it, or nothing')
    .action(async (typed: string) => {
      const file = context.path(typed);
      const deps = await context.deps();
      const outcome = await restoreBackup(deps, { file, progress: context.progress });
      if (outcome.kind !== 'restored') throw new CommandError(whyNot(file, outcome));
      const total = Object.values(outcome.rows).reduce((sum, count) => sum + count, 0);
      await noteFile(deps, 'backup_restored', total);
      context.result(
        { file, made_on: outcome.made_on, rows: outcome.rows, rounds: outcome.rounds },
        [`Restored ${total} rows of the backup of ${outcome.made_on}.`, ...keyLines(outcome.rounds)].join('\n'),
      );
    });
}

/** Writes down that everything left in a file, or came out of one. */
async function noteFile(deps: Deps, kind: 'backup_made' | 'backup_restored', rows: number): Promise<void> {
  const on_date = deps.now().toISOString().slice(0, 10);
  await insertAuditEvent(deps.ownerDb, { on_date, kind, round_id: null, detail: { rows } });
}

function keyLines(rounds: readonly RestoredRound[]): string[] {
  const missing = rounds.filter(({ keys }) => keys === 'missing').map(({ round }) => round);
  if (missing.length === 0) return ['Every round has the keys that it needs.'];
  return [
    `Keys are missing for: ${missing.join(', ')}. Put the files ${missing.map((round) => `keys/${round}.key`).join(', ')} back into the data directory, with the master key they were made with.`,
    'Until then no link of these rounds works and no letters can be made. If the keys are lost, the answers that are stored stay, and the rounds can still be closed and frozen.',
  ];
}

function whyNot(file: string, outcome: Exclude<RestoreOutcome, { kind: 'restored' }>): string {
  switch (outcome.kind) {
    case 'not_empty':
      return `The database has ${outcome.rounds > 0 ? 'rounds' : 'own questions of institutions'}, and a backup is put into an empty one only. Set URAS_DATA_DIR (or DATABASE_URL) to a new one and run the command before the server is started. Nothing was changed.`;
    case 'unusable':
      return `${file} cannot be restored: ${outcome.reason}. Nothing was changed.`;
    default:
      return outcome satisfies never;
  }
}
