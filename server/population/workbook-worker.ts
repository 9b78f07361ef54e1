import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { csvLine } from '../csv/csv-text.ts';
import { unpacksToATable } from './unpacked-size.ts';

// A thread of its own: what a workbook unpacks to is not known before, and the limit of memory holds for this thread
// alone. It writes the first sheet as CSV, row for row, so that lines count as the rows of the workbook.

const { from, to, mostRows } = workerData as { from: string; to: string; mostRows: number }; // given by workbook-to-csv.ts
/** Rows below one another that are empty are no table any more. */
const MOST_EMPTY = 10_000;

if (!(await unpacksToATable(from))) throw new Error('It unpacks to more than a table.');
const out = createWriteStream(to, { flags: 'wx', mode: 0o600 });
let [line, width] = [0, 0];
const source = Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>; // the same stream by another type
for await (const { index, values } of streamXlsxRows(source, { maxRows: mostRows + 100 })) {
  if (index - line > MOST_EMPTY) break;
  for (; line < index; line += 1) out.write('\n');
  const cells = values.map(textOf);
  while (cells.at(-1) === '' && cells.length > width) cells.pop();
  if (cells.length > 1) width = Math.max(width, cells.length);
  while (cells.length < width) cells.push('');
  line += 1;
  if (!out.write(csvLine(cells, ';'))) await once(out, 'drain');
}
out.end();
await finished(out);
parentPort?.postMessage('done');

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value)
    .replace(/[\r\n\t\0]+/g, ' ')
    .trim();
}
