import { gunzipSync } from 'node:zlib';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import { selectFileNames, selectOptionalFile } from './publish-store.ts';

/** The files of a published release by name, as they were published; none where an earlier version built it. */
export async function releaseFilesOf(db: Db, releaseId: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const names = await selectFileNames(db, releaseId);
  for (const name of names.toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))) {
    const file = await selectOptionalFile(db, releaseId, name);
    if (file) files.set(name, gunzipSync(file.content).toString('utf8'));
    await letOthersIn();
  }
  return files;
}

/** In the order in which they are written: the tables, degrees, and the manifest, which says that all are there. */
function placeOf(name: string): number {
  if (name === 'tables.csv') return 0;
  return name === 'manifest.json' ? 2 : 1;
}
