import { importSupplement, type SupplementOutcome } from '../releases/import-supplement.ts';
import { CommandError, type CommandContext } from './context.ts';
import { unusableFile } from './import-messages.ts';

type Supplement = { roundId: string; responses: string; population: string | undefined; confirm: boolean };
type Done = Extract<SupplementOutcome, { kind: 'done' }>;

const ABOUT =
  'Freezing has taken away who has answered: whoever holds the paper must know that these people have not. ' +
  'The person key is not stored with the answers. The files hold both: delete them when they are imported.';

/** `responses import --supplement`. */
export async function importLate(context: CommandContext, command: Supplement): Promise<void> {
  const { roundId, confirm } = command;
  if (command.population === undefined) {
    throw new CommandError('--population FILE is missing: population.csv of those who answered late.');
  }
  context.progress(ABOUT);
  const population = context.path(command.population);
  const files = { population, responses: context.path(command.responses) };
  const outcome = await importSupplement(await context.deps(), { roundId, ...files, confirm });
  if (outcome.kind === 'unusable') throw unusableFile(outcome.file, outcome.problem);
  if (outcome.kind !== 'done') throw new CommandError(whyNot(roundId, outcome));
  const { added, texts, strangers, population: people, responses } = outcome;
  const rejected = people.rejected + responses.rejected;
  context.result(
    { round: roundId, confirmed: confirm, added, texts, not_asked: strangers, rejected, notices: [ABOUT] },
    linesOf(roundId, outcome, confirm).join('\n'),
  );
}

function linesOf(
  roundId: string,
  { added, texts, strangers, population, responses }: Done,
  confirm: boolean,
): string[] {
  const lines = [`${added} late answers ${confirm ? 'are added' : 'would be added'}.`];
  if (texts > 0) {
    lines.push(
      `${texts} open answers among them are kept and shown nowhere: beside those that are read, their writers would be known.`,
    );
  }
  if (strangers > 0) lines.push(`${strangers} people of population.csv were not asked in this round, or refused.`);
  for (const { rejected, report } of [population, responses]) {
    if (rejected > 0) lines.push(`${rejected} rows are left out. Why: ${report ?? ''}`);
  }
  lines.push(
    confirm
      ? `Next: npm run -s uras -- releases build --round ${roundId}`
      : 'Nothing was written: run the command with --confirm. Late answers are taken once, so all of them belong in this file.',
  );
  return lines;
}

function whyNot(roundId: string, outcome: Exclude<SupplementOutcome, { kind: 'done' | 'unusable' }>): string {
  switch (outcome.kind) {
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'unknown_definition':
      return `Round ${roundId} asks ${outcome.definition}, which this version of Uraseuranta does not have.`;
    case 'not_frozen':
      return `Round ${roundId} is not frozen: import the answers without --supplement.`;
    case 'not_published':
      return `Round ${roundId} has no published release. Late answers are added to one that is read and preliminary.`;
    case 'final':
      return `The release of round ${roundId} is final: no answers are added any more.`;
    case 'supplemented':
      return `Round ${roundId} has late answers already, and takes them once.`;
    case 'too_many':
      return `With these there would be more answers than people of ${outcome.place}: some of them have answered before. Nothing was written.`;
    default:
      return outcome satisfies never;
  }
}
