import { gunzipSync } from 'node:zlib';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import { selectFileNames, selectOptionalFile } from './publish-store.ts';

/** The files of a published release by name, as they were published; none where an earlier version built it. */
export async function releaseFilesOf(db: Db, releaseId: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of (await selectFileNames(db, releaseId)).toSorted()) {
    const file = await selectOptionalFile(db, releaseId, name);
    if (file) files.set(name, gunzipSync(file.content).toString('utf8'));
    await letOthersIn();
  }
  return files;
}
