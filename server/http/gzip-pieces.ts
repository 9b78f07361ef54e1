import { constants, crc32, deflateRawSync } from 'node:zlib';
import { appendedSum, lengthFactor } from './crc-of-parts.ts';

/** A part of pages that comes again and again, as bytes. The same object each time: what is kept is kept by it. */
export type Piece = { readonly bytes: Buffer; readonly sum: number; readonly factor: number };
/** A part of one page alone: a short text. */
export type Part = Piece | string;

/** Of a gzip file without name and time (RFC 1952). */
export const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The last block: an empty one (RFC 1951). */
export const END = Buffer.from([3, 0]);
/** A flush ends with the length of an empty stored block, and its complement. */
const EMPTY_LENGTH = 4;
const MOST_STORED = 0xffff;
/** How far back a reference may reach. */
const WINDOW = 32 * 1024;
/** Where own texts of a page are longer, what follows refers to nothing before them. */
const MOST_GAP = 64;

/** A piece as a text; an empty one stays. */
export function pieceOf(text: string): Piece {
  const bytes = Buffer.from(text);
  return { bytes, sum: crc32(bytes), factor: lengthFactor(bytes.length) };
}

/**
 * A page of kept pieces and own texts as one gzip file, without compressing it anew: each piece is compressed
 * once after each piece that it follows, as a run of whole blocks that refer to nothing but that piece and itself.
 * Own texts stand between them as they are.
 */
export function gzipPieces(parts: readonly Part[]): Buffer {
  const out: Buffer[] = [HEAD];
  let [sum, size] = [0, 0];
  let before: Piece | null = null;
  let gap = 0;
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part.bytes;
    if (bytes.length === 0) continue;
    size += bytes.length;
    if (typeof part === 'string') {
      sum = crc32(bytes, sum);
      addStored(out, bytes);
      gap += bytes.length;
    } else {
      sum = appendedSum(sum, part);
      out.push(blocksOf(part, before, gap));
      [before, gap] = [part, 0];
    }
  }
  out.push(END, tailOf(sum, size));
  return Buffer.concat(out);
}

/** The end of a gzip file: checksum and size of what is in it. */
export function tailOf(sum: number, size: number): Buffer {
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(size % 2 ** 32, 4);
  return tail;
}

/** The same as it is read. */
export function joinPieces(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part.bytes)));
}

type After = WeakMap<Piece, Map<number, Buffer>>;
const afterPiece = new WeakMap<Piece, After>();
const NOTHING = pieceOf('');

/** The blocks of a piece that stands after another, with a gap of so many bytes of other text between them. */
function blocksOf(piece: Piece, before: Piece | null, gap: number): Buffer {
  const isNear = before !== null && gap <= MOST_GAP;
  const [context, away] = isNear ? [before, gap] : [NOTHING, 0];
  const known = afterPiece.get(context)?.get(piece)?.get(away);
  if (known) return known;
  const after: After = afterPiece.get(context) ?? new WeakMap();
  afterPiece.set(context, after);
  const byGap = after.get(piece) ?? new Map<number, Buffer>();
  after.set(piece, byGap);
  const blocks = compressed(piece, context, away);
  byGap.set(away, blocks);
  return blocks;
}

function compressed({ bytes }: Piece, context: Piece, gap: number): Buffer {
  // What stands in the gap differs from page to page. Zero bytes stand for it, which no page holds, so that
  // nothing refers to it.
  const dictionary = Buffer.concat([context.bytes, Buffer.alloc(gap)]).subarray(-WINDOW);
  return deflateRawSync(bytes, {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(dictionary.length > 0 && { dictionary }),
  });
}

/** A text as it is. The empty stored block at the end of what stands before it takes it in. */
function addStored(out: Buffer[], bytes: Buffer): void {
  for (let from = 0; from < bytes.length; from += MOST_STORED) {
    const some = bytes.subarray(from, from + MOST_STORED);
    const last = out.at(-1);
    const length = Buffer.alloc(EMPTY_LENGTH);
    length.writeUInt16LE(some.length, 0);
    length.writeUInt16LE(some.length ^ MOST_STORED, 2);
    if (out.length > 1 && last && isFlushed(last)) {
      out[out.length - 1] = last.subarray(0, -EMPTY_LENGTH);
      out.push(length, some);
    } else out.push(Buffer.from([0]), length, some);
  }
}

function isFlushed(blocks: Buffer): boolean {
  return blocks.length > EMPTY_LENGTH && blocks.readUInt32LE(blocks.length - EMPTY_LENGTH) === 0xffff0000;
}
