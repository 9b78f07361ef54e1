import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

// What a workbook unpacks to is counted before anything else reads it: a file of a megabyte may hold gigabytes, and
// sizes that it states about itself may be wrong.

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
const LONGEST_COMMENT = 65_535;
const DEFLATED = 8;
const MOST_BYTES = 400 * 1024 * 1024;
/** Texts that cells share are held all at once, rows one after another. */
const MOST_SHARED_BYTES = 100 * 1024 * 1024;
const SHARED = 'xl/sharedStrings.xml';

type Entry = { name: string; method: number; packed: number; at: number };

/** Whether the parts of a zip file unpack to no more than a table of people does. False also for what is no zip file. */
export async function unpacksToATable(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const entries = await entriesOf(file);
    let total = 0;
    for (const entry of entries ?? []) {
      const most = Math.min(MOST_BYTES - total, entry.name === SHARED ? MOST_SHARED_BYTES : MOST_BYTES);
      const size = await unpackedSize({ path, file }, entry, most);
      if (size === null) return false;
      total += size;
    }
    return entries !== null;
  } finally {
    await file.close();
  }
}

/** The list at the end of the file of what is in it. */
async function entriesOf(file: FileHandle): Promise<Entry[] | null> {
  const { size } = await file.stat();
  const tail = await bytesOf(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), size);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) return null;
  const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const list = await bytesOf(file, start, Math.min(size, start + length));
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_LENGTH <= list.length && list.readUInt32LE(at) === ENTRY_SIGNATURE;) {
    const nameEnd = at + ENTRY_LENGTH + list.readUInt16LE(at + 28);
    entries.push({
      name: list.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      at: list.readUInt32LE(at + 42),
    });
    at = nameEnd + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks a part and keeps nothing of it. Null where there is more than `most`, or it is broken. */
async function unpackedSize(
  { path, file }: { path: string; file: FileHandle },
  { method, packed, at }: Entry,
  most: number,
): Promise<number | null> {
  const head = await bytesOf(file, at, at + LOCAL_LENGTH);
  if (head.length < LOCAL_LENGTH) return null;
  const start = at + LOCAL_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (method !== DEFLATED || packed === 0) return packed <= most ? packed : null;
  const packedBytes = createReadStream(path, { start, end: start + packed - 1 });
  const unpacking = packedBytes.pipe(createInflateRaw());
  let size = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) return null;
    }
    return size;
  } catch {
    return null; // not what deflate makes
  } finally {
    packedBytes.destroy();
  }
}

async function bytesOf(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}
