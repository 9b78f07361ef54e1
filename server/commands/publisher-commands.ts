import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createPublisherKey, listPublisherKeys, revokePublisher } from '../releases/publisher-keys.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `keys create`, `keys list` and `keys revoke`. */
export function addPublisherCommands(program: Command, context: CommandContext): void {
  const keys = program.command('keys').description('keys of the people who publish releases, two at a time');
  keys
    .command('create')
    .description('make the key of one person and write it into a file, once')
    .requiredOption('--name <name>', 'whose key it is: small letters, digits and hyphens')
    .option('--out <file>', 'the file; without it NAME.key')
    .action((options: { name: string; out?: string }) => create(context, options));
  keys
    .command('list')
    .description('whose keys there are')
    .action(async () => {
      const rows = await listPublisherKeys(await context.deps());
      const lines = rows.map(({ name, created_on, revoked_on }) =>
        revoked_on === null ? `${name}  since ${created_on}` : `${name}  revoked on ${revoked_on}`,
      );
      context.result(rows, lines.join('\n') || 'There are no keys yet. Make two: uras keys create --name NAME');
    });
  keys
    .command('revoke <name>')
    .description('take the key of a person out of force for good')
    .action(async (name: string) => {
      if (!(await revokePublisher(await context.deps(), name)))
        throw new CommandError(`There is no key of ${name} in force. uras keys list shows all.`);
      context.result({ name, revoked: true }, `The key of ${name} opens nothing any more.`);
    });
}

async function create(context: CommandContext, { name, out }: { name: string; out?: string }): Promise<void> {
  const file = context.path(out ?? `${name}.key`);
  if (existsSync(file)) throw new CommandError(`${file} exists already. Name another file with --out.`);
  const outcome = await createPublisherKey(await context.deps(), name);
  if (outcome.kind === 'bad_name')
    throw new CommandError(`"${name}" is no name for a key: small letters, digits and hyphens, 40 at most.`);
  if (outcome.kind === 'taken')
    throw new CommandError(`There is or was a key of ${name}. Choose another name: a name stays one person's.`);
  writeFileSync(file, `${outcome.text}\n`, { mode: 0o600, flag: 'wx' });
  context.result(
    { name, file },
    `The key of ${name} is in ${file}. Give it to that person and keep no copy: the service has none.`,
  );
}
