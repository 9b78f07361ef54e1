import type { Command } from 'commander';
import { toPreviewView } from '../releases/preview-view-model.ts';
import { publishRelease } from '../releases/publish-release.ts';
import { showPreview } from '../releases/show-builds.ts';
import { CommandError, type CommandContext } from './context.ts';
import { readKeyFiles, several } from './key-files.ts';
import { reasonOf, whyNot, type ReasonOptions } from './publish-words.ts';
import { addSettleCommands } from './settle-commands.ts';
import { addVerifyCommand } from './verify-command.ts';
import { writeFolder } from './write-folder.ts';

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
  addSettleCommands(releases, context);
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
