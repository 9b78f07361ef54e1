import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { csvLine, asSpreadsheetText } from '../csv/csv-text.ts';
import { parsePlan, type MessagePlan } from '../messages/plan-schema.ts';
import { findPlan, savePlan } from '../messages/save-plan.ts';
import type { SimulatedMessage } from '../messages/simulate-plan.ts';
import { simulateRound, type SimulateOutcome } from '../messages/simulate-round.ts';
import { formatZoned } from '../rounds/zoned-time.ts';
import { CommandError, type CommandContext } from './context.ts';
import { findingLines, findingsJson, refusal } from './message-words.ts';
import { addProtectCommand } from './protect-command.ts';
import { roundAndWords } from './round-words.ts';

type PlanOptions = { round?: string; file?: string; write?: string };
type SimulateOptions = { round?: string; file?: string; out?: string };

/** `messages plan | check | simulate | protect`. */
export function addMessagePlanCommands(messages: Command, context: CommandContext): void {
  messages
    .command('plan [round]')
    .description(
      'the contact plan of a round: show it, write it into a file to edit, or save a file as its next version',
    )
    .option('--round <round>', 'the same as the word')
    .option('--write <file>', 'write the plan into a new file; without a saved plan, the offered one')
    .option('--file <file>', 'save this file as the next version')
    .action((word: string | undefined, options: PlanOptions) => plan(context, word, options));
  messages
    .command('check [round]')
    .description('everything that is wrong with a plan: place, reason and mend')
    .option('--round <round>', 'the same as the word')
    .option('--file <file>', 'a changed plan, not saved')
    .action((word: string | undefined, options: PlanOptions) => check(context, word, options));
  messages
    .command('simulate [round]')
    .description('run the whole plan in virtual time: every message it would send; with --file, what a change does')
    .option('--round <round>', 'the same as the word')
    .option('--file <file>', 'a changed plan, not saved')
    .option('--out <file>', 'write every message into a CSV file (person keys: only its owner may read it)')
    .action((word: string | undefined, options: SimulateOptions) => simulate(context, word, options));
  addProtectCommand(messages, context);
}

function roundOf(word: string | undefined, option: string | undefined): string {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], option);
  return roundId;
}

function readPlanFile(context: CommandContext, file: string): MessagePlan {
  const parsed = parsePlan(readFileSync(context.path(file), 'utf8'));
  if (parsed.kind === 'plan') return parsed.plan;
  throw new CommandError([`${file} is no plan:`, ...parsed.problems.map((problem) => `  ${problem}`)].join('\n'));
}

async function plan(context: CommandContext, word: string | undefined, options: PlanOptions): Promise<void> {
  const roundId = roundOf(word, options.round);
  if (options.file !== undefined) return save(context, roundId, readPlanFile(context, options.file));
  const found = await findPlan(await context.deps(), { roundId });
  if (found.kind !== 'plan') throw refusal(roundId, '', found);
  const name = found.version === null ? 'the offered plan, not saved' : `version ${found.version}`;
  if (options.write !== undefined) {
    writeFileSync(context.path(options.write), JSON.stringify(found.plan, null, 2) + '\n', { flag: 'wx' });
    return context.result(
      { round: roundId, version: found.version, file: context.path(options.write) },
      `${options.write} holds ${name}. Change it and save it: uras messages plan ${roundId} --file ${options.write}`,
    );
  }
  const lines = found.plan.steps.map(
    ({ code, channel, at, audience, reach, template }) =>
      `${at.replace('T', ' ')}  ${code}  ${channel}  ${audience}${reach === 'all' ? '' : ` ${reach}`}  ${template}`,
  );
  context.result(
    { round: roundId, version: found.version, ...found.plan, findings: findingsJson(found.findings) },
    [`${roundId}: ${name}`, ...lines, ...findingLines(found.findings)].join('\n'),
  );
}

async function save(context: CommandContext, roundId: string, changed: MessagePlan): Promise<void> {
  const outcome = await savePlan(await context.deps(), { roundId, plan: changed });
  if (!('version' in outcome)) throw refusal(roundId, '', outcome);
  const { version, findings } = outcome;
  const said = outcome.kind === 'saved' ? `saved as version ${version}` : `version ${version} already`;
  context.result(
    { round: roundId, version, saved: outcome.kind === 'saved', findings: findingsJson(findings) },
    [`The plan of ${roundId} is ${said}.`, ...findingLines(findings)].join('\n'),
  );
}

async function check(context: CommandContext, word: string | undefined, options: PlanOptions): Promise<void> {
  const roundId = roundOf(word, options.round);
  const changed = options.file === undefined ? null : readPlanFile(context, options.file);
  const deps = await context.deps();
  const outcome = changed
    ? await simulateRound(deps, { roundId, changed, perMinute: 1_000_000 })
    : await findPlan(deps, { roundId });
  if (outcome.kind !== 'plan' && outcome.kind !== 'simulated') throw refusal(roundId, '', outcome);
  const { findings } = outcome;
  context.result(
    { round: roundId, findings: findingsJson(findings) },
    findings.length === 0 ? 'Nothing is wrong with the plan.' : findingLines(findings).join('\n'),
  );
  if (findings.some(({ blocking }) => blocking)) throw new CommandError('Some steps cannot be sent as they are.');
}

async function simulate(context: CommandContext, word: string | undefined, options: SimulateOptions): Promise<void> {
  const roundId = roundOf(word, options.round);
  const changed = options.file === undefined ? null : readPlanFile(context, options.file);
  const deps = await context.deps();
  const perMinute = deps.config.sending?.perMinute ?? 150;
  const outcome = await simulateRound(deps, { roundId, changed, perMinute });
  if (outcome.kind !== 'simulated') throw refusal(roundId, '', outcome);
  const { simulation, time_zone: zone, difference } = outcome;
  if (options.out !== undefined) {
    writeFileSync(context.path(options.out), messagesCsv(simulation.messages, zone), { flag: 'wx', mode: 0o600 });
  }
  const steps = simulation.steps.map(({ step, startsAt, endsAt, messages, leftOut }) => ({
    step,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt?.toISOString() ?? null,
    messages,
    left_out: leftOut,
  }));
  const json = { round: roundId, messages: simulation.messages.length, steps, difference: difference?.steps ?? null };
  context.result(json, simulationLines(outcome).join('\n'));
}

function simulationLines(outcome: Extract<SimulateOutcome, { kind: 'simulated' }>): string[] {
  const { simulation, time_zone: zone, difference, findings } = outcome;
  return [
    ...simulation.steps.map(({ step, startsAt, endsAt, messages, leftOut }) => {
      const out = Object.entries(leftOut).map(([reason, count]) => `${reason} ${count}`);
      const times = `${formatZoned(startsAt, zone)}${endsAt ? ` – ${formatZoned(endsAt, zone)}` : ''}`;
      return `${times}  ${step}: ${messages} messages${out.length > 0 ? ` (left out: ${out.join(', ')})` : ''}`;
    }),
    `${simulation.messages.length} messages in all, if nobody answers in between.`,
    ...(difference?.steps ?? []).map(
      ({ step, added, gone, moved, same }) =>
        `compared with the plan as it is, ${step}: ${added} more, ${gone} fewer, ${moved} at another time, ${same} the same`,
    ),
    ...findingLines(findings),
  ];
}

function messagesCsv(messages: readonly SimulatedMessage[], zone: string): string {
  const rows = messages.map(({ step, channel, at, key, language }) =>
    csvLine([step, channel, formatZoned(at, zone), asSpreadsheetText(key), language]),
  );
  return csvLine(['step', 'channel', 'at', 'person_key', 'language']) + rows.join('');
}
