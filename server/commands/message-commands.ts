import type { Command } from 'commander';
import { openChannels } from '../jobs/open-channels.ts';
import { sendTest } from '../jobs/send-test.ts';
import { cancelScheduled, haltStep, resolveUncertain } from '../messages/change-step.ts';
import { CHANNELS } from '../messages/plan-schema.ts';
import { scheduleStep, type Scheduled } from '../messages/schedule-step.ts';
import { showSending, type StepView } from '../messages/show-sending.ts';
import { formatZoned } from '../rounds/zoned-time.ts';
import { CommandError, type CommandContext } from './context.ts';
import { addMessagePlanCommands } from './message-plan-commands.ts';
import { refusal } from './message-words.ts';
import { roundAndWords, wholeNumber } from './round-words.ts';

type Options = { round?: string };

/** `messages plan | check | simulate | test | schedule | cancel | pause | continue | status | resolve`. */
export function addMessageCommands(program: Command, context: CommandContext): void {
  const messages = program.command('messages').description('invitations and reminders');
  addMessagePlanCommands(messages, context);
  const ofStep = (name: string, description: string) =>
    messages
      .command(`${name} [words...]`)
      .usage('ROUND STEP')
      .description(description)
      .option('--round <round>', 'round');
  ofStep('test', 'send the message of a step to yourself, in each language; its link opens nothing')
    .requiredOption('--to <address>', 'your own address or number')
    .action((words: string[], options: Options & { to: string }) => test(context, words, options));
  ofStep('schedule', 'without --confirm: whom the step would write to, who is left out and why, three samples')
    .option('--confirm <number>', 'the number of messages: schedule the step')
    .action((words: string[], options: Options & { confirm?: string }) => schedule(context, words, options));
  ofStep('cancel', 'cancel a scheduled step, or what of it has not left').action((words: string[], options: Options) =>
    cancel(context, words, options),
  );
  ofStep('pause', 'halt a step').action((words: string[], options: Options) => halt(context, words, options, false));
  ofStep('continue', 'let a halted step go on').action((words: string[], options: Options) =>
    halt(context, words, options, true),
  );
  ofStep('resolve', 'decide about messages of which nobody knows whether they have left')
    .option('--person <key>', 'of one person only')
    .option('--resend', 'send them again: somebody may get two')
    .option('--leave', 'leave them: somebody may have got none')
    .action((words: string[], options: ResolveOptions) => resolve(context, words, options));
  messages
    .command('status [round]')
    .description('every step with its numbers, and why messages failed')
    .option('--round <round>', 'the same as the word')
    .action((word: string | undefined, options: Options) => status(context, word, options));
}

function placeOf(words: readonly string[], options: Options): { roundId: string; step: string } {
  const [roundId = '', step = ''] = roundAndWords(words, options.round, ['STEP']);
  return { roundId, step };
}

async function test(
  context: CommandContext,
  words: readonly string[],
  options: Options & { to: string },
): Promise<void> {
  const place = placeOf(words, options);
  const deps = await context.deps();
  const outcome = await sendTest(deps, openChannels(deps), { ...place, to: options.to });
  if (outcome.kind !== 'tested') throw refusal(place.roundId, place.step, outcome);
  const { template, messages } = outcome;
  context.result(
    { round: place.roundId, step: place.step, template, messages },
    `${messages} test messages are on their way. Look at them; then: uras messages schedule ${place.roundId} ${place.step}`,
  );
}

async function schedule(
  context: CommandContext,
  words: readonly string[],
  options: Options & { confirm?: string },
): Promise<void> {
  const place = placeOf(words, options);
  const confirm = options.confirm === undefined ? null : wholeNumber(options.confirm, '--confirm');
  const deps = await context.deps();
  const settings = openChannels(deps);
  const channels = CHANNELS.filter((channel) => settings[channel]);
  const outcome = await scheduleStep(deps, { ...place, confirm, channels });
  if (outcome.kind === 'dry_run') return context.result(scheduledJson(outcome, false), dryRunLines(outcome).join('\n'));
  if (outcome.kind === 'count_differs') {
    throw new CommandError(
      `It is ${outcome.run.recipients} messages now, not ${confirm}. Nothing was scheduled: look at it again and confirm with --confirm ${outcome.run.recipients}.`,
    );
  }
  if (outcome.kind !== 'scheduled') throw refusal(place.roundId, place.step, outcome);
  const at = formatZoned(outcome.startsAt, outcome.round.time_zone);
  context.result(
    scheduledJson(outcome, true),
    `Scheduled: ${outcome.run.recipients} messages from ${at} on (${outcome.round.time_zone}). Until then it can be cancelled: uras messages cancel ${place.roundId} ${place.step}`,
  );
}

function scheduledJson({ step, version, round, startsAt, run }: Scheduled, scheduled: boolean) {
  return {
    round: round.id,
    step: step.code,
    scheduled,
    plan_version: version,
    starts_at: startsAt.toISOString(),
    target: run.target,
    messages: run.recipients,
    by_language: run.byLanguage,
    left_out: run.leftOut,
    samples: run.samples.map(({ language, subject, text }) => ({ language, subject, text })),
  };
}

function dryRunLines({ step, round, startsAt, run }: Scheduled): string[] {
  const languages = Object.entries(run.byLanguage).map(([language, count]) => `${language} ${count}`);
  return [
    `Step ${step.code}, ${step.channel}, from ${formatZoned(startsAt, round.time_zone)} on (${round.time_zone}):`,
    `${run.recipients} messages${languages.length > 0 ? ` (${languages.join(', ')})` : ''}`,
    ...Object.entries(run.leftOut).map(([reason, count]) => `${count} left out: ${reason.replaceAll('_', ' ')}`),
    `${run.target} people in all`,
    ...run.samples.flatMap(({ language, subject, text }) => [`--- ${language} ${subject}`, text.trimEnd()]),
    '---',
    `Nothing was scheduled. To do it: uras messages schedule ${round.id} ${step.code} --confirm ${run.recipients}`,
  ];
}

async function cancel(context: CommandContext, words: readonly string[], options: Options): Promise<void> {
  const place = placeOf(words, options);
  const outcome = await cancelScheduled(await context.deps(), place);
  if (outcome.kind === 'over') throw new CommandError(`Step ${place.step} is ${outcome.state} already.`);
  if (outcome.kind !== 'cancelled') throw refusal(place.roundId, place.step, outcome);
  const { waiting, before } = outcome;
  const text = before
    ? 'Cancelled: nothing has left.'
    : `Cancelled: ${waiting} messages do not leave. What is under way at this moment is not stopped.`;
  context.result({ round: place.roundId, step: place.step, cancelled: true, waiting, before }, text);
}

async function halt(context: CommandContext, words: readonly string[], options: Options, go: boolean): Promise<void> {
  const place = placeOf(words, options);
  const outcome = await haltStep(await context.deps(), { ...place, go });
  if (outcome.kind === 'not_so') {
    throw new CommandError(`Step ${place.step} is not ${go ? 'halted' : 'waiting or being sent'}.`);
  }
  if (outcome.kind !== 'changed') throw refusal(place.roundId, place.step, outcome);
  context.result({ round: place.roundId, step: place.step, paused: !go }, go ? 'It goes on.' : 'It is halted.');
}

type ResolveOptions = Options & { person?: string; resend?: true; leave?: true };

async function resolve(context: CommandContext, words: readonly string[], options: ResolveOptions): Promise<void> {
  const place = placeOf(words, options);
  if (options.resend === options.leave) throw new CommandError('Say which: --resend or --leave.');
  const deed = options.resend ? 'resend' : 'leave';
  const personKey = options.person ?? null;
  const outcome = await resolveUncertain(await context.deps(), { ...place, personKey, deed });
  if (outcome.kind !== 'resolved') throw refusal(place.roundId, place.step, outcome);
  const { messages } = outcome;
  if (messages === 0) throw new CommandError('There is no uncertain message to decide about.');
  context.result(
    { round: place.roundId, step: place.step, deed, messages },
    deed === 'resend' ? `${messages} messages are sent again.` : `${messages} messages are left as they are.`,
  );
}

async function status(context: CommandContext, word: string | undefined, options: Options): Promise<void> {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], options.round);
  const view = await showSending(await context.deps(), roundId);
  if (view.kind !== 'sending') throw refusal(roundId, '', view);
  const { kind: _, ...json } = view;
  const lines = view.steps.map((step) => stepLine(step, view.time_zone));
  const problems = view.problems.map(
    ({ step, state, problem, domain, count }) => `${step}: ${count} ${state} (${problem}) at ${domain || '–'}`,
  );
  context.result(json, [...lines, ...problems].join('\n') || `Round ${roundId} has no plan yet.`);
}

function stepLine(step: StepView, zone: string): string {
  const at = step.starts_at === null ? 'time unclear' : formatZoned(new Date(step.starts_at), zone);
  const numbers = ['waiting', 'under_way', 'sent', 'failed', 'bounced', 'uncertain'] as const;
  const counts = numbers.flatMap((name) => (step[name] > 0 ? [`${name.replace('_', ' ')} ${step[name]}`] : []));
  const out = Object.entries(step.left_out).map(([reason, count]) => `${reason} ${count}`);
  const decide = step.undecided > 0 ? [`${step.undecided} to decide about: uras messages resolve`] : [];
  return [
    `${at}  ${step.step}  ${step.channel}  ${step.state}`,
    ...(counts.length > 0 ? [counts.join(', ')] : []),
    ...(out.length > 0 ? [`left out: ${out.join(', ')}`] : []),
    ...decide,
  ].join('  ');
}
