import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../../server/commands/program.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-definitions-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: string[]) {
  const said = { out: '', err: '' };
  const io = {
    cwd: folder,
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await runCommand(words, io, () => Promise.reject(new Error('no database is needed')));
  return { code, ...said };
}

const surveys = loadSurveys();
const definition = surveys.find('amk-career', 2)?.definition;

describe('definitions', () => {
  test('are all sound', async () => {
    const { code, out } = await run('definitions', 'check', '--json');
    const said = JSON.parse(out);
    expect({ code, definitions: said.definitions }).toEqual({ code: 0, definitions: surveys.all.length });
    expect(said.findings.filter((finding: { severity: string }) => finding.severity !== 'advice')).toEqual([]);
    expect(said.surveys.map((survey: { paths: { reached: number } }) => survey.paths.reached)).toEqual(
      surveys.all.map(() => 1),
    );
  });

  test('are listed in order of version', async () => {
    const { out } = await run('definitions', 'list', '--json');
    expect(JSON.parse(out).filter((row: { survey: string }) => row.survey === 'amk-career')).toEqual([
      { survey: 'amk-career', version: 1, published: '2024-08-15', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      {
        survey: 'amk-career',
        version: 2,
        published: expect.any(String),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { survey: 'amk-career', version: 3, published: '2026-11-27', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect((await run('definitions', 'list')).out).toContain('amk-career 2');
  });

  test('in files are checked: JSON, and TypeScript with its exports', async () => {
    const source = fileURLToPath(new URL('../../../survey-definitions/amk-career/v2.ts', import.meta.url));
    expect(await run('definitions', 'check', source)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /amk-career\.v2: .* 100 % reach the end\. Shortest .*\n1 definition checked, 0 errors, \d+ of advice\.\n$/,
      ),
    });
    writeFileSync(join(folder, 'good.json'), JSON.stringify(definition));
    expect(await run('definitions', 'check', 'good.json')).toMatchObject({ code: 0 });
    const broken = { ...definition, title: { fi: 'Kysely', sv: '', en: 'Survey' } };
    writeFileSync(join(folder, 'broken.json'), JSON.stringify(broken));
    const { code, out } = await run('definitions', 'check', 'broken.json');
    expect(code).toBe(1);
    expect(out).toContain('broken.json\n  title.sv: ');
    writeFileSync(join(folder, 'shape.json'), JSON.stringify({ ...definition, version: 'two' }));
    expect((await run('definitions', 'check', 'shape.json')).out).toContain('version: ');
  });

  test.each([
    ['none.json', 'ENOENT'],
    ['text.json', 'JSON'],
    ['empty.ts', 'exports no definition'],
    ['thing.yaml', 'is a .ts or a .json file'],
  ])('in %s: nothing is checked, and the reason is said', async (name, reason) => {
    writeFileSync(join(folder, 'text.json'), 'hello');
    writeFileSync(join(folder, 'empty.ts'), 'export const a: number = 1;\n');
    const { code, out, err } = await run('definitions', 'check', name);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(reason);
  });

  test('say what files may hold', async () => {
    const { out } = await run('definitions', 'codes', 'amk-career', '2', '--json');
    const codes = JSON.parse(out);
    expect(codes.population.find((one: { column: string }) => one.column === 'gender')).toMatchObject({
      values: ['female', 'male', 'unknown'],
    });
    expect(codes.institutions).toHaveLength(54);
    expect(codes.degrees[0]).toMatchObject({ code: '671112', field: '11', own: false });
    expect(codes.response_columns.slice(0, 5)).toEqual([
      'person_key',
      'institution',
      'degree',
      'submitted_on',
      'main_activity',
    ]);
    const columns = codes.items.flatMap((item: { columns: { column: string }[] }) =>
      item.columns.map(({ column }) => column),
    );
    expect(['person_key', 'institution', 'degree', 'submitted_on', ...columns]).toEqual(codes.response_columns);
    const pair = codes.items.find((item: { code: string }) => item.code === 'skill_project');
    expect(
      pair.columns.map((one: { column: string; categories: { code: string }[] }) => [
        one.column,
        one.categories.at(-1)?.code,
      ]),
    ).toEqual([
      ['skill_project.importance', '_dk'],
      ['skill_project.development', '_dk'],
    ]);
    expect((await run('definitions', 'codes', 'amk-career', '2')).out).toContain(
      '  main_activity: one code: permanent_full_time',
    );
    expect((await run('definitions', 'codes', 'amk-career', '9')).err).toContain(
      'There are: amk-career 1, amk-career 2',
    );
  });
});
