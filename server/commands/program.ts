import { Command, CommanderError } from 'commander';
import type { Deps } from '../deps.ts';
import { addCommands } from './commands.ts';
import { namesFolder } from './verify-command.ts';
import { CommandError, makeContext, type CommandContext, type CommandIo } from './context.ts';

/** Commands that need no database: they run where they are typed, also beside a running server. */
const WITHOUT_DATABASE = [
  'definitions check',
  'definitions list',
  'definitions codes',
  'definitions export',
  'definitions diff',
  'codes list',
  'codes show',
  'codes import',
  'simulate',
  'releases from-files',
  'attack',
];

/** Whether a command line needs the database (help never does). */
export function needsDatabase(words: readonly string[]): boolean {
  if (words.length === 0 || words.includes('--help') || words.includes('-h') || words[0] === 'help') return false;
  const plain = words.filter((word) => !word.startsWith('-'));
  if (plain[0] === 'definitions' && words.some((word) => word.split('=')[0] === '--round')) return true;
  if (plain[0] === 'releases' && plain[1] === 'verify' && namesFolder(plain[2] ?? '')) return false;
  return !WITHOUT_DATABASE.some((name) => plain.slice(0, name.split(' ').length).join(' ') === name);
}

/** Runs one command line. Returns its exit code: 0 when the work was done, 1 when nothing was (or as the command says). */
export async function runCommand(words: readonly string[], io: CommandIo, deps: () => Promise<Deps>): Promise<number> {
  const context = makeContext(io, { json: words.includes('--json'), deps });
  try {
    await makeProgram(context, io).parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1; // commander has said why
    io.err(`${messageOf(error)}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

function makeProgram(context: CommandContext, io: CommandIo): Command {
  const program = new Command('uras')
    .description('Uraseuranta: career follow-up surveys. One JSON document on stdout with --json.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  addCommands(program, context, io.listsDir);
  for (const command of everyCommand(program))
    command.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  for (const command of everyCommand(program))
    if (command.commands.length === 0) command.option('--json', 'print one JSON document');
  return program;
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...everyCommand(child)]);
}

function messageOf(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  const parts: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) parts.push(cause.message);
  return parts.join('\n') || String(error);
}
