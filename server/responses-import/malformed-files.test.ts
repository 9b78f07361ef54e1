import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { csvLine } from '../csv/csv-text.ts';
import type { RejectedRow } from '../csv/rejected-rows.ts';
import { problemLine, type RowProblem } from '../csv/row-problem.ts';
import { responseColumns } from '../engine/parse-response-row.ts';
import { readPopulationFile, readResponsesFile } from './read-files.ts';

const RUNS = 1000;
const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('no survey');
const folder = mkdtempSync(join(tmpdir(), 'uras-malformed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'file.csv');

const POPULATION =
  'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone';
const RESPONSES = ['person_key', 'institution', 'degree', 'submitted_on', ...responseColumns(survey)];
const personRow = (key: string) =>
  `${key},X0101,671112,2020-05-31,female,1995,fi,sv,${key}@example.org,+358401234567\n`;

const goodText = fc.constantFrom('', 'plain', 'two\nlines', 'a "quoted" word, and a comma', 'Ä ö 😀', '\n', '"');
const responseRow = (key: string, text: string) =>
  csvLine(
    RESPONSES.map(
      (column) =>
        ({ person_key: key, institution: 'X0101', degree: '671112', submitted_on: '2025-10-10', open_wishes: text })[
          column
        ] ?? '',
    ),
  );

// What a broken program or a tired hand leaves in a file. Keys begin with !, so that none is a good row by chance.
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('X0101', '671112', '2020-02-30', '"', '""', '😀', '=1+1', '\t', '31.12.2020'),
);
const damage: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc
    .string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '1'), maxLength: 30 })
    .map((text) => Buffer.from(text)),
  fc.array(cell, { maxLength: 14 }).map((cells) => Buffer.from(`!${cells.join(',')}`)),
  fc.array(cell, { minLength: 9, maxLength: 9 }).map((cells) => Buffer.from(csvLine(['!x', ...cells]))),
  fc
    .constantFrom('"', '!x,"open', '!x,closed"', '!x,"a"b,c', `!${'x'.repeat(70_000)}`, '!x,' + 'y,'.repeat(500))
    .map((text) => Buffer.from(text)),
  fc.constant(Buffer.from([0xff, 0xfe, 0x41, 0, 0])),
);
const parts = <T>(good: fc.Arbitrary<T>) =>
  fc.array(
    fc.oneof(
      good.map((row) => ({ row })),
      damage.map((bytes) => ({ bytes })),
    ),
    { maxLength: 12 },
  );

function write(header: string, chunks: readonly Buffer[]): void {
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`${header}\n`), ...chunks.flatMap((chunk) => [chunk, Buffer.from('\n')])]),
  );
}

function expectClear(problem: RowProblem): void {
  expect(problemLine(problem)).toMatch(/^line \d+, column .+, ".*": .+$/s);
  expect(problem.reason.length).toBeGreaterThan(10);
}

function expectClearRows(rejected: readonly RejectedRow[]): void {
  for (const row of rejected) {
    expect(row.problems.length).toBeGreaterThan(0);
    for (const problem of row.problems) {
      expectClear(problem);
      expect(problem.line).toBe(row.line);
      expect(row.line).toBeGreaterThan(1);
    }
  }
}

describe(`${RUNS} malformed files`, () => {
  test('of people: every good row goes in, everything else is told by line and column', async () => {
    await fc.assert(
      fc.asyncProperty(parts(fc.constant(null)), async (mixed) => {
        const keys: string[] = [];
        write(
          POPULATION,
          mixed.map((part, index) => ('bytes' in part ? part.bytes : Buffer.from(personRow(`P${index}`)))),
        );
        mixed.forEach((part, index) => 'row' in part && keys.push(`P${index}`));
        const read = await readPopulationFile(file, survey);
        if (read.kind === 'unusable') throw new Error(read.problem.reason);
        expect([...read.people.keys()].filter((key) => key.startsWith('P'))).toEqual(keys);
        expectClearRows(read.rejected);
      }),
      { numRuns: RUNS },
    );
  });

  test('of answers: every good row goes in, texts of several lines whole, everything else is told', async () => {
    const person = {
      institution: 'X0101',
      degree: '671112',
      graduation_date: '2020-05-31',
      gender: null,
      birth_year: null,
      study_language: null,
    };
    const people = new Map(
      Array.from({ length: 12 }, (_, index) => [`P${index}`, { person_key: `P${index}`, ...person }]),
    );
    await fc.assert(
      fc.asyncProperty(parts(goodText), async (mixed) => {
        write(
          RESPONSES.join(','),
          mixed.map((part, index) => ('bytes' in part ? part.bytes : Buffer.from(responseRow(`P${index}`, part.row)))),
        );
        const opened = await readResponsesFile(file, survey, people);
        if (opened.kind === 'unusable') throw new Error(opened.problem.reason);
        const texts: unknown[] = [];
        for await (const { answers } of opened.responses) texts.push(answers['open_wishes'] ?? '');
        expect(texts).toEqual(mixed.flatMap((part) => ('row' in part ? [part.row.trim()] : [])));
        expectClearRows(opened.rejected);
      }),
      { numRuns: RUNS },
    );
  });

  test('with any first line: read, or refused by line 1 and a column', async () => {
    const names = fc.array(fc.constantFrom(...POPULATION.split(','), 'name', '', '"', 'person key'), { maxLength: 12 });
    const header = fc.oneof(
      damage,
      names.map((columns) => Buffer.from(columns.join(','))),
    );
    await fc.assert(
      fc.asyncProperty(header, async (bytes) => {
        writeFileSync(file, Buffer.concat([bytes, Buffer.from(`\n${personRow('P1')}`)]));
        for (const read of [await readPopulationFile(file, survey), await readResponsesFile(file, survey, new Map())]) {
          if (read.kind !== 'unusable') continue;
          expectClear(read.problem);
          expect(read.problem.line).toBe(1);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
