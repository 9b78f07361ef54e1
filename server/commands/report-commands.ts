import type { Command } from 'commander';
import { insertAuditEvent } from '../audit/store.ts';
import { languageSchema, LANGUAGES, type Language } from '../engine/text.ts';
import { drawAhead } from '../results/draw-ahead.ts';
import { makeDrawer } from '../results/drawer.ts';
import { ALL_FORMATS, isExportFormat, type ExportFormat } from '../results/export/export-formats.ts';
import { exportReports, type ExportOutcome } from '../results/export/export-reports.ts';
import { publishedReleases } from '../results/list-reports.ts';
import { loadAllReports } from '../results/own-reports.ts';
import { CommandError, type CommandContext } from './context.ts';

type Options = { round: string; institution?: string; all?: true; language: string; out: string; formats: string };

/** A line of progress for about every so-manieth part of the work. */
const LINES = 20;

/** `reports export` and `reports draw`. */
export function addReportCommands(program: Command, context: CommandContext): void {
  const reports = program.command('reports').description('reports of degrees: their files and their pages');
  reports
    .command('export')
    .description(
      'write the reports of all degrees of an institution as files. Stopped and run again, it goes on: files that are whole are kept',
    )
    .requiredOption('--round <round>', 'round that has a release')
    .option('--institution <code>', 'institution')
    .option('--all', 'all institutions, each in a folder of its own')
    .requiredOption('--out <folder>', 'where the files go: a folder for each institution')
    .option('--language <code>', `language of the reports: ${LANGUAGES.join(', ')}`, 'fi')
    .option('--formats <list>', 'forms of the files, with commas between', ALL_FORMATS.join(','))
    .action((options: Options) => exportAll(context, options));
  reports
    .command('draw')
    .description(
      'draw the charts of published reports and print them, where that was not done yet. The service does so by itself; this one waits for it',
    )
    .option('--release <release>', 'of this release alone')
    .action((options: { release?: string }) => drawAll(context, options.release));
}

async function drawAll(context: CommandContext, releaseId: string | undefined): Promise<void> {
  const deps = await context.deps();
  const drawer = makeDrawer();
  const ahead = { ...deps, reports: loadAllReports(deps.surveys, deps.config.reportsDir), drawer };
  const published = await publishedReleases(ahead);
  const releases = published.filter(({ id }) => id === (releaseId ?? id));
  if (releaseId !== undefined && releases.length === 0) {
    const names = published.map(({ id }) => id).join(', ') || 'none';
    throw new CommandError(`There is no published release ${releaseId}. Published releases: ${names}.`);
  }
  const counts = { drawn: 0, before: 0, failed: 0 };
  try {
    for (const release of releases) {
      const progress = progressOf(context, `reports of ${release.id} drawn`);
      const { drawn, before, failed } = await drawAhead(ahead, { release, progress });
      counts.drawn += drawn;
      counts.before += before;
      counts.failed += failed;
    }
  } finally {
    drawer.close();
  }
  const { drawn, before, failed } = counts;
  if (failed > 0) throw new CommandError(`${failed} reports could not be drawn; ${drawn} were.`);
  context.result(counts, `${drawn} reports drawn and printed${before > 0 ? `, ${before} were ready` : ''}`);
}

/** Prints about as many lines as LINES says, whatever the number of reports. */
function progressOf(context: CommandContext, what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (done % Math.ceil(all / LINES) === 0 || done === all) context.progress(`${done} of ${all} ${what}`);
  };
}

async function exportAll(context: CommandContext, options: Options): Promise<void> {
  const institution = institutionOf(options);
  const [language, formats] = [languageOf(options.language), formatsOf(options.formats)];
  const folder = context.path(options.out);
  const deps = await context.deps();
  const reports = loadAllReports(deps.surveys, deps.config.reportsDir);
  const outcome = await exportReports(
    { ...deps, reports },
    {
      round: options.round,
      institution,
      language,
      formats,
      folder,
      address: deps.config.baseUrl ?? '',
      progress: progressOf(context, 'reports'),
    },
  );
  if (outcome.kind !== 'exported') throw new CommandError(whyNot(options, outcome));
  const { release, reports: count, written, kept } = outcome;
  const on_date = deps.now().toISOString().slice(0, 10);
  const detail = { reports: count, ...(institution !== null && { institution }) };
  await insertAuditEvent(deps.ownerDb, { on_date, kind: 'reports_exported', round_id: options.round, detail });
  context.result(
    { release, reports: count, written, kept, out: folder },
    `${count} reports of ${release}: ${written} files written${kept > 0 ? `, ${kept} were there already` : ''}, in ${folder}`,
  );
}

function institutionOf({ institution, all }: Options): string | null {
  if ((institution === undefined) === (all === undefined))
    throw new CommandError('Say whose reports: --institution CODE for those of one institution, or --all.');
  return institution ?? null;
}

function languageOf(word: string): Language {
  const read = languageSchema.safeParse(word);
  if (read.success) return read.data;
  throw new CommandError(`--language "${word}": reports are in ${LANGUAGES.join(', ')}.`);
}

function formatsOf(list: string): ExportFormat[] {
  const words = [...new Set(list.split(',').map((word) => word.trim()))];
  return words.map((word) => {
    if (isExportFormat(word)) return word;
    throw new CommandError(`--formats "${word}": the forms are ${ALL_FORMATS.join(', ')}, with commas between.`);
  });
}

function whyNot({ round, institution }: Options, outcome: Exclude<ExportOutcome, { kind: 'exported' }>): string {
  switch (outcome.kind) {
    case 'unknown-round':
      return `Round ${round} has no release. uras rounds list shows the rounds; uras releases build builds a release.`;
    case 'no-reports': {
      const { institutions } = outcome;
      if (institutions.length === 0)
        return `No degree of the release ${outcome.release} has answers enough for a report.`;
      return `No report of the institution ${institution ?? ''} is in the release ${outcome.release}. Institutions with reports: ${institutions.join(', ')}.`;
    }
    case 'other-folder':
      return outcome.message;
    default:
      return outcome satisfies never;
  }
}
