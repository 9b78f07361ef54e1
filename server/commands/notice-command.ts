import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { saveNotice } from '../trust/notice.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `notices save`: what an institution says of the survey and its handling of data. */
export function addNoticeCommand(program: Command, context: CommandContext): void {
  program
    .command('notices')
    .description("institutions' pages: is a message genuine, and the privacy notice")
    .command('save <file>')
    .usage('FILE.json')
    .description('save an institution’s notice as its next version; every block in three languages')
    .action((file: string) => save(context, file));
}

async function save(context: CommandContext, file: string): Promise<void> {
  const outcome = await saveNotice(await context.deps(), readJson(context.path(file), file));
  switch (outcome.kind) {
    case 'saved':
      return context.result(
        { institution: outcome.institution, version: outcome.version },
        `Version ${outcome.version} of the notice of ${outcome.institution} is shown from now on.`,
      );
    case 'unknown_institution':
      throw new CommandError(`No survey has an institution ${outcome.institution}. Nothing was saved.`);
    case 'invalid':
      throw new CommandError(`Nothing was saved:\n${outcome.problems.map((line) => `  ${line}`).join('\n')}`);
    default:
      return outcome satisfies never;
  }
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
