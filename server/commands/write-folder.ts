import { ForeignFolderError, writeReleaseFiles } from '../releases/write-release-files.ts';
import { CommandError, type CommandContext } from './context.ts';

/** Writes the files of a release into the folder that a person named. Returns its full path. */
export async function writeFolder(
  context: CommandContext,
  out: string,
  files: ReadonlyMap<string, string>,
): Promise<string> {
  const folder = context.path(out);
  try {
    await writeReleaseFiles(folder, files);
  } catch (error) {
    if (error instanceof ForeignFolderError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
  return folder;
}
