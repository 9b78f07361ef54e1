import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnCode, type OwnBlock } from '../../../server/engine/own-block.ts';
import type { Question } from '../../../server/engine/question.ts';
import { buildFromFiles } from '../../../server/releases/build-from-files.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltPerson, type BuiltRound } from '../../support/build-round.ts';
import { anOwnBlock, ELSEWHERE, INSTITUTION, ownQuestions } from '../../support/own-blocks.ts';
import { tablesOf, textOf } from '../../support/page-text.ts';
import { writeRoundFiles } from '../../support/round-files.ts';
import { runJson } from '../../support/run-words.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// Two institutions with own questions, one of which both ask, a degree of the first with more, and a
// third institution without any.

const ID = 'owned';
const ASKING = { institution: 'X0101', degree: '' };
const SHARED = 'own_x0101_all_choice';
const quiet = () => undefined;

let service: TestApp;
let round: BuiltRound;
let blocks: OwnBlock[];
let files: ReadonlyMap<string, string>;
let rows: Record<string, string>[];
beforeAll(async () => {
  service = await openTestApp();
  ASKING.degree = service.deps.surveys.find('amk-career', 2)?.lists.get('degrees')?.codes[0]?.code ?? '';
  const choice = ownQuestions('x0101_all').slice(0, 1);
  const elsewhere = ownQuestions('x0102_all').slice(1);
  blocks = [
    anOwnBlock(INSTITUTION),
    anOwnBlock(ASKING, { questions: ownQuestions('x0101_degree').slice(0, 3) }),
    anOwnBlock(ELSEWHERE, { questions: [...choice, ...elsewhere] }),
  ];
  round = await buildRound(service.deps, { id: ID, persons: 1500, blocks });
  await freezeRound(service.deps, { roundId: ID, progress: quiet });
  const outcome = await buildRoundRelease(service.deps, { roundId: ID, progress: quiet });
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  files = outcome.files;
  rows = parse(files.get('tables.csv') ?? '', { columns: true });
}, 300_000);
afterAll(() => service.close());

const ownRows = () => rows.filter(({ item = '' }) => isOwnCode(item));
const codeOf = (item: string) => item.split('.')[0] ?? '';
const report = (institution: string, name = '', degree = ASKING.degree) =>
  service.get(`/reports/${reportKey(service.deps.keys)}/${ID}/${institution}/${degree}${name}?lang=en`);
const page = async (institution: string) => {
  const shown = rows.filter((row) => row.level === 'degree' && row.institution === institution);
  const isAsking = shown.some(({ degree }) => degree === ASKING.degree);
  const answer = await report(institution, '', isAsking ? ASKING.degree : shown[0]?.degree);
  expect([institution, answer.statusCode]).toEqual([institution, 200]);
  return answer.body;
};

/** How many of those who sent their answers gave one to a question, among some people. */
function answered(code: string, isAmong: (row: BuiltPerson['row']) => boolean): number {
  const sent = round.people.filter(({ state, row }) => state === 'sent' && isAmong(row));
  return sent.filter(({ answers }) => answers[code] !== undefined).length;
}

describe('the tables of a release', () => {
  test('have each own question of its owners alone, and never of the nation, a field or a split', () => {
    const places = Map.groupBy(ownRows(), ({ item = '' }) => codeOf(item));
    const owners = (code: string) => [...new Set(places.get(code)?.map(({ institution }) => institution))].sort();
    const levels = (code: string) => [...new Set(places.get(code)?.map(({ level }) => level))].sort();
    expect(owners(SHARED)).toEqual(['X0101', 'X0102']);
    expect(owners('own_x0101_all_several')).toEqual(['X0101']);
    expect(owners('own_x0102_all_pair')).toEqual(['X0102']);
    expect(levels(SHARED)).toEqual(expect.arrayContaining(['degree', 'institution']));
    const all = new Set(ownRows().map(({ level }) => level));
    for (const level of ['nation', 'field', 'degree_national']) expect(all).not.toContain(level);
    for (const { institution, degree = '' } of ownRows().filter(({ level }) => level === 'others'))
      for (const member of degree.split('|').filter((one) => one !== '')) expect(member).toContain(`${institution}-`);
    expect([owners('own_x0101_degree_choice'), levels('own_x0101_degree_choice')]).toEqual([['X0101'], ['degree']]);
    const degreeRows = places.get('own_x0101_degree_choice') ?? [];
    expect(new Set(degreeRows.map(({ degree }) => degree))).toEqual(new Set([ASKING.degree]));
    expect(new Set(ownRows().map(({ split }) => split))).toEqual(new Set(['']));
    expect(ownRows().filter(({ item }) => item?.endsWith('_text'))).toEqual([]);
  });

  test('count those who answered', () => {
    const n = (institution: string) =>
      rows.find(
        (row) =>
          row.level === 'institution' && row.institution === institution && row.item === SHARED && row.measure === 'n',
      );
    for (const institution of ['X0101', 'X0102'])
      expect(n(institution)?.value).toBe(String(answered(SHARED, (row) => row.institution === institution)));
    expect(n('X0103')).toBeUndefined();
  });

  test('are the same bytes from the two files and the file of own questions', async () => {
    const paths = writeRoundFiles(service.deps.config.dataDir, round);
    const common = service.deps.surveys.find('amk-career', 2);
    if (!common) throw new Error('amk-career.v2 is gone');
    const outcome = await buildFromFiles(common, { ...paths, blocks: blocks.toReversed(), progress: quiet });
    if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
    expect(outcome).toMatchObject({ population: { rejected: 0 }, answers: { rejected: 0 } });
    expect([...outcome.files]).toEqual([...files]);

    const { dataDir } = service.deps.config;
    const list = join(dataDir, 'own-blocks.json');
    writeFileSync(list, JSON.stringify(await runJson(service.deps, dataDir, 'rounds', 'own-blocks', ID)));
    const survey = ['--survey', 'amk-career', '--version', '2', '--out', join(dataDir, 'by-command')];
    const inputs = ['--population', paths.population, '--responses', paths.responses, '--own-blocks', list];
    const built = await runJson(service.deps, dataDir, 'releases', 'from-files', ...survey, ...inputs);
    expect(built).toMatchObject({ files: files.size, rejected: 0 });
  });

  test('name the blocks in the manifest, whose coverage is of common questions', () => {
    const manifest = JSON.parse(files.get('manifest.json') ?? '{}');
    expect(manifest.own_questions).toEqual([`X0101.${ASKING.degree}.v1`, 'X0101.v1', 'X0102.v1']);
    expect(manifest.release).toMatch(/^amk-career\.v2\.\d/);
    expect(manifest.coverage.items_exact.pair).toBeGreaterThan(0);
  });
});

describe('the report of a degree', () => {
  test('has own questions in sections of their own after all others, beside the whole institution', async () => {
    const html = await page('X0101');
    const sections = [...html.matchAll(/<h2 id="section-([a-z_]+)">/g)].map(([, code]) => code);
    expect(sections.slice(-2)).toEqual(['own_institution', 'own_degree']);
    const [, own = ''] = html.split('<h2 id="section-own_institution">');
    const [ofInstitution = '', ofDegree = ''] = own.split('<h2 id="section-own_degree">');
    const text = textOf(ofInstitution);
    for (const words of [
      'The institution’s own questions',
      'outside the national comparison',
      'x0101_all choice en',
      'x0101_all pair en',
      'Whole institution',
    ])
      expect(text).toContain(words);
    for (const words of ['Whole country', 'Field', 'x0101_all text', 'x0102_all']) expect(text).not.toContain(words);
    const [table] = tablesOf(ofInstitution);
    expect(table?.columns).toEqual(['Answer', 'This degree', 'Whole institution']);
    const isOwn = (row: BuiltPerson['row']) => row.institution === 'X0101' && row.degree === ASKING.degree;
    expect(table?.rows.at(-1)).toEqual([
      'Answers (n)',
      String(answered(SHARED, isOwn)),
      String(answered(SHARED, ({ institution }) => institution === 'X0101')),
    ]);
    const ofPairs = tablesOf(ofInstitution).find(({ columns }) => columns[0] === 'Skill');
    expect(ofPairs?.columns.slice(3, 5)).toEqual(['Gap, this degree', 'Gap, whole institution']);
    expect(tablesOf(ofDegree)[0]?.columns).toEqual(['Answer', 'This degree']);
    expect(html.slice(0, html.indexOf('section-own_institution">The'))).not.toContain('x0101_all choice');
  });

  test('of another institution has its own, with the question that both ask; of a third it has none', async () => {
    const html = await page('X0103');
    const [second, third] = [textOf(await page('X0102')), textOf(html)];
    expect(second).toContain('x0101_all choice en');
    expect(second).toContain('x0102_all several en');
    for (const words of ['x0101_all several', 'x0101_degree']) expect(second).not.toContain(words);
    for (const words of ['own questions', 'x0101_all', 'x0102_all']) expect(third).not.toContain(words);
    expect(tablesOf(html).flatMap(({ columns }) => columns)).not.toContain('Whole institution');
  });

  test('as a file has the same section', async () => {
    const { sections } = (await report('X0101', '/report.json')).json();
    const own = sections.filter(({ title }: { title: string }) => title.includes('own questions'));
    expect(own.map(({ title }: { title: string }) => title)).toEqual([
      'The institution’s own questions',
      'The degree’s own questions',
    ]);
    expect(new Set(own[0].rows.map(({ row }: { row: string }) => row))).toContain('x0101_all b en');
    expect((await report('X0101', '/report.csv')).body).toContain('The institution’s own questions');
    const pdf = await report('X0101', '/report.pdf');
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await report('X0101', '/report.xlsx')).statusCode).toBe(200);
  });
});

test('a release keeps the words of its own questions, which no other schema tells its readers', async () => {
  const kept = await service.deps.ownerDb.selectFrom('release.own_block').select(['institution', 'degree']).execute();
  expect(kept).toHaveLength(3);
  const codes: Question['code'][] = ownRows().map(({ item = '' }) => codeOf(item));
  expect(new Set(codes).size).toBe(
    new Set(blocks.flatMap(({ questions }) => questions.filter(({ kind }) => kind !== 'text').map(({ code }) => code)))
      .size,
  );
});
