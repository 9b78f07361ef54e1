import type { Command } from 'commander';
import type { PublishRefusal } from '../releases/decide-publish.ts';
import { toPreviewView } from '../releases/preview-view-model.ts';
import type { Reason } from '../releases/publish-draft.ts';
import { publishRelease } from '../releases/publish-release.ts';
import { showPreview } from '../releases/show-builds.ts';
import { CommandError, type CommandContext } from './context.ts';
import { readKeyFiles, several } from './key-files.ts';
import { addVerifyCommand } from './verify-command.ts';
import { writeFolder } from './write-folder.ts';

type ReasonOptions = { reasonFi?: string; reasonSv?: string; reasonEn?: string };
type PublishOptions = ReasonOptions & { key?: string[]; out?: string };

/** `releases preview`, `releases publish` and `releases verify`. */
export function addPublishCommands(releases: Command, context: CommandContext): void {
  releases
    .command('preview <round>')
    .description('what a draft hides as a whole, why, and what could be worked out otherwise')
    .action((roundId: string) => preview(context, roundId));
  releases
    .command('publish <round>')
    .description('publish the draft of a round: two people, each with a key of their own (keys create)')
    .option('--key <file>', 'key of one who publishes; give it twice', several)
    .option('--reason-fi <text>', 'of a later edition: what has changed, in Finnish')
    .option('--reason-sv <text>', 'the same in Swedish')
    .option('--reason-en <text>', 'the same in English')
    .option('--out <folder>', 'where manifest.json, tables.csv and degrees/ go')
    .action((roundId: string, options: PublishOptions) => publish(context, roundId, options));
  addVerifyCommand(releases, context);
}

async function preview(context: CommandContext, roundId: string): Promise<void> {
  const facts = await showPreview(await context.deps(), roundId);
  if (!facts) throw new CommandError(whyNot(roundId, { kind: 'no_draft' }));
  const { title, lead, parts, command } = toPreviewView(roundId, facts, 'en');
  const text = parts.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `  ${line}`)]);
  context.result({ round: roundId, ...facts }, [title, lead, ...text, '', command].join('\n'));
}

async function publish(context: CommandContext, roundId: string, options: PublishOptions): Promise<void> {
  const keys = readKeyFiles(context, options.key ?? []);
  const command = { roundId, keys, reason: reasonOf(options), progress: context.progress };
  const outcome = await publishRelease(await context.deps(), command);
  if (outcome.kind !== 'published') throw new CommandError(whyNot(roundId, outcome));
  const { releaseId, by, publication, files } = outcome;
  const out = options.out === undefined ? null : await writeFolder(context, options.out, files);
  context.result(
    { release: releaseId, published_by: by.split(', '), ...{ final_from: publication.final_from, out } },
    `Release ${releaseId} is published by ${by}. Readers of reports see it from now on; it is final from ${publication.final_from} on.` +
      (out === null ? '' : `\n${files.size} files in ${out}`),
  );
}

/** What readers are told, in each language. */
export function reasonOf({ reasonFi, reasonSv, reasonEn }: ReasonOptions): Reason {
  return {
    ...(reasonFi === undefined ? {} : { fi: reasonFi }),
    ...(reasonSv === undefined ? {} : { sv: reasonSv }),
    ...(reasonEn === undefined ? {} : { en: reasonEn }),
  };
}

/** Why nothing was published, and what to do. */
export function whyNot(roundId: string, refusal: PublishRefusal): string {
  switch (refusal.kind) {
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'no_draft':
      return `Round ${roundId} has no draft. Build it first: uras releases build --round ${roundId}`;
    case 'one_key':
      return 'Two people are needed, each with a key of their own: --key FIRST.key --key SECOND.key. uras keys create --name NAME makes one.';
    case 'same_name':
      return 'Both keys are of the same person. The second one must be of somebody else.';
    case 'unknown_key':
      return `Key ${refusal.which} is not known, or no longer in force. uras keys list shows whose keys are.`;
    case 'needs_reason':
      return 'Readers have seen an earlier edition. Say what has changed, in three languages: --reason-fi, --reason-sv, --reason-en.';
    default:
      return refusal satisfies never;
  }
}
