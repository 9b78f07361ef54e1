import type { Command } from 'commander';
import { commonTasks } from '../round-pages/list-tasks.ts';
import { decideDates, typedDates } from '../rounds/decide-dates.ts';
import { extendForPerson, type ExtendPersonOutcome } from '../rounds/extend-person.ts';
import { loadRound } from '../rounds/load-rounds.ts';
import { discardDraft, publishRound, withdrawRound } from '../rounds/publish-round.ts';
import { listRecurrences, makeProposed } from '../rounds/recurrences.ts';
import { isBlocking } from '../rounds/round-task.ts';
import { saveDates } from '../rounds/save-dates.ts';
import { formatZoned, readZonedTime } from '../rounds/zoned-time.ts';
import { CommandError, type CommandContext } from './context.ts';
import { roundAndWords } from './round-words.ts';

const EVERYTHING = { all: true, institutions: [] };
type RoundOption = { round?: string };

/** `rounds publish | withdraw | discard | extend | yearly | propose`. */
export function addRoundLifeCommands(rounds: Command, context: CommandContext): void {
  const withRound = (name: string, description: string) =>
    rounds.command(`${name} [round]`).description(description).option('--round <round>', 'the same as the word');
  withRound('publish', 'schedule a draft: it opens at its time, and its questions are fixed').action(
    (word: string | undefined, options: RoundOption) => publish(context, roundOf(word, options)),
  );
  withRound('withdraw', 'take a published round back to a draft, until the first message has left')
    .requiredOption('--reason <words>', 'kept in the history of the round')
    .action((word: string | undefined, options: RoundOption & { reason: string }) =>
      withdraw(context, roundOf(word, options), options.reason),
    );
  withRound('discard', 'throw a draft away for good, with the people in it')
    .requiredOption('--confirm <round>', 'the name of the round once more')
    .action((word: string | undefined, options: RoundOption & { confirm: string }) =>
      discard(context, roundOf(word, options), options.confirm),
    );
  withRound('extend', 'give a round that has opened more time: everyone, or one person')
    .requiredOption('--closes <time>', '2026-11-09T23:00, or a day: its end; with --person also "round": as the round')
    .option('--person <key>', 'one person alone')
    .option('--reason <words>', 'kept in the history; needed for everyone')
    .action((word: string | undefined, options: RoundOption & ExtendOptions) =>
      extend(context, roundOf(word, options), options),
    );
  rounds
    .command('yearly')
    .description('the rules that propose rounds, and what each proposes next')
    .action(() => yearly(context));
  rounds
    .command('propose <rule>')
    .description('make the draft that a rule proposes; it opens nothing')
    .action((rule: string) => propose(context, rule));
}

function roundOf(word: string | undefined, options: RoundOption): string {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], options.round);
  return roundId;
}

function unknownRound(roundId: string): CommandError {
  return new CommandError(`There is no round ${roundId}. uras rounds list shows all.`);
}

async function publish(context: CommandContext, roundId: string): Promise<void> {
  const deps = await context.deps();
  const facts = await loadRound(deps, EVERYTHING, roundId);
  if (!facts) throw unknownRound(roundId);
  if (facts.state !== 'draft') throw new CommandError(`Round ${roundId} is no draft.`);
  const tasks = (await commonTasks(deps, facts, 'en')).filter((task) => task.code !== 'publish' && isBlocking(task));
  if (tasks.length > 0) {
    const lines = tasks.map(({ label, note }) => `  ${label}${note === '' ? '' : `: ${note}`}`);
    throw new CommandError(`Round ${roundId} cannot be published yet. It waits for:\n${lines.join('\n')}`);
  }
  const outcome = await publishRound(deps, { roundId, by: null });
  if (outcome.kind === 'opening_past')
    throw new CommandError(`Round ${roundId}: its opening has gone by. Set a new one.`);
  if (outcome.kind !== 'published') throw new CommandError(`Round ${roundId} is no draft.`);
  const opens = formatZoned(outcome.opens_at, outcome.time_zone);
  context.result(
    { round: roundId, opens_at: outcome.opens_at.toISOString() },
    `Round ${roundId} is published. It opens ${opens} (${outcome.time_zone}).`,
  );
}

async function withdraw(context: CommandContext, roundId: string, reason: string): Promise<void> {
  const outcome = await withdrawRound(await context.deps(), { roundId, by: null, reason });
  switch (outcome.kind) {
    case 'withdrawn':
      return context.result(
        { round: roundId, steps_cancelled: outcome.steps },
        `Round ${roundId} is a draft again. Steps of messages cancelled: ${outcome.steps}.`,
      );
    case 'unknown_round':
      throw unknownRound(roundId);
    case 'not_published':
      throw new CommandError(`Round ${roundId} is a draft, or it has closed: there is nothing to cancel.`);
    case 'begun':
      throw new CommandError(
        `Round ${roundId} goes on: somebody has been written to or has answered. Its closing can be moved.`,
      );
    default:
      return outcome satisfies never;
  }
}

async function discard(context: CommandContext, roundId: string, typed: string): Promise<void> {
  const outcome = await discardDraft(await context.deps(), { roundId, by: null, typed });
  switch (outcome.kind) {
    case 'discarded':
      return context.result({ round: roundId }, `The draft ${roundId} is thrown away, with its people and its keys.`);
    case 'unknown_round':
      throw unknownRound(roundId);
    case 'not_draft':
      throw new CommandError(`Round ${roundId} is no draft. Only a draft can be thrown away.`);
    case 'not_confirmed':
      throw new CommandError(`--confirm takes the name of the round: ${roundId}`);
    default:
      return outcome satisfies never;
  }
}

type ExtendOptions = { closes: string; person?: string; reason?: string };

async function extend(context: CommandContext, roundId: string, options: ExtendOptions): Promise<void> {
  const deps = await context.deps();
  const facts = await loadRound(deps, EVERYTHING, roundId);
  if (!facts) throw unknownRound(roundId);
  const { row, state } = facts;
  const isTakenBack = options.person !== undefined && options.closes === 'round';
  const closing = isTakenBack ? null : readZonedTime(options.closes, row.time_zone, { endOfDay: true });
  if (closing?.kind === 'unclear') throw new CommandError(`closing ${closing.reason}`);
  const until = closing?.at ?? null;
  if (options.person !== undefined) {
    const outcome = await extendForPerson(deps, { roundId, personKey: options.person, until, by: null });
    return sayExtended(context, { roundId, personKey: options.person, outcome });
  }
  if (until === null || (state !== 'open' && state !== 'closing' && state !== 'closed')) {
    throw new CommandError(
      `Round ${roundId} is ${state}: only a round that has opened and is not frozen gets more time.`,
    );
  }
  const typed = typedDates({ ...row, closes_at: until }, row.time_zone);
  const reason = options.reason ?? '';
  const outcome = await saveDates(deps, { roundId, typed, reason, revision: row.revision, by: null });
  if (outcome.kind === 'saved' || outcome.kind === 'unchanged') {
    const text = `Round ${roundId} closes ${formatZoned(until, row.time_zone)} (${row.time_zone}).`;
    return context.result({ round: roundId, changed: outcome.kind === 'saved', closes_at: until.toISOString() }, text);
  }
  if (outcome.kind === 'refused' && outcome.needsReason)
    throw new CommandError('--reason is missing: it stays in the history.');
  const decision = decideDates(typed, { zone: row.time_zone, now: deps.now(), opened: row.opens_at });
  const problems = decision.kind === 'refused' ? decision.problems.map(({ field, kind }) => `${field}: ${kind}`) : [];
  throw new CommandError(`Round ${roundId} was not changed: ${problems.join(', ') || outcome.kind}.`);
}

type Extended = { roundId: string; personKey: string; outcome: ExtendPersonOutcome };

function sayExtended(context: CommandContext, { roundId, personKey, outcome }: Extended): void {
  switch (outcome.kind) {
    case 'extended': {
      const until = formatZoned(outcome.until, outcome.time_zone);
      const text = `${personKey} may answer round ${roundId} until ${until} (${outcome.time_zone}).`;
      return context.result({ round: roundId, until: outcome.until.toISOString() }, text);
    }
    case 'taken_back':
      return context.result(
        { round: roundId, until: null },
        `${personKey} may answer for as long as the round is open.`,
      );
    case 'unknown_round':
      throw unknownRound(roundId);
    case 'unknown_person':
      throw new CommandError(`Round ${roundId} asks nobody of the key ${personKey}.`);
    case 'not_now':
      throw new CommandError(
        `Round ${roundId} is ${outcome.state}: only a round that has opened and is not frozen gives more time.`,
      );
    case 'not_later':
      throw new CommandError(
        `The time must lie ahead and after the closing, ${formatZoned(outcome.closes_at, outcome.time_zone)}.`,
      );
    default:
      return outcome satisfies never;
  }
}

async function yearly(context: CommandContext): Promise<void> {
  const rules = await listRecurrences(await context.deps());
  const views = rules.map(({ id, survey, rule, next, rounds }) => ({
    id,
    survey,
    month: rule.month,
    day: rule.day,
    years_after: rule.years_after,
    next: {
      cohort: next.cohort,
      opens_at: next.dates.opens_at.toISOString(),
      closes_at: next.dates.closes_at.toISOString(),
    },
    rounds,
  }));
  const lines = rules.map(
    ({ id, survey, rule, next }) =>
      `${id}  ${survey} every ${rule.day}.${rule.month}.  next: graduates of ${next.cohort}, opens ${formatZoned(next.dates.opens_at, rule.time_zone)}`,
  );
  context.result(
    views,
    lines.length > 0 ? lines.join('\n') : 'No rule proposes rounds. One is added on the page of yearly rounds.',
  );
}

async function propose(context: CommandContext, rule: string): Promise<void> {
  const known = (await listRecurrences(await context.deps())).some(({ id }) => id === rule);
  const outcome = known
    ? await makeProposed(await context.deps(), { id: rule, by: null })
    : { kind: 'unknown_rule' as const };
  switch (outcome.kind) {
    case 'created':
      return context.result(
        { round: outcome.roundId },
        `The draft ${outcome.roundId} is made. Nothing of it begins by itself.`,
      );
    case 'unknown_rule':
      throw new CommandError(`There is no rule ${rule}. uras rounds yearly shows all.`);
    case 'no_version':
      throw new CommandError('The survey of the rule has no published version.');
    default:
      return outcome satisfies never;
  }
}
