import { constants, crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { appendedSum, lengthFactor } from './crc-of-parts.ts';
import { END, HEAD, tailOf } from './gzip-pieces.ts';

/** A tenth larger than the smallest, in a third of the time. */
const LEVEL = 3;

/** Texts in order as one gzip file. */
export function gzipTexts(texts: readonly string[]): Buffer {
  return gzipSync(bytesOf(texts), { level: LEVEL });
}

/**
 * The same as a file that `gzipAround` can put into a page without compressing it anew: whole blocks that refer to
 * nothing outside of them. `level`: 1 (quick) to 9 (small).
 */
export function gzipPart(texts: readonly string[], level: number = LEVEL): Buffer {
  return partOf(bytesOf(texts), level);
}

function partOf(bytes: Buffer, level: number): Buffer {
  const blocks = deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([HEAD, blocks, END, tailOf(crc32(bytes), bytes.length)]);
}

/** A part whose text is changed as bytes, which are not read as letters and written again. */
export function changePart(part: Buffer, change: (bytes: Buffer) => Buffer): Buffer {
  return partOf(change(gunzipSync(part, { chunkSize: WHOLE_PART })), LEVEL);
}

/** Bytes that are made room for at once: those of most reports. */
const WHOLE_PART = 512 * 1024;

const TAIL_BYTES = 8;

/** A page as a gzip file: a part of it that `gzipPart` made, and the texts around it. */
export function gzipAround(before: string, part: Buffer, after: string): Buffer {
  const [first, last] = [Buffer.from(before), Buffer.from(after)];
  const blocks = part.subarray(HEAD.length, -(END.length + TAIL_BYTES));
  const partSum = part.readUInt32LE(part.length - TAIL_BYTES);
  const partSize = part.readUInt32LE(part.length - TAIL_BYTES / 2);
  const withPart = appendedSum(crc32(first), { sum: partSum, factor: lengthFactor(partSize) });
  return Buffer.concat([
    HEAD,
    deflateRawSync(first, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH }),
    blocks,
    deflateRawSync(last, { level: LEVEL }),
    tailOf(crc32(last, withPart), first.length + partSize + last.length),
  ]);
}

let room = Buffer.alloc(1024 * 1024);
const MOST_BYTES_OF_A_UNIT = 3;

/** Texts as bytes, each written where the one before ends: good until the next ones. */
function bytesOf(texts: readonly string[]): Buffer {
  const most = texts.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES_OF_A_UNIT;
  if (most > room.length) room = Buffer.alloc(most);
  return room.subarray(
    0,
    texts.reduce((end, text) => end + room.write(text, end), 0),
  );
}
