import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { answerHandle, deriveCode } from '../../../server/invitations/code.ts';
import { readPopulationFile, readResponsesFile } from '../../../server/responses-import/read-files.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { createOpenRound, simulateFiles } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(() => database.close());

const run = (...words: string[]) => runWords(deps, database.dataDir, ...words);
const json = (...words: string[]) => runJson(deps, database.dataDir, ...words);
const records = (roundId: string) =>
  deps.ownerDb.selectFrom('answer.response').selectAll().where('round_id', '=', roundId).orderBy('handle').execute();

function write(name: string, ...lines: string[]): string {
  const path = join(database.dataDir, name);
  writeFileSync(path, lines.join('\n') + '\n');
  return path;
}

async function smallRound(id: string): Promise<void> {
  await createOpenRound(deps, database.dataDir, id);
  const people = ['A1', 'A2', 'A3'].map((key) => `${key},X0101,671112,2020-05-31,female,1995,fi,sv`);
  const header = 'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language';
  await json('population', 'import', '--round', id, write(`${id}-people.csv`, header, ...people), '--confirm');
}

describe('responses', () => {
  test('of a simulated nation go in once, and are those that the files without a database give', async () => {
    await createOpenRound(deps, database.dataDir, 'nation');
    const { population, responses, graduates, answered } = await simulateFiles(deps, database.dataDir, 600);
    await json('population', 'import', '--round', 'nation', population, '--confirm');
    expect(await json('responses', 'import', '--round', 'nation', responses)).toMatchObject({
      confirmed: false,
      added: answered,
    });
    expect(await records('nation')).toEqual([]);
    expect(await json('responses', 'import', 'nation', responses, '--confirm')).toMatchObject({
      rows: answered,
      added: answered,
      rejected: 0,
      report: null,
    });
    const first = await records('nation');
    expect(first).toHaveLength(answered);
    const again = await json('responses', 'import', '--round', 'nation', responses, '--confirm');
    expect(again).toMatchObject({ added: 0, unchanged: answered, rejected: 0 });
    expect(await records('nation')).toEqual(first);
    expect(await json('rounds', 'show', 'nation')).toMatchObject({
      target: graduates,
      sent: answered,
      saved_not_sent: 0,
    });

    const survey = deps.surveys.find('amk-career', 2);
    if (!survey) throw new Error('no survey');
    const people = await readPopulationFile(population, survey);
    if (people.kind === 'unusable') throw new Error(people.problem.reason);
    const read = await readResponsesFile(responses, survey, people.people);
    if (read.kind === 'unusable') throw new Error(read.problem.reason);
    const fromFiles: string[] = [];
    for await (const { background, answers } of read.responses) fromFiles.push(sameness({ background, answers }));
    expect(first.map(sameness).sort()).toEqual(fromFiles.sort());
  });

  test('are stored as sent, with coarse background, without person key and order', async () => {
    await smallRound('stored');
    const header = 'submitted_on;degree;institution;person_key;main_activity;skill_project.importance;open_wishes';
    await json(
      'responses',
      'import',
      '--round',
      'stored',
      write('s.csv', header, '2089-12-30;671112;X0101;A1;grant;5;"two\nlines; ""x"""'),
      '--confirm',
    );
    const [record] = await records('stored');
    const keys = deps.keys.allRoundKeys().get('stored');
    if (!keys || !record) throw new Error('nothing stored');
    expect(record.handle.equals(answerHandle(keys, deriveCode(keys, 'A1', 0)))).toBe(true);
    expect(record).toMatchObject({
      answers: { main_activity: 'grant', skill_project: { importance: '5' }, open_wishes: 'two\nlines; "x"' },
      background: { institution: 'X0101', degree: '671112', gender: 'female', age_band: '25_29', study_language: 'fi' },
      question_order: {},
      language: 'sv',
      submitted_on: '2089-12-30',
      late: false,
    });
    expect(record.pages_saved).toContain('now');
    expect(JSON.stringify({ ...record, handle: null })).not.toContain('A1');
    await json(
      'responses',
      'import',
      '--round',
      'stored',
      write('late.csv', header, '2090-01-02;671112;X0101;A2;grant;;'),
      '--confirm',
    );
    expect((await records('stored')).filter((one) => one.late)).toHaveLength(1);
  });

  test('with anything wrong are rejected whole, told, and lose nothing', async () => {
    await smallRound('wrong');
    const header = 'person_key,institution,degree,submitted_on,main_activity,pay,degree_satisfaction,open_wishes';
    const path = write(
      'w.csv',
      header,
      'A1,X0101,671112,2025-10-10,grant,,1.0,a private word',
      'A2,X0102,671201,10.10.2025,,"3,4 k",,',
      'A9,X0101,671112,2025-10-10,,,,',
      'A3,X0101,671112,2025-10-10,,3400,5,',
      'A3,X0101,671112,2025-10-10,,3400,5,',
    );
    const { code, out, err } = await run('responses', 'import', '--round', 'wrong', path, '--confirm', '--json');
    expect(code).toBe(0);
    expect(err).toContain('not stored with the answers');
    expect(JSON.parse(out)).toMatchObject({
      rows: 5,
      added: 1,
      rejected: 4,
      report: `${path}.rejected.csv`,
      problems: [
        { line: 2, column: 'degree_satisfaction', value: '1.0' },
        { line: 3, column: 'institution', value: 'X0102', reason: 'the population has X0101 for this person' },
        { line: 3, column: 'degree', value: '671201', reason: 'the population has 671112 for this person' },
        { line: 3, column: 'submitted_on', value: '10.10.2025', reason: expect.stringContaining('YYYY-MM-DD') },
        { line: 3, column: 'pay', value: '…', reason: expect.stringContaining('no number') },
        { line: 4, column: 'person_key', value: 'A9', reason: 'the population has no such person' },
        { line: 6, column: 'person_key', value: 'A3', reason: 'this person is on line 5 already' },
      ],
    });
    expect(out).not.toContain('private');
    expect(readFileSync(`${path}.rejected.csv`, 'utf8')).toContain(
      'A1,X0101,671112,2025-10-10,grant,,1.0,a private word',
    );
  });

  test('never change answers that are there', async () => {
    await smallRound('double');
    const header = 'person_key,institution,degree,submitted_on,main_activity';
    await json(
      'responses',
      'import',
      '--round',
      'double',
      write('one.csv', header, 'A1,X0101,671112,2025-10-10,grant'),
      '--confirm',
    );
    const before = await records('double');
    const other = await run(
      'responses',
      'import',
      '--round',
      'double',
      write('two.csv', header, 'A1,X0101,671112,2025-10-10,other'),
      '--confirm',
    );
    expect(other.code).toBe(1);
    expect(other.out).toContain('this person has answers in the round already');
    expect(await records('double')).toEqual(before);
  });

  test.each([
    ['person_key,institution,degree,main_activity', 'column submitted_on', 'must name person_key'],
    ['person_key,institution,degree,submitted_on,main_activty', 'column main_activty', 'did you mean main_activity?'],
  ])('in a file of the columns %s are refused before anything is written', async (header, place, reason) => {
    const { code, out, err } = await run(
      'responses',
      'import',
      '--round',
      'double',
      write('h.csv', header),
      '--confirm',
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`line 1, ${place}`);
    expect(err).toContain(reason);
  });

  test('are taken after closing until freezing begins, and not then', async () => {
    await smallRound('paper');
    await json('rounds', 'close', 'paper');
    const header = 'person_key,institution,degree,submitted_on,main_activity';
    expect(
      await json(
        'responses',
        'import',
        '--round',
        'paper',
        write('p.csv', header, 'A1,X0101,671112,2025-10-10,grant'),
        '--confirm',
      ),
    ).toMatchObject({ added: 1 });
    await deps.ownerDb.updateTable('survey.round').set({ freeze_step: 1 }).where('id', '=', 'paper').execute();
    const { code, err } = await run(
      'responses',
      'import',
      '--round',
      'paper',
      write('q.csv', header, 'A2,X0101,671112,2025-10-10,grant'),
      '--confirm',
    );
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is frozen') });
    expect(await records('paper')).toHaveLength(1);
  });

  test('and people from malformed files: the good rows go into the database, whatever stands around them', async () => {
    await createOpenRound(deps, database.dataDir, 'malformed');
    const damage = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', 'a', '😀', "'", '\\', '\u0001'), maxLength: 40 }),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    let next = 0;
    await fc.assert(
      fc.asyncProperty(damage, damage, async (before, after) => {
        next += 1;
        const person = `P${next},X0101,671112,2020-05-31`;
        const people = write(
          'm1.csv',
          'person_key,institution,degree,graduation_date',
          `!${before}`,
          person,
          `!${after}`,
        );
        await json('population', 'import', '--round', 'malformed', people, '--confirm');
        const response = `P${next},X0101,671112,2025-10-10,"It's \\ a ""text"""`;
        const answers = write(
          'm2.csv',
          'person_key,institution,degree,submitted_on,open_wishes',
          `!${before}`,
          response,
          `!${after}`,
        );
        expect(await json('responses', 'import', '--round', 'malformed', answers, '--confirm')).toMatchObject({
          added: 1,
        });
        expect(await json('rounds', 'show', 'malformed')).toMatchObject({
          target: next,
          sent: next <= 4 ? '1-4' : next,
        });
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

function sameness({ background, answers }: { background: unknown; answers: unknown }): string {
  return JSON.stringify([sorted(background), sorted(answers)]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, part]): [string, unknown] => [key, sorted(part)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
