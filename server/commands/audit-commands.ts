import type { Command } from 'commander';
import { headFrom, headText, type Break } from '../audit/chain.ts';
import { currentHead, verifyLog, type LogCheck } from '../audit/verify-log.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `audit verify` and `audit head`. */
export function addAuditCommands(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description('the log of what was done');
  audit
    .command('verify')
    .description('compute every hash of the log anew: names the first entry that is not as it was written')
    .option('--head <head>', 'the end of the log as it was kept outside (uras audit head): a missing end shows, too')
    .action((options: { head?: string }) => verify(context, options.head));
  audit
    .command('head')
    .description('print the end of the log, to be kept where those who can change the database cannot')
    .action(async () => {
      const head = await currentHead(await context.deps());
      context.result(head, headText(head));
    });
}

async function verify(context: CommandContext, typed: string | undefined): Promise<void> {
  const kept = typed === undefined ? null : headFrom(typed);
  if (typed !== undefined && !kept)
    throw new CommandError(
      '--head takes what uras audit head printed: a number, a colon and 64 letters and digits, such as 12:9f…',
    );
  const check = await verifyLog(await context.deps(), kept);
  const { sealed, unsealed, head, problem } = check;
  const json = { sealed: Number(sealed), unsealed, head: headText(head), problem };
  if (problem) {
    context.result(json, `${problemWords(problem)}\nEntries before it agree: ${sealed}.`);
    throw new CommandError('The log is not as it was written.');
  }
  const waiting = unsealed > 0 ? ` ${unsealed} of this moment wait for their seal.` : '';
  const end = kept ? ` It reaches beyond the head that was kept, and agrees with it.` : '';
  context.result(
    json,
    `${sealed} entries, all as they were written.${waiting}${end}\nThe log ends at ${headText(head)}`,
  );
}

const BREAKS: Readonly<Record<Break, string>> = {
  seal_missing: 'its seal was removed',
  entry_missing: 'the entry was removed and its seal is left',
  entry_changed: 'the entry says something else than when it was written',
  seal_changed: 'it does not follow from the one before, which was written anew with a seal of its own',
};

function problemWords(problem: NonNullable<LogCheck['problem']>): string {
  switch (problem.what) {
    case 'end_missing':
      return `The end was cut off: the head that was kept is entry ${problem.number}, and the log does not reach it.`;
    case 'other_chain':
      return `The log was written anew: entry ${problem.number} has another hash than the head that was kept.`;
    case 'seal_missing':
    case 'entry_missing':
    case 'entry_changed':
    case 'seal_changed': {
      const row = problem.eventId === null ? '' : ` (row ${problem.eventId} of survey.audit_event)`;
      return `Broken at entry ${problem.number}${row}: ${BREAKS[problem.what]}.`;
    }
    default:
      return problem satisfies never;
  }
}
