import { type Command, Option } from 'commander';
import { DOCUMENT_FORMATS, writeDocument, type DocumentFormat } from '../documents/write-document.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { CommandError, type CommandContext } from './context.ts';
import { findSurvey } from './find-survey.ts';

type Options = { format: DocumentFormat; language?: Language; out: string };

/** `definitions export`: what leaves a definition: codebook, schema for an editor, paper form. */
export function addDefinitionExportCommand(definitions: Command, context: CommandContext): void {
  definitions
    .command('export <survey> <version>')
    .description('write a codebook (DDI-Codebook 2.5), the JSON Schema of definitions, or a paper form (PDF)')
    .addOption(new Option('--format <format>', 'what to write').choices(DOCUMENT_FORMATS).makeOptionMandatory())
    .addOption(new Option('--language <code>', 'language of the paper form (default fi)').choices(LANGUAGES))
    .requiredOption('--out <file>', 'where it goes')
    .action((survey: string, version: string, options: Options) => exportDocument(context, survey, version, options));
}

async function exportDocument(context: CommandContext, name: string, version: string, options: Options): Promise<void> {
  const { format, language } = options;
  if (language !== undefined && format !== 'paper') {
    throw new CommandError(`--language is for --format paper; ${format} holds all languages.`);
  }
  const survey = findSurvey(context, name, version);
  const file = context.path(options.out);
  const bytes = await write(survey, { format, language: language ?? 'fi', path: file });
  context.result({ survey: survey.id, format, file, bytes }, `${file}: ${bytes} bytes`);
}

async function write(...order: Parameters<typeof writeDocument>): Promise<number> {
  try {
    return await writeDocument(...order);
  } catch (error) {
    throw new CommandError(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
