import { runCommand } from '../../server/commands/program.ts';
import type { Deps } from '../../server/deps.ts';

export type CommandRun = { code: number; out: string; err: string };

/** Runs one command line in this process, as the command line or a running server would. */
export async function runWords(deps: Deps, cwd: string, ...words: readonly string[]): Promise<CommandRun> {
  const run: CommandRun = { code: 0, out: '', err: '' };
  const io = { cwd, out: (text: string) => void (run.out += text), err: (text: string) => void (run.err += text) };
  run.code = await runCommand(words, io, async () => deps);
  return run;
}

/** The same with --json; returns the parsed document. Throws what the command said when it did nothing. */
export async function runJson(deps: Deps, cwd: string, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const run = await runWords(deps, cwd, ...words, '--json');
  if (run.code !== 0) throw new Error(`${words.join(' ')}\n${run.err}`);
  return JSON.parse(run.out) as Record<string, unknown>; // the document of a command is an object
}
