import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../../../server/definitions/definition-hash.ts';
import { ownBlockSchema } from '../../../server/engine/own-block.ts';
import {
  blocksOf,
  COMMUTE,
  institutionOf,
  NEXT_YEAR,
  ownEditor,
  TRAVEL_OPTIONS,
  WORKED,
  type OwnEditor,
} from '../../support/own-editor.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let editor: OwnEditor;
let other: OwnEditor;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

// Each test has two institutions of its own.
let used = 0;
beforeEach(() => {
  const nameOf = (number: number) => `/own-questions/amk-career/X01${String(number).padStart(2, '0')}`;
  editor = ownEditor(server, nameOf(used + 1));
  other = ownEditor(server, nameOf(used + 2));
  used += 2;
});

const askedBy = async (round: string) =>
  (
    await server.deps.ownerDb.selectFrom('survey.round_own_block').selectAll().where('round_id', '=', round).execute()
  ).map(({ institution, degree, version }) => `${institution}/${degree}/${version}`);

describe('a block', () => {
  test('is made, previewed, refused while a language is missing, published, and asked by the chosen round', async () => {
    const round = await server.aRound(NEXT_YEAR);
    const code = await editor.add('single', { ...COMMUTE, options: [TRAVEL_OPTIONS[0], ['Bussilla', '', 'By bus']] });
    expect(code).toBe(`own_${institutionOf(editor).toLowerCase()}_1`);
    const page = textOf((await editor.get()).body);
    expect(page).toContain('Question 1, option 2, Swedish: Write the text in this language, too.');
    const refused = await editor.publish([round]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`href="${editor.base}/question/${code}?lang=en#option-1-sv"`);
    expect(await blocksOf(server, editor)).toEqual([]);
    expect((await editor.get(`/question/${code}`)).body).toContain('id="option-1-sv"');

    await editor.type(code, { options: TRAVEL_OPTIONS });
    const preview = textOf((await editor.get('/preview/sv')).body);
    expect(preview).toContain('Din högskolas egna frågor');
    expect(preview).toContain('Med buss');
    const published = await editor.publish();
    expect(published).toMatchObject({
      statusCode: 303,
      headers: { location: `${editor.base}?lang=en&done=published` },
    });
    const [row, ...more] = await blocksOf(server, editor);
    expect(more).toEqual([]);
    const block = ownBlockSchema.parse(row?.content);
    expect(row?.hash).toBe(createHash('sha256').update(canonicalJson(block)).digest('hex'));
    expect(block.questions).toMatchObject([{ kind: 'single', code, options: [{ code: '1' }, { code: '2' }] }]);
    expect(await askedBy(round)).toEqual([`${institutionOf(editor)}//1`]);
    const events = await server.deps.ownerDb
      .selectFrom('survey.audit_event')
      .select('detail')
      .where('kind', '=', 'own_block_published')
      .execute();
    expect(events.at(-1)?.detail).toMatchObject({ institution: institutionOf(editor), version: 1, rounds: [round] });
    expect(textOf((await editor.get()).body)).toContain('Version 1 is published and never changes');
  });

  test('that is published never changes, not even for the owner of the schema', async () => {
    await editor.add('scale', WORKED);
    await editor.publish();
    const [row] = await blocksOf(server, editor);
    const at = sql`where institution = ${institutionOf(editor)}`;
    await expect(
      sql`update survey.own_block set published_on = '2020-01-01' ${at}`.execute(server.deps.ownerDb),
    ).rejects.toThrow('never changes');
    await expect(sql`delete from survey.own_block ${at}`.execute(server.deps.ownerDb)).rejects.toThrow('never changes');
    await expect(sql`update survey.own_block set version = 9 ${at}`.execute(server.deps.db)).rejects.toThrow();
    expect(await blocksOf(server, editor)).toEqual([row]);
  });

  test('is corrected as the next version: wording keeps the code, other options give a new one', async () => {
    const [first, second] = [
      await editor.add('single', { ...COMMUTE, options: TRAVEL_OPTIONS }),
      await editor.add('scale', WORKED),
    ];
    await editor.publish();
    expect((await editor.post('', { copy: '1' })).headers.location).toContain('done=copied');
    expect(textOf((await editor.get('/publish')).body)).toContain('there is nothing to publish');
    expect((await editor.publish()).statusCode).toBe(422);
    await editor.type(second, {
      text: ['Harjoittelusta oli apua', 'Praktiken var till hjälp', 'Practice was of help'],
    });
    const changed = await editor.type(first, { options: [...TRAVEL_OPTIONS, ['Pyörällä', 'Med cykel', 'By bicycle']] });
    expect(changed.headers.location).toContain('done=newcode');
    const page = textOf((await editor.get('/publish')).body);
    expect(page).toContain('before: Practice helped');
    expect(page).toContain('left out');
    await editor.publish();
    const [one, two] = (await blocksOf(server, editor)).map(({ content }) => ownBlockSchema.parse(content));
    expect(one?.questions.map(({ code }) => code)).toEqual([first, second]);
    expect(two?.questions.map(({ code }) => code)).toEqual([first.replace(/1$/, '3'), second]);
    expect(two?.version).toBe(2);
  });

  test('takes a published question of another owner as it is, and nothing else', async () => {
    const code = await other.add('single', { ...COMMUTE, options: TRAVEL_OPTIONS });
    expect((await editor.get('/take')).body).not.toContain(`value="${code}"`);
    await other.publish();
    expect((await editor.get('/take')).body).toContain(`value="${code}"`);
    expect((await editor.post('', { take: code })).headers.location).toContain('done=taken');
    expect((await editor.get('/take')).body).not.toContain(`value="${code}"`);
    expect((await editor.get(`/question/${code}`)).statusCode).toBe(422);
    expect(
      (await editor.type(code, COMMUTE).catch(() => editor.post(`/question/${code}`, { 'text.fi': 'x' }))).statusCode,
    ).toBe(422);
    expect(textOf((await editor.get()).body)).toContain('Locked, so that answers can be compared.');
    await editor.publish();
    const [mine, theirs] = await Promise.all([blocksOf(server, editor), blocksOf(server, other)]);
    expect(ownBlockSchema.parse(mine[0]?.content).questions).toEqual(
      ownBlockSchema.parse(theirs[0]?.content).questions,
    );
    const degree = ownEditor(server, `${other.base}/671112`);
    expect((await degree.get('/take')).body).not.toContain(`value="${code}"`);
    expect((await degree.post('', { take: code })).statusCode).toBe(422);
  });

  test('of a degree stands apart from that of its institution', async () => {
    const degree = ownEditor(server, `${editor.base}/671112`);
    const code = await degree.add('text', { text: ['Vapaa sana', 'Fritt ord', 'Anything else'] });
    expect(code).toBe(`own_${institutionOf(editor).toLowerCase()}_671112_1`);
    expect(textOf((await degree.get('/preview/en')).body)).toContain('Your degree’s own questions');
    expect(textOf((await editor.get()).body)).toContain('No questions yet.');
    const overview = await server.get('/own-questions?lang=en');
    expect(overview.body).toContain(`href="${degree.base}?lang=en"`);
  });
});
