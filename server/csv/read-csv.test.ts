import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCsv, type CsvRecord } from './read-csv.ts';
import { problemLine, shownValue } from './row-problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'uras-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, linesInTexts = true) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const opened = await openCsv(path, { linesInTexts });
  if (opened.kind === 'unusable') return opened.problem;
  const records: CsvRecord[] = [];
  for await (const record of opened.file.records) records.push(record);
  return { ...opened.file, records };
}

async function rowsOf(content: string | Buffer, linesInTexts = true) {
  const file = await read(content, linesInTexts);
  if (!('records' in file)) throw new Error(file.reason);
  return file.records.map((record) => (record.kind === 'row' ? Object.values(record.row).join('/') : record.problem));
}

describe('a file of rows', () => {
  test.each(['a,b\n1,2\n', 'a;b\n1;2', '\uFEFFa,b\r\n1,2\r\n', ' A , B \n1,2\n\n', 'a,b,,\n1,2,,\n,,,\n'])(
    'is read whatever wrote it: %j',
    async (content) => {
      expect(await rowsOf(content)).toEqual(['1/2']);
    },
  );

  test('may hold texts of several lines, with commas and quotation marks', async () => {
    expect(await rowsOf('a,b\n1,"x, ""y""\nz"\n2,w\n')).toEqual(['1/x, "y"\nz', '2/w']);
  });

  test('loses no row to a quotation mark that is missing', async () => {
    const content = 'a,b\n1,"x\n2,y\n3,z"z\n4,"w\n5,v\n';
    expect(await rowsOf(content)).toEqual([
      expect.objectContaining({ line: 2, column: 'b' }),
      '2/y',
      expect.objectContaining({ line: 4, column: 'b' }),
      expect.objectContaining({ line: 5, column: 'b', reason: 'a quotation mark is opened and not closed' }),
      '5/v',
    ]);
    const swallowing = 'a,b,c,d,e\n1,,,,"x\n2,,,,y\n3,,,,z"\n4,,,,w\n';
    expect(await rowsOf(swallowing)).toEqual([
      expect.objectContaining({ line: 2, column: 'e' }),
      '2////y',
      expect.objectContaining({ line: 4, column: 'e' }),
      '4////w',
    ]);
    expect(await rowsOf('a,b\n1,"x\n2,y\n', false)).toEqual([expect.objectContaining({ line: 2 }), '2/y']);
  });

  test('names the line of a row with too few or too many columns', async () => {
    expect(await rowsOf('a,b\n1\n1,2,3\n1,2\n')).toEqual([
      { line: 2, column: 'b', value: '1', reason: 'the row has 1 columns, and line 1 names 2' },
      { line: 3, column: '3', value: '3', reason: 'the row has 3 columns, and line 1 names 2' },
      '1/2',
    ]);
  });

  test('names the line of a row whose bytes are no text, and reads on', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe4]), Buffer.from('\n2,\0\n3,4\n')]);
    expect(await rowsOf(bytes)).toEqual([
      expect.objectContaining({ line: 2, value: '1,ä', reason: expect.stringContaining('UTF-8') }),
      expect.objectContaining({ line: 3, reason: expect.stringContaining('NUL') }),
      '3/4',
    ]);
  });

  test('may have a row of any length, which is refused, not kept', async () => {
    expect(await rowsOf(`a,b\n1,${'x'.repeat(3_000_000)}\n2,3\n`)).toEqual([
      expect.objectContaining({ line: 2, reason: 'the row is longer than 1 MiB' }),
      '2/3',
    ]);
  });

  test.each([
    ['', 'the file is empty'],
    ['\n1,2\n', 'line 1 is empty: it must name the columns'],
    ['a,,b\n', 'column 2 has no name'],
    ['a,a\n', 'two columns have this name'],
    ['a,"b\n', 'a quotation mark is opened and not closed'],
    [Buffer.from('\uFEFFa,b\n', 'utf16le'), expect.stringContaining('the row is not UTF-8')],
  ])('with the first line %j is refused with the reason', async (content, reason) => {
    expect(await read(content)).toEqual({ line: 1, column: expect.any(String), value: expect.any(String), reason });
  });

  test('that is not there is said to be so', async () => {
    expect(await openCsv(join(folder, 'none.csv'), { linesInTexts: true })).toMatchObject({
      problem: { reason: 'there is no such file' },
    });
    expect(await openCsv(folder, { linesInTexts: true })).toMatchObject({
      problem: { reason: 'this is a folder, not a file' },
    });
  });
});

test('a message repeats a value on one line and cut', () => {
  expect(shownValue('a\n\u001b[31mb')).toBe('a [31mb');
  expect(problemLine({ line: 3, column: 'c', value: 'x'.repeat(500), reason: 'why' })).toBe(
    `line 3, column c, "${'x'.repeat(60)}…": why`,
  );
});
