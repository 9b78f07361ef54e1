import { readFileSync } from 'node:fs';
import { CommandError, type CommandContext } from './context.ts';

const MOST_CHARACTERS = 1000;

/** The texts of the key files that --key names, in order. */
export function readKeyFiles(context: CommandContext, files: readonly string[]): string[] {
  return files.map((file) => {
    try {
      return readFileSync(context.path(file), 'utf8').slice(0, MOST_CHARACTERS);
    } catch (error) {
      throw new CommandError(`The key file ${file} cannot be read. keys create wrote it where it was run.`, {
        cause: error,
      });
    }
  });
}

/** An option that may be given several times. */
export function several(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
