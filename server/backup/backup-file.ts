import { randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { pipeline as pipeStreams, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const NEWLINE = 10;

/**
 * Writes lines into a gzip file that only its owner may read (0600). Under a temporary name until it
 * is whole and on the disk, so that an earlier file of that name is never lost to a failure.
 * Returns its size in bytes.
 */
export async function writeBackupFile(file: string, lines: AsyncIterable<string>): Promise<number> {
  const arriving = `${file}.${randomUUID()}.part`;
  try {
    const target = createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(lines), createGzip(), target);
    renameSync(arriving, file);
    syncFolder(dirname(file));
    return statSync(file).size;
  } catch (error) {
    rmSync(arriving, { force: true });
    throw error;
  }
}

/** The lines of a gzip file, without their ends. Throws when it is no such file, or is cut. */
export async function* readBackupFile(file: string): AsyncGenerator<Buffer> {
  const unpacked = createGunzip();
  // An error of either ends the other, and reaches the loop below.
  pipeStreams(createReadStream(file), unpacked, () => undefined);
  let rest: Buffer[] = [];
  // A stream without an encoding yields buffers; its type does not say so.
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

/** So that the new name itself survives a power cut. Windows has no such call for folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
