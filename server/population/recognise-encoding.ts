import type { ByteCensus } from './byte-census.ts';

/** How the letters of a file can be written; names as TextDecoder knows them. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'macintosh'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a file is: text, a workbook (a zip file), a workbook of before 2007, nothing, or no text at all. */
export type FileKind = { kind: 'text'; encoding: Encoding } | { kind: 'zip' | 'old_workbook' | 'empty' | 'binary' };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
/** å, ä, ö and their capitals, as bytes. */
const OUR_LETTERS = {
  'windows-1252': [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6],
  macintosh: [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85],
} as const;
/** Bytes that no text file holds in a number that matters: controls other than tab and line ends. */
const CONTROLS = Array.from({ length: 32 }, (_, byte) => byte).filter((byte) => ![9, 10, 13].includes(byte));
const MOST_CONTROLS = 0.01;
/** Text in Latin letters has a zero in every second byte of UTF-16, and none elsewhere. */
const FEWEST_ZEROS = 0.25;

/**
 * What a file is and how its letters are written, from its bytes. A guess: the page shows what it leads to, and
 * asks. Older Windows and Mac encodings are told apart by where they have å, ä and ö.
 */
export function recogniseFile(census: ByteCensus): FileKind {
  const { size, start, zeros } = census;
  if (size === 0) return { kind: 'empty' };
  if (begins(start, ZIP)) return { kind: 'zip' };
  if (begins(start, OLE2)) return { kind: 'old_workbook' };
  if (begins(start, [0xff, 0xfe])) return text('utf-16le');
  if (begins(start, [0xfe, 0xff])) return text('utf-16be');
  const [even, odd] = zeros;
  if (odd >= size * FEWEST_ZEROS && even < odd / 10) return text('utf-16le');
  if (even >= size * FEWEST_ZEROS && odd < even / 10) return text('utf-16be');
  if (countOf(census, CONTROLS) > size * MOST_CONTROLS) return { kind: 'binary' };
  if (census.isUtf8) return text('utf-8');
  const windows = countOf(census, OUR_LETTERS['windows-1252']);
  return text(countOf(census, OUR_LETTERS.macintosh) > windows ? 'macintosh' : 'windows-1252');
}

/** Whether lines end with a carriage return alone, as old Macs wrote them. */
export function endsLinesWithCr({ counts }: ByteCensus): boolean {
  return (counts[10] ?? 0) === 0 && (counts[13] ?? 0) > 0;
}

function text(encoding: Encoding): FileKind {
  return { kind: 'text', encoding };
}

function begins(start: readonly number[], bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => start[index] === byte);
}

function countOf({ counts }: ByteCensus, bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum + (counts[byte] ?? 0), 0);
}
