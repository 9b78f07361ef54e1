import type { Command } from 'commander';
import { createToken, listTokens, revokeApiToken } from '../api/tokens.ts';
import { CommandError, type CommandContext } from './context.ts';
import { dayIn } from './days.ts';

type CreateOptions = { name: string; scope: string; institution?: string; expires: string };

/** `tokens create`, `tokens list` and `tokens revoke`. */
export function addTokenCommands(program: Command, context: CommandContext): void {
  const tokens = program
    .command('tokens')
    .description('tokens of programs: they read published releases, or import people');
  tokens
    .command('create')
    .description('make a token and print it, once')
    .requiredOption('--name <name>', 'what it is for: small letters, digits and hyphens')
    .requiredOption('--scope <scope>', 'what it allows: releases:read, or population:write')
    .requiredOption('--expires <day>', 'the last day on which it opens anything (YYYY-MM-DD), within two years')
    .option('--institution <code>', 'documents of degrees, or people, of this institution only')
    .action((options: CreateOptions) => create(context, options));
  tokens
    .command('list')
    .description('which tokens there are, and until when')
    .action(async () => {
      const rows = await listTokens(await context.deps());
      const lines = rows.map(({ name, scope, institution, expires_on, revoked_on }) => {
        const until = revoked_on === null ? `until ${expires_on}` : `revoked on ${revoked_on}`;
        return `${name}  ${scope}  ${institution === '' ? 'all institutions' : institution}  ${until}`;
      });
      context.result(rows, lines.join('\n') || 'There are no tokens.');
    });
  tokens
    .command('revoke <name>')
    .description('take a token out of force for good')
    .action(async (name: string) => {
      if (!(await revokeApiToken(await context.deps(), name)))
        throw new CommandError(`There is no token ${name} in force. uras tokens list shows all.`);
      context.result({ name, revoked: true }, `The token ${name} opens nothing any more.`);
    });
}

async function create(context: CommandContext, options: CreateOptions): Promise<void> {
  const { name, scope, institution = '' } = options;
  const wish = { name, scope, institution, expires: dayIn('--expires', options.expires) };
  const outcome = await createToken(await context.deps(), wish);
  if (outcome.kind !== 'created') throw new CommandError(whyNot(wish, outcome.kind));
  const { token } = outcome;
  context.result(
    { name, scope, institution: institution === '' ? null : institution, expires: wish.expires, token },
    `${token}\nThis is the token ${name}. It is shown this once; the service keeps only a hash of it.`,
  );
}

type Refusal = Exclude<Awaited<ReturnType<typeof createToken>>['kind'], 'created'>;

function whyNot({ name, scope, expires }: { name: string; scope: string; expires: string }, kind: Refusal): string {
  switch (kind) {
    case 'bad_name':
      return `"${name}" is no name for a token: small letters, digits and hyphens, 40 at most.`;
    case 'taken':
      return `There is or was a token ${name}. Choose another name.`;
    case 'unknown_scope':
      return `There is no scope "${scope}". Scopes: releases:read, population:write.`;
    case 'no_institution':
      return 'A token of population:write is for one institution: name it with --institution CODE.';
    case 'expired_already':
      return `--expires ${expires}: the day must be later than today.`;
    case 'too_long':
      return `--expires ${expires}: two years from today at most.`;
    default:
      return kind satisfies never;
  }
}
