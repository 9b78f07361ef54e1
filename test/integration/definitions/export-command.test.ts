import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsDatabase, runCommand } from '../../../server/commands/program.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-export-'));
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
const exported = (...words: string[]) => run('definitions', 'export', 'amk-career', '2', ...words);

describe('definitions export', () => {
  test('needs no database', () => {
    expect(needsDatabase(['definitions', 'export', 'amk-career', '2'])).toBe(false);
  });

  test('writes a codebook where the person is', async () => {
    const { code, out } = await exported('--format', 'ddi', '--out', 'codebook.xml', '--json');
    expect(code).toBe(0);
    const file = join(folder, 'codebook.xml');
    const xml = readFileSync(file);
    expect(JSON.parse(out)).toEqual({ survey: 'amk-career.v2', format: 'ddi', file, bytes: xml.byteLength });
    expect(xml.toString()).toContain('<titl xml:lang="fi">Uraseurantakysely</titl>');
  });

  test('writes the schema; a definition that names it is still checked', async () => {
    expect((await exported('--format', 'json-schema', '--out', 'definition.schema.json')).code).toBe(0);
    const definition = loadSurveys().find('amk-career', 2)?.definition;
    writeFileSync(join(folder, 'draft.json'), JSON.stringify({ $schema: './definition.schema.json', ...definition }));
    expect(await run('definitions', 'check', 'draft.json')).toMatchObject({ code: 0, err: '' });
  });

  test('writes the paper form in the language asked for', async () => {
    expect((await exported('--format', 'paper', '--language', 'sv', '--out', 'form.pdf')).code).toBe(0);
    const pdf = readFileSync(join(folder, 'form.pdf')).toString('utf8');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('Karriäruppföljningsenkät');
  });

  test('says what is wrong and writes nothing', async () => {
    expect(await exported('--format', 'ddi', '--language', 'sv', '--out', 'no.xml')).toMatchObject({ code: 1 });
    expect((await exported('--format', 'pdf', '--out', 'no.xml')).err).toContain('Allowed choices are');
    const unknown = await run('definitions', 'export', 'amk-career', '9', '--format', 'ddi', '--out', 'no.xml');
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no version 9') });
    expect(existsSync(join(folder, 'no.xml'))).toBe(false);
    const nowhere = await exported('--format', 'ddi', '--out', 'missing/no.xml');
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written') });
  });
});
