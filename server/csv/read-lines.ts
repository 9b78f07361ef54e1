import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Why the text of a line cannot be trusted. */
export type LineFault = 'too_long' | 'not_utf8' | 'nul';

/** One line of a file, without its end. `problem` says in words why its text cannot be trusted, `fault` in one. */
export type Line = { number: number; text: string; problem: string | null; fault: LineFault | null };

/** No row that a person means is longer, in bytes. */
const LONGEST_LINE = 1024 * 1024;
const KEPT_OF_TOO_LONG = 1000;
const NEWLINE = 10;
const CHUNK = 256 * 1024;

/**
 * The lines of a file of any size, whatever its bytes, in memory that does not grow with it. Lines
 * end with LF or CRLF. A byte order mark at the beginning is dropped. Throws only what the file
 * system throws.
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  // The stream yields buffers, since no encoding is set; its type does not say so.
  yield* linesOf(createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>);
}

/** The same of bytes that come from anywhere. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0;
  let rest: Buffer[] = [];
  let restLength = 0;
  const finish = (last: Buffer): Line => {
    number += 1;
    const length = restLength + last.length;
    const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last]);
    [rest, restLength] = [[], 0];
    return toLine(number, bytes, length);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield finish(chunk.subarray(start, end));
      start = end + 1;
    }
    if (restLength <= LONGEST_LINE) rest.push(chunk.subarray(start)); // what is too long is not kept
    restLength += chunk.length - start;
  }
  if (restLength > 0) yield finish(Buffer.alloc(0));
}

function toLine(number: number, bytes: Buffer, length: number): Line {
  if (length > LONGEST_LINE) {
    const text = bytes.subarray(0, KEPT_OF_TOO_LONG).toString('latin1').replaceAll('\0', '');
    return { number, text, problem: 'the row is longer than 1 MiB', fault: 'too_long' };
  }
  if (!isUtf8(bytes)) {
    // Most often a file saved in the old Windows encoding: read so, the person can see which row it is.
    const text = new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '');
    const problem = 'the row is not UTF-8: save the file as CSV UTF-8';
    return { number, text: withoutCr(text), problem, fault: 'not_utf8' };
  }
  const text = withoutCr(bytes.toString('utf8'));
  const tidy = number === 1 ? text.replace(/^\uFEFF/, '') : text;
  if (!tidy.includes('\0')) return { number, text: tidy, problem: null, fault: null };
  const problem = 'the row holds a NUL character, which no text has';
  return { number, text: tidy.replaceAll('\0', ''), problem, fault: 'nul' };
}

function withoutCr(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
