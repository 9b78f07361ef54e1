import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../server/commands/program.ts';
import { reviewDefinition } from '../../../server/engine/review-definition.ts';
import { compileSurvey } from '../../../server/engine/survey.ts';
import { loadSurveys } from '../../../survey-definitions/index.ts';
import type { Fault } from '../../support/fault.ts';
import { FAULTS } from '../../support/planted-faults.ts';

const surveys = loadSurveys();
const sound = surveys.find('amk-career', 2)?.definition;
if (!sound) throw new Error('no career survey');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-faults-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `definitions check` on the sound definition with one fault. */
async function checkWith(fault: Fault) {
  const definition = structuredClone(sound);
  if (!definition) throw new Error('no career survey');
  fault.plant(definition);
  writeFileSync(join(folder, 'draft.json'), JSON.stringify(definition));
  let out = '';
  const io = { cwd: folder, out: (text: string) => void (out += text), err: () => {} };
  const words = ['definitions', 'check', 'draft.json', '--json'];
  const code = await runCommand(words, io, () => Promise.reject(new Error('no database is needed')));
  return { code, findings: JSON.parse(out).findings };
}

function placeOf({ at }: Fault): string {
  if (typeof at === 'string') return at;
  const page = sound?.pages.findIndex(({ questions }) => questions.some(({ code }) => code === at.question)) ?? -1;
  const question = sound?.pages[page]?.questions.findIndex(({ code }) => code === at.question) ?? -1;
  return `pages[${page}].questions[${question}]${at.inside === '' ? '.code' : `.${at.inside}`}`;
}

describe('definitions check', () => {
  test('knows at least thirty faults, each planted once', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('finds %s', async (_, fault) => {
    const { rule, severity } = fault;
    const { code, findings } = await checkWith(fault);
    const expected = {
      file: 'draft.json',
      place: placeOf(fault),
      rule,
      severity,
      message: expect.stringMatching(/\.$/),
    };
    expect(findings).toContainEqual(expected);
    if (severity === 'error') expect(code).toBe(1);
  });

  test('advice alone fails nothing', async () => {
    for (const fault of FAULTS.filter(({ rule }) => rule === 'double_barrelled')) {
      expect(await checkWith(fault)).toMatchObject({ code: 0 });
    }
  });
});

describe('our own definitions', () => {
  test.each(surveys.all.map(({ survey }) => [survey.id, survey] as const))(
    '%s has no error, and every random path reaches the end',
    (_, survey) => {
      const { findings, paths } = reviewDefinition(survey);
      expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
      expect(paths).toMatchObject({ reached: 1, walks: 400 });
    },
  );

  test('people without any question are seen by the walks', () => {
    const definition = structuredClone(sound);
    const first = definition.pages[0];
    if (!first) throw new Error('no page');
    first.showIf = { kind: 'background', variable: 'gender', values: ['female'] };
    const alone = { ...definition, pages: [first], scales: definition.scales.slice(0, 1) };
    const { findings, paths } = reviewDefinition(compileSurvey(alone, surveys.lists));
    expect(findings.map(({ place, rule }) => `${place} ${rule}`)).toContain('pages nothing_asked');
    expect(paths?.reached).toBeLessThan(0.6);
    expect(paths?.reached).toBeGreaterThan(0);
  });
});
