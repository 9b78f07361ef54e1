import { setTimeout as sleep } from 'node:timers/promises';
import { sealAuditEvents } from './audit/seal-events.ts';
import { handOver } from './commands/command-socket.ts';
import type { CommandIo } from './commands/context.ts';
import { needsDatabase, runCommand } from './commands/program.ts';
import { readConfig } from './config.ts';
import { DirectoryInUseError } from './db/embedded-lock.ts';
import { openDeps, type OpenDeps } from './open-deps.ts';

// The command line. With the embedded database a running server does the work, since the data
// belongs to it; otherwise this process opens the database itself.
const STARTING_UP_MS = 30_000;

const io: CommandIo = {
  // npm runs scripts in the project's folder; INIT_CWD is where the person typed the command.
  cwd: (process.env['npm_lifecycle_event'] === 'uras' && process.env['INIT_CWD']) || process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};
const words = process.argv.slice(2);

try {
  process.exitCode = await run();
} catch (error) {
  io.err(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const config = readConfig(process.env);
  io.listsDir = config.codeListsDir;
  if (!needsDatabase(words))
    return runCommand(words, io, () => Promise.reject(new Error('This command has no database.')));
  for (let waited = 0; ; waited += 500) {
    const exitCode = config.databaseUrl ? null : await handOver(config.dataDir, words, io);
    if (exitCode !== null) return exitCode;
    try {
      return await runHere();
    } catch (error) {
      // A server that is starting up has the directory and no socket yet.
      if (!(error instanceof DirectoryInUseError) || waited >= STARTING_UP_MS) throw error;
      await sleep(500);
    }
  }

  async function runHere(): Promise<number> {
    const log = {
      info: (message: string) => io.err(message + '\n'),
      error: (message: string) => io.err(message + '\n'),
    };
    const deps: OpenDeps = await openDeps(config, { as: 'owner', log });
    try {
      return await runCommand(words, io, async () => deps);
    } finally {
      await sealAuditEvents(deps).catch(() => undefined); // whoever comes next seals it
      await deps.close();
    }
  }
}
