import { createWriteStream, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countBytes, type ByteCensus } from './byte-census.ts';

export const MOST_BYTES = 50 * 1024 * 1024;
const OLD_MS = 3600_000;

/** Uploaded files: in a folder of the data directory that only its owner may read, by the id of their upload. */
export type UploadFiles = {
  pathOf: (id: string) => string;
  /** Writes a file as it arrives. Null when it is too large or its sender went away; then nothing of it is left. */
  receive: (id: string, source: Readable) => Promise<ByteCensus | null>;
  /** Puts a file that lies beside it in its place. */
  replace: (id: string, from: string) => void;
  remove: (id: string) => void;
  /** Removes a file that has lain for an hour: one that is younger may just be arriving. */
  removeOld: (id: string, now: Date) => void;
  /** The ids of all files. */
  list: () => string[];
};

/** The files of uploads in a data directory. */
export function openUploadFiles(dataDir: string): UploadFiles {
  const folder = join(dataDir, 'uploads');
  const pathOf = (id: string) => join(folder, id);
  const remove = (id: string) => {
    for (const ending of ['', '.part', '.csv']) rmSync(pathOf(id) + ending, { force: true });
  };
  return {
    pathOf,
    remove,
    async receive(id, source) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const census = countBytes();
      let size = 0;
      const counted = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > MOST_BYTES) throw new TooLargeError();
          census.add(chunk);
          yield chunk;
        }
      };
      // Opened at once: a stream that opens by itself may do so after the file was removed again.
      const fd = openSync(`${pathOf(id)}.part`, 'wx', 0o600);
      try {
        await pipeline(source, counted, createWriteStream('', { fd }));
      } catch (error) {
        remove(id);
        if (error instanceof TooLargeError) return null;
        throw error;
      }
      renameSync(`${pathOf(id)}.part`, pathOf(id));
      return census.end();
    },
    removeOld(id, now) {
      const [newest = 0] = ['', '.part', '.csv']
        .flatMap((ending) => statSync(pathOf(id) + ending, { throwIfNoEntry: false })?.mtimeMs ?? [])
        .toSorted((one, other) => other - one);
      if (newest < now.getTime() - OLD_MS) remove(id);
    },
    replace: (id, from) => renameSync(from, pathOf(id)),
    list() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return [...new Set(readdirSync(folder).map((name) => name.replace(/\..*$/, '')))];
    },
  };
}

class TooLargeError extends Error {}
