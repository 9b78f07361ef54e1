import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { institutionOf, NEXT_YEAR, ownEditor, WORKED, type OwnEditor } from '../../support/own-editor.ts';
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

const askedBy = async (round: string) =>
  (
    await server.deps.ownerDb.selectFrom('survey.round_own_block').selectAll().where('round_id', '=', round).execute()
  ).map(({ institution, degree, version }) => `${institution}/${degree}/${version}`);

describe('what a round asks', () => {
  test('is chosen until it opens, and is fixed from then on', async () => {
    const round = await server.aRound(NEXT_YEAR);
    const code = await editor.add('scale', WORKED);
    await editor.publish([]);
    expect(await askedBy(round)).toEqual([]);
    await editor.post('', { round, version: '1' });
    expect(await askedBy(round)).toEqual([`${institutionOf(editor)}//1`]);
    await editor.post('', { copy: '1' });
    await editor.type(code, { text: ['Toinen', 'Andra', 'Second'] });
    await editor.publish([round]);
    expect(await askedBy(round)).toEqual([`${institutionOf(editor)}//2`]);
    expect((await editor.post('', { round, version: '9' })).statusCode).toBe(422);
    await editor.post('', { round, version: '' });
    expect(await askedBy(round)).toEqual([]);
    await editor.post('', { round, version: '2' });

    const { now } = server.clock;
    server.clock.now = NEXT_YEAR.opens_at;
    try {
      const late = await editor.post('', { round, version: '1' });
      expect(late.statusCode).toBe(422);
      expect(textOf(late.body)).toContain('The round is published or has opened. What it asks is fixed.');
      expect((await editor.post('', { round, version: '' })).statusCode).toBe(422);
      expect((await editor.get()).body).not.toContain(`id="version-${round}"`);
      await editor.post('', { copy: '1' });
      await editor.type(code, { text: ['Kolmas', 'Tredje', 'Third'] });
      expect((await editor.publish([round])).headers.location).toContain('done=partly');
      expect(await askedBy(round)).toEqual([`${institutionOf(editor)}//2`]);
    } finally {
      server.clock.now = now;
    }
  });
});
