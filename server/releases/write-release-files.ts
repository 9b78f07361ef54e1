import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Thrown when a folder holds something else than this release. */
export class ForeignFolderError extends Error {}

/**
 * Writes the files of a release into a folder: under temporary names first, the manifest last, so
 * that a folder with a manifest is whole. A folder that holds the same release already is left as it
 * is; one that holds anything else is refused, so that no file of another release stays between.
 */
export function writeReleaseFiles(folder: string, files: ReadonlyMap<string, string>): void {
  const foreign = filesIn(folder).filter((name) => !isSame(folder, name, files));
  if (foreign.length > 0) {
    throw new ForeignFolderError(
      `${folder} holds other files (${foreign.slice(0, 3).join(', ')}). Name an empty folder with --out.`,
    );
  }
  const names = [...files.keys()].sort((a, b) => Number(a === 'manifest.json') - Number(b === 'manifest.json'));
  for (const name of names) {
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.part`, files.get(name) ?? '');
    renameSync(`${target}.part`, target);
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** A half-written file of an interrupted run is ours, and goes. */
function isSame(folder: string, name: string, files: ReadonlyMap<string, string>): boolean {
  if (name.endsWith('.part')) {
    rmSync(join(folder, name));
    return true;
  }
  const text = files.get(name);
  return text !== undefined && readFileSync(join(folder, name), 'utf8') === text;
}
