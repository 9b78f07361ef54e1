import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { isOwnCode } from '../../../server/engine/own-block.ts';
import { anOwnBlock, askOwnBlock, DEGREE, ELSEWHERE, INSTITUTION } from '../../support/own-blocks.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { CAREER_SURVEY, createOpenRound, rowsIn } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

const BLOCKS = [anOwnBlock(INSTITUTION), anOwnBlock(DEGREE), anOwnBlock(ELSEWHERE)];
const START = 'person_key,institution,degree,submitted_on,main_activity';

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

function write(name: string, text: string): string {
  const path = join(database.dataDir, name);
  writeFileSync(path, text);
  return path;
}

async function aRound(id: string): Promise<void> {
  await createOpenRound(deps, database.dataDir, id);
  for (const block of BLOCKS) await askOwnBlock(deps, id, block);
}

async function smallRound(id: string): Promise<void> {
  await aRound(id);
  const people = ['A1,X0101,671112', 'A2,X0101,671201', 'A3,X0102,671112', 'A4,X0103,671112'];
  const rows = people.map((person) => `${person},2020-05-31,female,1995,fi,fi`);
  const header = 'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language';
  const path = write(`${id}-people.csv`, [header, ...rows, ''].join('\n'));
  await json('population', 'import', '--round', id, path, '--confirm');
}

describe('responses with own questions', () => {
  test('are stored under their codes, with the parts that the person was asked', async () => {
    await smallRound('stored');
    const own = ['own_x0101_all_choice', 'own_x0101_671112_pair.importance', 'own_x0102_all_text'];
    const path = write(
      'stored.csv',
      [
        [START, ...own].join(','),
        'A1,X0101,671112,2025-10-10,grant,b,5,',
        'A2,X0101,671201,2025-10-10,grant,c,,',
        'A3,X0102,671112,2025-10-10,grant,,,a text',
        'A4,X0103,671112,2025-10-10,grant,,,',
        '',
      ].join('\n'),
    );
    const outcome = await json('responses', 'import', '--round', 'stored', path, '--confirm');
    expect(outcome).toMatchObject({ rows: 4, added: 4, rejected: 0 });
    const stored = await records('stored');
    const seen = stored.map(({ answers, pages_saved }) => ({
      own: Object.fromEntries(Object.entries(answers as object).filter(([code]) => isOwnCode(code))),
      pages: pages_saved.filter(isOwnCode),
    }));
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(
      expect.arrayContaining([
        {
          own: { own_x0101_all_choice: 'b', own_x0101_671112_pair: { importance: '5' } },
          pages: ['own_institution', 'own_degree'],
        },
        { own: { own_x0101_all_choice: 'c' }, pages: ['own_institution'] },
        { own: { own_x0102_all_text: 'a text' }, pages: ['own_institution'] },
        { own: {}, pages: [] },
      ]),
    );
    expect(await json('responses', 'import', '--round', 'stored', path, '--confirm')).toMatchObject({ unchanged: 4 });
  });

  test('are rejected in a row of somebody else, without a word that was written', async () => {
    await smallRound('others');
    const path = write(
      'others.csv',
      [
        `${START},own_x0101_671112_choice,own_x0102_all_text,own_x0101_all_step`,
        'A1,X0101,671112,2025-10-10,grant,b,a private word,',
        'A2,X0101,671201,2025-10-10,grant,b,,',
        'A4,X0103,671112,2025-10-10,grant,,,9',
        'A3,X0102,671112,2025-10-10,grant,,mine,',
        '',
      ].join('\n'),
    );
    const { code, out } = await run('responses', 'import', '--round', 'others', path, '--confirm', '--json');
    expect([code, out.includes('private')]).toEqual([0, false]);
    const reason = (block: string) =>
      `this person is not asked this own question (only ${block} asks it); leave the cell empty`;
    expect(JSON.parse(out)).toMatchObject({
      added: 1,
      rejected: 3,
      problems: [
        { line: 2, column: 'own_x0102_all_text', value: '…', reason: reason('X0102.v1') },
        { line: 3, column: 'own_x0101_671112_choice', value: 'b', reason: reason('X0101.671112.v1') },
        { line: 4, column: 'own_x0101_all_step', value: '9', reason: reason('X0101.v1') },
      ],
    });
  });

  test.each([
    ['a code that does not fit', 'A1,X0101,671112,2025-10-10,grant,z', 'the question has no such code'],
    ['nobody of that key', 'A9,X0101,671112,2025-10-10,grant,b', 'the population has no such person'],
  ])('are rejected for %s', async (_, row, reason) => {
    await smallRound(reason.length.toString());
    const path = write('one.csv', `${START},own_x0101_all_choice\n${row}\n`);
    const { out } = await run('responses', 'import', '--round', reason.length.toString(), path, '--confirm');
    expect(out).toContain(reason);
  });

  test('are refused in a round that does not ask them', async () => {
    await createOpenRound(deps, database.dataDir, 'plain');
    // A new round asks the newest own questions by itself; this one was told not to.
    await database.owner.deleteFrom('survey.round_own_block').where('round_id', '=', 'plain').execute();
    const path = write('plain.csv', `${START},own_x0101_all_choice\n`);
    const { code, err } = await run('responses', 'import', '--round', 'plain', path, '--confirm');
    expect([code, err]).toEqual([1, expect.stringContaining('column own_x0101_all_choice')]);
  });
});

describe('own questions in commands', () => {
  test('of a round are printed as the file that simulate takes, and its files go in whole', async () => {
    await aRound('whole');
    const { out } = await run('rounds', 'own-blocks', 'whole', '--json');
    expect(JSON.parse(out)).toEqual([BLOCKS[0], BLOCKS[1], BLOCKS[2]]);
    const blocks = write('blocks.json', out);
    const words = await run('rounds', 'own-blocks', '--round', 'whole');
    expect(words.out.split('\n')[1]).toMatch(/^X0101\.671112\.v1 {2}own_x0101_671112_choice, /);

    const folder = join(database.dataDir, 'simulated');
    const size = ['--graduates', '900', '--institutions', '3', '--seed', '4', '--own-blocks', blocks];
    const { responses } = await json('simulate', ...CAREER_SURVEY, ...size, '--out', folder);
    await json('population', 'import', '--round', 'whole', join(folder, 'population.csv'), '--confirm');
    const file = join(folder, 'responses.csv');
    const imported = await json('responses', 'import', '--round', 'whole', file, '--confirm');
    expect(imported).toMatchObject({ added: responses, rejected: 0, notices: [expect.stringContaining('person key')] });
    const isOwn = (record: object) => Object.entries(record).some(([code, value]) => isOwnCode(code) && value !== '');
    const stored = (await records('whole')).filter(({ answers }) => isOwn(answers as object));
    expect(stored.length).toBe(rowsIn(file).filter(isOwn).length);
    expect(stored.length).toBeGreaterThan(50);
  });

  test('are among the codes of files, with those who are asked', async () => {
    await aRound('codes');
    const [plain, owned] = [
      await json('definitions', 'codes', 'amk-career', '2'),
      await json('definitions', 'codes', 'amk-career', '2', '--round', 'codes'),
    ];
    const { items, response_columns, ...others } = owned as { items: { code: string }[]; response_columns: string[] };
    const own = items.filter(({ code }) => isOwnCode(code));
    expect({
      ...others,
      items: items.filter(({ code }) => !isOwnCode(code)),
      response_columns: response_columns.filter((column) => !isOwnCode(column)),
    }).toEqual(plain);
    expect(own).toHaveLength(15);
    expect(own.find(({ code }) => code === 'own_x0101_671112_step')).toMatchObject({
      page: 'own_degree',
      asked_of: [{ institution: 'X0101', degree: '671112' }],
      columns: [{ column: 'own_x0101_671112_step', categories: expect.arrayContaining([{ code: '6' }].map(matching)) }],
    });
    const { out } = await run('definitions', 'codes', 'amk-career', '2', '--round=codes');
    expect(out).toContain('own_x0102_all_choice (asked of X0102): one code: a b c');
    const wrong = await run('definitions', 'codes', 'amk-career', '1', '--round', 'codes');
    expect([wrong.code, wrong.err]).toEqual([1, 'Round codes asks amk-career 2, not amk-career 1.\n']);
  });

  test.each([
    ['no file', null, 'there is no such file'],
    ['no JSON', '[', 'it is no JSON'],
    ['no array', '{}', 'expected array'],
    ['another survey', JSON.stringify([{ ...BLOCKS[0], survey: 'yo-career' }]), 'X0101.v1 belongs to yo-career'],
    ['one owner twice', JSON.stringify([BLOCKS[0], { ...BLOCKS[0], version: 2 }]), 'X0101.v2 is the second block'],
    [
      'a scale that the survey does not have',
      JSON.stringify(BLOCKS.slice(0, 1)).replace('"agreement"', '"mood"'),
      'X0101.v1.questions[2].scale: ',
    ],
    [
      'a missing translation',
      JSON.stringify(BLOCKS.slice(0, 1)).replace('"x0101_all step sv"', '""'),
      'X0101.v1.questions[2].text.sv: ',
    ],
  ])('are refused of a file with %s', async (_, text, reason) => {
    const file = text === null ? 'no-such.json' : write('wrong.json', text);
    const out = join(database.dataDir, 'nothing');
    const size = ['--graduates', '10', '--out', out, '--own-blocks', file];
    const { code, err } = await run('simulate', ...CAREER_SURVEY, ...size);
    expect([code, err]).toEqual([1, expect.stringContaining(reason)]);
  });

  test('of a round that there is not, none', async () => {
    const { code, err } = await run('rounds', 'own-blocks', 'no-such');
    expect([code, err]).toEqual([1, 'There is no round no-such. uras rounds list shows all.\n']);
  });
});

function matching(part: object): unknown {
  return expect.objectContaining(part);
}
