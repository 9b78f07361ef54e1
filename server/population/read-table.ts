import { createReadStream } from 'node:fs';
import { linesOf, type Line } from '../csv/read-lines.ts';
import { splitRecord } from '../csv/split-record.ts';
import type { FileSettings, TextSettings } from './file-settings.ts';

/** Why a row cannot be told apart into cells. */
export type RowFault = 'too_long' | 'not_utf8' | 'nul' | 'quotes';

/** A row as it stands in the file: its line, its cells, and what is broken about it. */
export type TableRow = { line: number; cells: readonly string[]; fault: RowFault | null };

const CHUNK = 256 * 1024;

/** The lines of a text file in whatever encoding, in memory that does not grow with it. */
export function readTextLines(path: string, settings: TextSettings): AsyncGenerator<Line> {
  // The stream yields buffers, since no encoding is set; its type does not say so.
  const bytes = createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
  return linesOf(settings.encoding === 'utf-8' && !settings.cr ? bytes : transcoded(bytes, settings));
}

async function* transcoded(bytes: AsyncIterable<Buffer>, { encoding, cr }: TextSettings): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  const lineEnds = (text: string) => Buffer.from(cr ? text.replaceAll('\r', '\n') : text);
  for await (const chunk of bytes) yield lineEnds(decoder.decode(chunk, { stream: true }));
  yield lineEnds(decoder.decode());
}

/** The first lines of a file, for a look at it. */
export async function firstLines(path: string, settings: TextSettings, most: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const { text } of readTextLines(path, settings)) {
    lines.push(text);
    if (lines.length >= most) break;
  }
  return lines;
}

/** Every row that has any text, the header's among them. */
export async function* readTable(
  path: string,
  settings: Pick<FileSettings, 'encoding' | 'cr' | 'separator'>,
): AsyncGenerator<TableRow> {
  for await (const { number: line, text, fault } of readTextLines(path, settings)) {
    if (fault) {
      yield { line, cells: [text], fault };
      continue;
    }
    const split = splitRecord(text, settings.separator);
    if (split.kind === 'broken') yield { line, cells: [text], fault: 'quotes' };
    else if (split.fields.some((cell) => cell.trim() !== '')) yield { line, cells: split.fields, fault: null };
  }
}
