import { constants, crc32, deflateRawSync } from 'node:zlib';
import { appendedSum, lengthFactor } from './crc-of-parts.ts';

/** A part of pages that comes again and again, as bytes. The same object each time: what is kept is kept by it. */
export type Piece = {
  readonly bytes: Buffer;
  readonly sum: number;
  readonly factor: number;
  /** What it was compressed to where it stood last, which is mostly where it stands. */
  last: { context: Piece; away: number; blocks: Buffer } | null;
};
/**
 * A short text of one page alone, which may stand in it many times. `stored`: with the lengths of its blocks, each
 * before what it holds.
 */
export type OwnText = { readonly bytes: Buffer; readonly stored: Buffer };
export type Part = Piece | OwnText;

/** Of a gzip file without name and time (RFC 1952). */
export const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The last block: an empty one (RFC 1951). */
export const END = Buffer.from([3, 0]);
/** A flush ends with the length of an empty stored block, and its complement. A text stored instead has its own. */
const FLUSH = Buffer.from([0, 0, 0xff, 0xff]);
/** What stands before the length of a stored block where no flush has made room for it. */
const STORED = Buffer.from([0]);
const MOST_STORED = 0xffff;
/** How far back a reference may reach. */
const WINDOW = 32 * 1024;
/** Where own texts of a page are longer, what follows refers to nothing before them. */
const MOST_GAP = 64;

/** A piece as a text; an empty one stays. */
export function pieceOf(text: string): Piece {
  const bytes = Buffer.from(text);
  return { bytes, sum: crc32(bytes), factor: lengthFactor(bytes.length), last: null };
}

/** A text as it is. */
export function ownText(text: string): OwnText {
  const bytes = Buffer.from(text);
  const blocks: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += MOST_STORED) {
    const some = bytes.subarray(from, from + MOST_STORED);
    const length = Buffer.allocUnsafe(FLUSH.length);
    length.writeUInt16LE(some.length, 0);
    length.writeUInt16LE(some.length ^ MOST_STORED, 2);
    if (from > 0) blocks.push(STORED);
    blocks.push(length, some);
  }
  return { bytes, stored: Buffer.concat(blocks) };
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
  let isOpen = false; // the piece before has left out its flush
  for (const part of parts) {
    const { length } = part.bytes;
    if (length === 0) continue;
    size += length;
    if ('stored' in part) {
      if (!isOpen) out.push(STORED);
      out.push(part.stored);
      sum = crc32(part.bytes, sum);
      [gap, isOpen] = [gap + length, false];
    } else {
      if (isOpen) out.push(FLUSH);
      out.push(blocksOf(part, before, gap));
      sum = appendedSum(sum, part);
      [before, gap, isOpen] = [part, 0, true];
    }
  }
  if (isOpen) out.push(FLUSH);
  out.push(END, tailOf(sum, size));
  return Buffer.concat(out);
}

/** The end of a gzip file: checksum and size of what is in it. */
export function tailOf(sum: number, size: number): Buffer {
  const tail = Buffer.allocUnsafe(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(size % 2 ** 32, 4);
  return tail;
}

/** The same as it is read. */
export function joinPieces(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

type After = WeakMap<Piece, Map<number, Buffer>>;
const afterPiece = new WeakMap<Piece, After>();
const NOTHING = pieceOf('');

/**
 * The blocks of a piece that stands after another, with a gap of so many bytes of other text between them. Without
 * the flush at their end.
 */
function blocksOf(piece: Piece, before: Piece | null, gap: number): Buffer {
  const isNear = before !== null && gap <= MOST_GAP;
  const [context, away] = isNear ? [before, gap] : [NOTHING, 0];
  const { last } = piece;
  if (last?.context === context && last.away === away) return last.blocks;
  const after: After = afterPiece.get(context) ?? new WeakMap();
  afterPiece.set(context, after);
  const byGap = after.get(piece) ?? new Map<number, Buffer>();
  after.set(piece, byGap);
  const blocks = byGap.get(away) ?? compressed(piece, context, away);
  byGap.set(away, blocks);
  piece.last = { context, away, blocks };
  return blocks;
}

function compressed({ bytes }: Piece, context: Piece, gap: number): Buffer {
  // What stands in the gap differs from page to page. Zero bytes stand for it, which no page holds, so that
  // nothing refers to it.
  const dictionary = Buffer.concat([context.bytes, Buffer.alloc(gap)]).subarray(-WINDOW);
  const blocks = deflateRawSync(bytes, {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(dictionary.length > 0 && { dictionary }),
  });
  return blocks.subarray(0, -FLUSH.length);
}
