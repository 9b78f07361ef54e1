import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Forms that are compressed already. */
const PACKED = /\.(pdf|xlsx)$/;

/**
 * The whole files of a folder as one ZIP, read and packed while it is sent: no more of it is in memory than
 * is on its way. `day`: what every file is dated, so that the same files give the same ZIP.
 */
export function zipFolder(folder: string, day: string): Readable {
  const zip = new ZipFile();
  const mtime = new Date(`${day}T12:00:00Z`);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part') && entry.name !== 'export.json')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
  for (const name of names)
    zip.addFile(join(folder, name), name, { mtime, mode: 0o100644, compress: !PACKED.test(name) });
  zip.end();
  return zip.outputStream as Readable; // it is one; the types say less
}
