import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseFiles } from './input.ts';

/** All files of a release's folder, by their names from there. */
export async function readRelease(folder: string): Promise<ReleaseFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(
      path
        .slice(folder.length)
        .replace(/^[/\\]+/, '')
        .replaceAll('\\', '/'),
      await readFile(path, 'utf8'),
    );
  }
  if (!files.has('tables.csv')) throw new Error(`${folder} is no release: there is no tables.csv`);
  return { name: folder, files };
}
