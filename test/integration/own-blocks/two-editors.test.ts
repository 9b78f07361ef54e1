import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  blocksOf,
  COMMUTE,
  EMPTY_HINT,
  ownEditor,
  revisionOf,
  TRAVEL_OPTIONS,
  WORKED,
  type OwnEditor,
} from '../../support/own-editor.ts';
import { htmlProblems } from '../../support/page-checks.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let editor: OwnEditor;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

// Each test has an institution of its own.
let used = 0;
beforeEach(() => {
  const nameOf = (number: number) => `/own-questions/amk-career/X01${String(number).padStart(2, '0')}`;
  editor = ownEditor(server, nameOf(used + 1));
  used += 1;
});

describe('two editors', () => {
  test('the second sees both texts, and neither is lost', async () => {
    const code = await editor.add('single', { ...COMMUTE, options: TRAVEL_OPTIONS });
    const { body } = await editor.get(`/question/${code}`);
    const revision = revisionOf(body);
    await editor.type(code, { text: ['Kulkuväline?', 'Färdmedel?', 'Means of transport?'] });
    const late = { revision, kind: 'single', 'text.fi': 'Miten?', 'text.sv': 'Hur?', 'text.en': 'How?', ...EMPTY_HINT };
    const conflict = await editor.post(`/question/${code}`, late);
    expect(conflict.statusCode).toBe(409);
    expect(textOf(conflict.body)).toContain('Means of transport?');
    expect(conflict.body).toContain('How?</textarea>');
    expect(await htmlProblems(conflict.body)).toEqual([]);
    expect((await editor.get(`/question/${code}`)).body).toContain('Means of transport?</textarea>');
    const next = revisionOf(conflict.body);
    expect((await editor.post(`/question/${code}`, { ...late, revision: next })).statusCode).toBe(303);
    expect((await editor.get(`/question/${code}`)).body).toContain('How?</textarea>');
  });

  test('each keeps what they typed into different questions, and what was looked at is what is published', async () => {
    const [one, two] = [await editor.add('text', COMMUTE), await editor.add('scale', WORKED)];
    const [first, second] = [await editor.get(`/question/${one}`), await editor.get(`/question/${two}`)];
    const publishable = revisionOf((await editor.get('/publish')).body);
    const words = (text: string) => ({ 'text.fi': `${text} fi`, 'text.sv': `${text} sv`, 'text.en': `${text} en` });
    await editor.post(`/question/${one}`, { revision: revisionOf(first.body), ...words('first') });
    await editor.post(`/question/${two}`, { revision: revisionOf(second.body), ...words('second') });
    const page = textOf((await editor.get()).body);
    expect(page).toContain('first en');
    expect(page).toContain('second en');
    const stale = await editor.post('/publish', { revision: publishable });
    expect(stale.statusCode).toBe(422);
    expect(textOf(stale.body)).toContain('Someone has saved changes since this page was opened.');
    expect(await blocksOf(server, editor)).toEqual([]);
  });

  test('publishing at the same moment makes one version', async () => {
    await editor.add('scale', WORKED);
    const answers = await Promise.all([editor.publish(), editor.publish(), editor.publish()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(await blocksOf(server, editor)).toHaveLength(1);
  });
});
