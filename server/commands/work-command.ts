import { once } from 'node:events';
import type { Command } from 'commander';
import { openChannels } from '../jobs/open-channels.ts';
import { startWorker } from '../jobs/run-worker.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `uras work`. */
export function addWorkCommand(program: Command, context: CommandContext): void {
  program
    .command('work')
    .description('send what is due, until stopped; any number of these may run, on any machine that has the keys')
    .action(() => work(context));
}

async function work(context: CommandContext): Promise<void> {
  const deps = await context.deps();
  if (deps.embedded) {
    throw new CommandError('On the embedded database the server itself sends: start it with npm start.');
  }
  const channels = openChannels(deps);
  const names = Object.keys(channels);
  const { sending } = deps.config;
  if (!sending || names.length === 0) {
    throw new CommandError('Nothing can be sent: set URAS_SMTP_URL, URAS_SMS_FILE, URAS_SMS_URL or URAS_LETTER_DIR.');
  }
  if (deps.config.baseUrl === null) {
    throw new CommandError('Links need an address that people can open: set URAS_BASE_URL.');
  }
  const worker = startWorker(deps, channels, sending);
  context.progress(`Sending ${names.join(', ')}. Stop with Ctrl-C: what is under way is finished first.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await worker.stop();
  context.result({ stopped: true }, 'Stopped.');
}
