import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Small nations, made, released and attacked by the real command line.

const root = join(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ran = { code: number | null; out: string; err: string };

function uras(...words: string[]): Ran {
  const program = [join(root, 'server', 'run.mjs'), join(root, 'server', 'uras.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...words], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { code: status, out: stdout, err: stderr };
}

const SURVEY = ['--survey', 'amk-career', '--version', '2'];
const sources = (name: string) => ['--population', `${name}/population.csv`, '--responses', `${name}/responses.csv`];

function released(name: string, ...nation: string[]): void {
  const made = uras('simulate', ...SURVEY, ...nation, '--out', name);
  expect(made).toMatchObject({ code: 0 });
  expect(uras('releases', 'from-files', ...SURVEY, ...sources(name), '--out', `${name}-release`)).toMatchObject({
    code: 0,
  });
}

describe('releases of simulated nations', () => {
  test('nothing is found in two small nations, nor in both together', () => {
    released('one', '--graduates', '700', '--institutions', '3', '--degrees', '12', '--seed', '11', '--cohort', '2019');
    released(
      'two',
      '--graduates',
      '500',
      '--institutions',
      '3',
      '--degrees',
      '20',
      '--seed',
      '12',
      '--cohort',
      '2020',
      '--response-rate',
      '0.6',
    );
    for (const name of ['one', 'two']) {
      const { code, out } = uras('attack', '--release', `${name}-release`, ...sources(name));
      expect(out).toContain('Nothing found.');
      expect(out).toMatch(/of which 0 can be recomputed/);
      expect(code).toBe(0);
    }
    const both = ['one', 'two'].flatMap((name) => ['--release', `${name}-release`, ...sources(name)]);
    const { code, out } = uras('attack', ...both, '--insiders', '40', '--json');
    expect(JSON.parse(out)).toMatchObject({ findings: [], tried: { releases: 2 } });
    expect(code).toBe(0);
  });

  test('a release with one withheld degree put back tells of another one', async () => {
    await cp(join(folder, 'one-release'), join(folder, 'leaky'), { recursive: true });
    const table = join(folder, 'leaky', 'tables.csv');
    const rows = (await readFile(table, 'utf8')).trimEnd().split('\n');
    const groups = rows.flatMap((row) => /,others,,(\w+),([\w-]+)\|([\w-]+),,,(\w+_\w+),count,1,/.exec(row) ?? []);
    const [, field = '', first = '', , item = ''] = groups;
    const [institution = '', degree = ''] = [first.slice(0, first.indexOf('-')), first.slice(first.indexOf('-') + 1)];
    const answers = (await readFile(join(folder, 'one', 'responses.csv'), 'utf8')).trimEnd().split('\n');
    const column = (answers[0] ?? '').split(',').indexOf(item);
    const own = answers
      .filter((row) => row.includes(`,${institution},${degree},`))
      .map((row) => row.split(',')[column]);
    const steps = ['1', '2', '3', '4', '5', '6'].map((step) => ({ step, n: own.filter((one) => one === step).length }));
    const n = steps.reduce((sum, one) => sum + one.n, 0);
    const start = `amk-career.v2.2019,2019,degree,${institution},${field},${degree},,,${item}`;
    const put = steps.map((one) => `${start},count,${one.step},${one.n},,,${n},`);
    await writeFile(table, `${[...rows, ...put].join('\n')}\n`);

    const { code, out, err } = uras('attack', '--release', 'leaky', ...sources('one'));
    expect(n).toBeGreaterThan(0);
    expect(out).toContain(`T4  ${item}: `);
    expect(out).toContain(`−1 × degree ${institution} ${field} ${degree} in 2019`);
    expect(out).toContain('The true answers agree.');
    expect(err).toContain('Leaks found.');
    expect(code).toBe(1);
  });

  test('what cannot be attacked is said with exit code 2', () => {
    const { code, err } = uras('attack', '--release', 'one', ...sources('one'));
    expect(code).toBe(2);
    expect(err).toContain('manifest.json');
  });
});
