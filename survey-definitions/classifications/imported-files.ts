import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `uras codes import` writes lists, unless the service is told another folder. */
export const IMPORTED_FOLDER = fileURLToPath(new URL('imported/', import.meta.url));

/** The files of imported lists in a folder, in order of their names; none where there is no such folder. */
export function readImportedFiles(folder: string): { file: string; text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}
