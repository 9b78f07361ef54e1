import type { Command } from 'commander';
import {
  disablePerson,
  enablePerson,
  giveRole,
  listPeople,
  makePerson,
  personByEmail,
  resetPerson,
} from '../accounts/give-role.ts';
import { ROLES } from '../accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `users create|list|grant|disable|enable|reset`. */
export function addUserCommands(program: Command, context: CommandContext): void {
  const users = program.command('users').description('accounts of those who run surveys and read reports');
  users
    .command('create')
    .description('make an account and the link with which its person chooses a password (once, within seven days)')
    .requiredOption('--email <address>', 'email address, with which the person signs in')
    .requiredOption('--name <name>', 'name')
    .action(async (options: { email: string; name: string }) => {
      const deps = await context.deps();
      const outcome = await makePerson(deps, options, { by: null });
      if (outcome.kind === 'refused') throw new CommandError(outcome.problems.map((one) => WHY[one]).join('\n'));
      const link = linkOf(deps, outcome.path);
      context.result({ email: options.email, link }, `The account is made. Give the person this link:\n${link}`);
    });
  users
    .command('list')
    .description('everyone with an account, and their roles today')
    .action(async () => {
      const people = await listPeople(await context.deps());
      const line = ({ email, name, disabled, roles }: (typeof people)[number]) =>
        `${email}  ${name}  ${disabled ? 'disabled' : roles.join(', ') || 'no role today'}`;
      context.result(people, people.length === 0 ? 'There are no accounts.' : people.map(line).join('\n'));
    });
  addGrant(users, context);
  addChanges(users, context);
}

function addChanges(users: Command, context: CommandContext): void {
  const change = (name: string, description: string, deed: (deps: Deps, personId: string) => Promise<string>) =>
    users
      .command(`${name} <email>`)
      .description(description)
      .action(async (email: string) => {
        const deps = await context.deps();
        const said = await deed(deps, await idOf(deps, email));
        context.result({ email, done: name }, said);
      });
  change('disable', 'close an account: its person cannot sign in, and their sessions end', async (deps, personId) => {
    if ((await disablePerson(deps, { personId, by: null })) === 'last') throw new CommandError(LAST);
    return 'The account is closed.';
  });
  change('enable', 'open a closed account', async (deps, personId) => {
    await enablePerson(deps, { personId, by: null });
    return 'The account is open.';
  });
  users
    .command('reset <email>')
    .description('the link with which a person chooses a new password and second factor (once, within a day)')
    .action(async (email: string) => {
      const deps = await context.deps();
      const path = await resetPerson(deps, { personId: await idOf(deps, email), by: null });
      const link = linkOf(deps, path ?? '');
      context.result({ email, link }, `Sessions of ${email} have ended. Give the person this link:\n${link}`);
    });
}

function addGrant(users: Command, context: CommandContext): void {
  users
    .command('grant <email>')
    .description('give a role, for a time or until it is taken back')
    .requiredOption('--role <role>', ROLES.join(', '))
    .option('--institution <code>', 'for an institution coordinator or a planner')
    .option('--degree <code>', 'for a planner of one degree')
    .option('--from <day>', 'first day, YYYY-MM-DD; today where it is left out')
    .option('--until <day>', 'last day, YYYY-MM-DD')
    .action(async (email: string, options: Record<string, string | undefined>) => {
      const deps = await context.deps();
      const { role = '', institution = '', degree = '', from = '', until = '' } = options;
      const typed = { role, institution, degree, from, until };
      const outcome = await giveRole(deps, { personId: await idOf(deps, email), typed, by: null });
      if (outcome.kind === 'refused') throw new CommandError(outcome.problems.map((one) => WHY[one]).join('\n'));
      context.result({ email, ...typed }, `${email} is given the role ${role}.`);
    });
}

const LAST = 'This would leave the service without an administrator. Give somebody else the role first.';
const WHY = {
  noName: '--name: a name has 1 to 100 characters.',
  noEmail: '--email: an address looks like name@example.org.',
  taken: '--email: there is an account with this address already. uras users list shows all.',
  chooseRole: `--role: one of ${ROLES.join(', ')}.`,
  needsInstitution: '--institution: this role is given at an institution. uras codes show institutions lists them.',
  noInstitution: '--institution, --degree: this role is for all institutions, so leave them out.',
  noDegree: '--degree: this role is for a whole institution, so leave it out.',
  unknownPlace: '--institution, --degree: there is no such code. uras codes show institutions lists them.',
  badDayFrom: '--from: a day is written YYYY-MM-DD.',
  badDayUntil: '--until: a day is written YYYY-MM-DD.',
  order: '--until: the last day is before the first.',
} as const;

async function idOf(deps: Deps, email: string): Promise<string> {
  const person = await personByEmail(deps, email);
  if (!person) throw new CommandError(`There is no account ${email}. uras users list shows all.`);
  return person.id;
}

function linkOf({ config }: Pick<Deps, 'config'>, path: string): string {
  return `${config.baseUrl ?? `http://${config.host}:${config.port}`}${path}`;
}
