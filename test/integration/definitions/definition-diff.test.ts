import { describe, expect, test } from '@jest/globals';
import type { DefinitionDiff } from '../../../server/comparability/diff-definitions.ts';
import { needsDatabase, runCommand } from '../../../server/commands/program.ts';

async function run(...words: string[]) {
  const said = { out: '', err: '' };
  const io = {
    cwd: '.',
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await runCommand(['definitions', 'diff', ...words], io, () =>
    Promise.reject(new Error('no database is needed')),
  );
  return { code, ...said };
}

describe('definitions diff', () => {
  test('tells a person what changed, in every language, and what it does to each trend', async () => {
    const { code, out } = await run('amk-career', '1', '2');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        '44 questions: 40 the same, 2 changed, 1 new, 1 dropped.',
        'Page job',
        'job_in_field: scale, wording',
        'label sv (wording): "ganska dåligt" -> "delvis"',
        'option 6: dropped',
        'job_remote: dropped',
        'trend: ends. Not asked since 2025.',
        'job_ai_use: new',
        'unemployment_spells: wording',
        'trend: continues (editorial). The wording was made clearer in 2025. The meaning is the same.',
        'Trends as declared in survey-definitions/amk-career/comparability-1-2.ts.',
      ]),
    );
    expect(out).toMatch(/trend: recoded to 3 classes\. In 2025 the answer scale changed/);
    expect(out).not.toContain('career_satisfaction');
  });

  test('gives one JSON document with every question, changed or not', async () => {
    const { code, out } = await run('amk-career', '1', '2', '--json');
    const diff = JSON.parse(out) as DefinitionDiff & { map: string }; // our own format
    expect([code, diff.survey, diff.from, diff.to]).toEqual([0, 'amk-career', 1, 2]);
    expect(diff.map).toBe('survey-definitions/amk-career/comparability-1-2.ts');
    const job = diff.pages.find((page) => page.code === 'job')?.questions ?? [];
    expect(job.map(({ to, from, verdicts, trend }) => [to ?? from, verdicts[0], trend.kind])).toEqual([
      ['job_sector', 'same', 'continues'],
      ['job_region', 'same', 'continues'],
      ['job_start', 'same', 'continues'],
      ['job_uses_skills', 'same', 'continues'],
      ['job_matches_level', 'same', 'continues'],
      ['job_in_field', 'scale', 'recoded'],
      ['job_remote', 'dropped', 'ends'],
      ['job_ai_use', 'new', 'begins'],
    ]);
  });

  test('refuses versions turned round, and names what there is instead of one that does not exist', async () => {
    expect(await run('amk-career', '2', '1')).toMatchObject({
      code: 1,
      out: '',
      err: 'Name the earlier version first, then the later one.\n',
    });
    const missing = await run('amk-career', '1', '9');
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('amk-career 2')]);
  });

  test('needs no database', () => {
    expect(needsDatabase(['definitions', 'diff', 'amk-career', '1', '2'])).toBe(false);
  });
});
