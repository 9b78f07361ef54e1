import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { letOthersIn } from '../db/long-work.ts';

const MANIFEST = 'manifest.json';
/** What a file's name ends with until it is whole. */
const PART = '.part';

/** Thrown when a folder holds something else than this release. */
export class ForeignFolderError extends Error {}

/**
 * Writes the files of a release into a folder: under temporary names first, the manifest last, so
 * that a folder with a manifest is whole. A folder that holds the same release already is left as it
 * is; one that holds anything else is refused, so that no file of another release stays between.
 * A file at a time, with room for others between.
 */
export async function writeReleaseFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const there = filesIn(folder);
  const foreign: string[] = [];
  for (const name of there) {
    if (!isOurs(folder, name, files)) foreign.push(name);
    await letOthersIn();
  }
  if (foreign.length > 0) {
    throw new ForeignFolderError(
      `${folder} holds other files (${foreign.slice(0, 3).join(', ')}). Name an empty folder with --out.`,
    );
  }
  for (const name of there.filter(isPart)) rmSync(join(folder, name));
  const missing = [...files.keys()].filter((name) => !there.includes(name));
  const manifestLast = missing.sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST));
  for (const name of manifestLast) {
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target + PART, files.get(name) ?? '');
    renameSync(target + PART, target);
    await letOthersIn();
  }
}

/** With the names of `files`, which have '/' on every system. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** A file of this very release, or a half-written one of an interrupted run. */
function isOurs(folder: string, name: string, files: ReadonlyMap<string, string>): boolean {
  if (isPart(name)) return files.has(name.slice(0, -PART.length));
  const text = files.get(name);
  return text !== undefined && readFileSync(join(folder, name), 'utf8') === text;
}

function isPart(name: string): boolean {
  return name.endsWith(PART);
}
