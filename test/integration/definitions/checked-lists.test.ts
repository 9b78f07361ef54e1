import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codesInConditions } from '../../../server/code-lists/codes-in-conditions.ts';
import { importCodes } from '../../../server/code-lists/import-codes.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import { openCodesFolder, type CodesFolder } from '../../support/codes-folder.ts';
import { FAULTS_OF_LISTS, soundList } from '../../support/planted-faults-of-lists.ts';

let files: CodesFolder;
beforeEach(() => {
  files = openCodesFolder();
});
afterEach(() => files.close());

describe('codes that published surveys ask by', () => {
  test('end only when that is said', async () => {
    const { all } = loadSurveys();
    const surveys = all.map(({ survey }) => survey);
    const [first] = surveys;
    if (!first) throw new Error('no survey');
    const page = first.definition.pages.at(-1);
    if (!page) throw new Error('no page');
    const asking = structuredClone(first.definition);
    const last = asking.pages.at(-1);
    if (last) {
      last.showIf = {
        kind: 'all',
        conditions: [
          { kind: 'not', condition: { kind: 'background', variable: 'institution', values: ['10126'] } },
          { kind: 'any_of', question: 'job_region', options: ['01', '02'] },
        ],
      };
    }
    const survey = { ...first, definition: asking };
    expect(codesInConditions([survey], 'regions').map(({ code }) => code)).toEqual(['01', '02']);
    expect(codesInConditions([survey], 'institutions')).toEqual([
      { code: '10126', survey: first.id, place: `page "${page.code}"` },
    ]);
    expect(codesInConditions([{ ...survey, definition: { ...asking, published: null } }], 'regions')).toEqual([]);

    const file = join(files.folder, files.write('regions.csv', 'code,label_fi\n02,Varsinais-Suomi\n'));
    const command = {
      list: 'regions',
      file,
      format: 'csv',
      asOf: '2026-01-01',
      fallback: null,
      confirm: true,
    } as const;
    const deps = { lists: first.lists, surveys: [survey], folder: files.listsDir };
    const held = await importCodes(deps, { ...command, endUsed: false });
    expect(held).toMatchObject({ held: true, written: null, warnings: [{ code: '01', survey: first.id }] });
    expect(existsSync(files.listsDir)).toBe(false);
    expect(await importCodes(deps, { ...command, endUsed: true })).toMatchObject({
      held: false,
      written: files.listFile('regions'),
    });
  });
});

describe('definitions check', () => {
  const checkWith = async (list: ReturnType<typeof soundList>) => {
    files.plant('regions', JSON.stringify(list));
    const { code, out } = await files.run('definitions', 'check', '--json');
    return {
      code,
      findings: JSON.parse(out).findings as { place: string; rule: string; severity: string; message: string }[],
    };
  };

  test('a sound list with merged, split, closed and renamed codes has no error', async () => {
    const { findings } = await checkWith(soundList());
    expect(findings.filter(({ severity, place }) => severity === 'error' && place.startsWith('lists'))).toEqual([]);
  });

  test.each(FAULTS_OF_LISTS.map((fault) => [fault.name, fault] as const))('finds %s', async (_, fault) => {
    const list = soundList();
    fault.plant(list.codes);
    const { code, findings } = await checkWith(list);
    expect(code).toBe(1);
    expect(findings).toContainEqual({
      file: files.listFile('regions'),
      place: fault.at,
      rule: fault.rule,
      severity: 'error',
      message: expect.stringMatching(/\.$/),
    });
  });

  test('a file that is no list is named', async () => {
    files.plant('regions', '{"name": "regions"}');
    expect(await files.run('codes', 'list')).toMatchObject({
      code: 1,
      err: expect.stringContaining('regions.json is not a code list. Import it again'),
    });
  });
});
