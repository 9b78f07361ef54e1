import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { releasedRound, reviewOf, type TextRound, type WrittenText } from '../../support/frozen-texts.ts';
import { textOf } from '../../support/page-text.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type Form, type TestApp } from '../../support/test-app.ts';

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };
let server: TestApp;
let round: TextRound;
beforeAll(async () => {
  server = await openTestApp();
  round = await releasedRound(server, 'review');
});
afterAll(() => server.close());

const at = (text: WrittenText, by: string) =>
  `/open-answers/${round.roundId}/${text.item}/text/${text.key}?lang=en&by=${by}`;
const decide = (text: WrittenText, by: string, form: Record<string, string | readonly string[]>) =>
  server.post(at(text, by), { by, revision: '0', ...form }, SAME_ORIGIN);
const write = async (body: string, item = 'open_wishes'): Promise<WrittenText> => {
  const [text] = await round.write(item, round.degrees[0] ?? { institution: '', degree: '' }, [body]);
  if (!text) throw new Error('nothing written');
  return text;
};
const eventsOf = (text: WrittenText) =>
  server.deps.ownerDb
    .selectFrom('answer.text_review_event')
    .selectAll()
    .where('text_key', '=', text.key)
    .orderBy('id')
    .execute();

describe('who may review', () => {
  test('without signing in the machine of a demonstration alone: others come to the sign-in page', async () => {
    const text = await write('something');
    const paths = ['/open-answers', `/open-answers/${round.roundId}/open_wishes`, at(text, 'Aila').replace(/\?.*/, '')];
    for (const path of paths) {
      for (const headers of [{ host: 'uraseuranta.example.org' }, { 'x-forwarded-for': '192.0.2.1' }]) {
        const page = await server.get(`${path}?lang=en`, headers);
        expect(page.statusCode).toBe(303);
        expect(page.headers.location).toMatch(/^\/staff\/sign-in\?/);
      }
      expect((await server.get(`${path}?lang=en&by=Aila`)).statusCode).not.toBe(404);
    }
    const foreign = await server.post(at(text, 'Aila'), { by: 'Aila', revision: '0', choice: 'approve' });
    expect([foreign.statusCode, foreign.headers.location]).toEqual([303, '/staff/sign-in?lang=en']);
    expect(await reviewOf(server.deps.ownerDb, text.key)).toBeNull();
  });

  test('opening pages writes nothing', async () => {
    const text = await write('something else');
    const before = await storedRows(server.deps.ownerDb);
    const place = `/open-answers/${round.roundId}/open_wishes`;
    for (const path of [
      '/open-answers',
      place,
      `${place}/decided`,
      `${place}/themes`,
      at(text, 'Aila'),
      '/open-answers/no/none',
    ])
      await server.get(`${path}${path.includes('?') ? '' : '?lang=fi&by=Aila'}`);
    expect(await storedRows(server.deps.ownerDb)).toEqual(before);
  });
});

describe('a decision', () => {
  test('on a text without marks is one reviewer’s', async () => {
    const text = await write('enemmän harjoittelua ja vähemmän luentoja');
    const saved = await decide(text, 'Aila', { choice: 'approve' });
    expect(saved.statusCode).toBe(303);
    expect(await reviewOf(server.deps.ownerDb, text.key)).toMatchObject({ state: 'approved', first_by: 'Aila' });
  });

  test('on a marked text needs a second, named person', async () => {
    const text = await write('Kysy Matti Virtaselta, puh. 040 123 4567');
    const page = await server.get(at(text, 'Aila'));
    expect(page.body).toContain('<mark>');
    expect(textOf(page.body)).toContain('name of a person');
    expect(textOf(page.body)).toContain('telephone number');
    await decide(text, 'Aila', { choice: 'redact', mark: ['0', '1'], words: 'puh.', reason: 'tells who' });
    expect(await reviewOf(server.deps.ownerDb, text.key)).toMatchObject({ state: 'waiting' });
    const own = await decide(text, 'aila', { revision: '1', choice: 'agree' });
    expect(own.statusCode).toBe(422);
    expect(textOf(own.body)).toContain('Somebody else must agree');
    const other = await server.get(at(text, 'Eino'));
    expect(textOf(other.body)).toContain('Aila decided first');
    await decide(text, 'Eino', { revision: '1', choice: 'agree' });
    expect(await reviewOf(server.deps.ownerDb, text.key)).toMatchObject({ state: 'approved', second_by: 'Eino' });
  });

  test('is taken back until the text is released', async () => {
    const text = await write('liikaa luentoja');
    await decide(text, 'Aila', { choice: 'reject', reason: 'rude' });
    await decide(text, 'Eino', { revision: '1', choice: 'undo' });
    expect(await reviewOf(server.deps.ownerDb, text.key)).toMatchObject({ state: 'open', revision: 2 });
    expect((await eventsOf(text)).map(({ what, by_name }) => [what, by_name])).toEqual([
      ['rejected', 'Aila'],
      ['undone', 'Eino'],
    ]);
  });

  test('that is refused says why, and the page holds what was typed', async () => {
    const text = await write('Liisa auttoi');
    const page = await decide(text, 'Aila', { choice: 'redact', words: 'Maija', reason: 'a <name>' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toMatch(/<title>Error: /);
    expect(textOf(page.body)).toContain('The text does not have the words “Maija”');
    expect(page.body).toContain('value="a &lt;name&gt;"');
    expect(page.body).toMatch(/value="redact" checked/);
    expect(await reviewOf(server.deps.ownerDb, text.key)).toBeNull();
    expect(await eventsOf(text)).toEqual([]);
  });

  test.each<[string, Form]>([
    ['nothing chosen', {}],
    ['a choice that there is not', { choice: 'destroy' }],
    ['no reason', { choice: 'reject' }],
  ])('is refused: %s', async (_what, form) => {
    const text = await write('some words');
    expect((await decide(text, 'Aila', form as Record<string, string>)).statusCode).toBe(422);
    expect((await decide(text, '', { choice: 'approve' })).statusCode).toBe(422);
    expect(await reviewOf(server.deps.ownerDb, text.key)).toBeNull();
  });

  test('of two reviewers at once only one is kept, and the other one sees both', async () => {
    const text = await write('two at once');
    const pages = await Promise.all([
      decide(text, 'Aila', { choice: 'approve' }),
      decide(text, 'Eino', { choice: 'reject', reason: 'I typed this' }),
    ]);
    expect(pages.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const late = pages.find(({ statusCode }) => statusCode === 409);
    expect(textOf(late?.body ?? '')).toContain('Somebody else decided on this text meanwhile');
    expect(await eventsOf(text)).toHaveLength(1);
  });
});

describe('the log', () => {
  test('names who, what and why, and never a removed word', async () => {
    const text = await write('Pomoni Jukka Kettunen oli mukava');
    await decide(text, 'Aila', { choice: 'redact', words: 'Jukka Kettunen', reason: 'a name' });
    const [event] = await eventsOf(text);
    expect(event).toMatchObject({
      by_name: 'Aila',
      what: 'redacted',
      reason: 'a name',
      removed_parts: 1,
      on_date: '2026-11-12',
    });
    const { rows } = await sql<{ all: string }>`
      select coalesce(string_agg(one::text, ' '), '') as all from (
        select to_jsonb(event) as one from answer.text_review_event as event
        union all select to_jsonb(review) from answer.text_review as review
        union all select to_jsonb(event) from survey.audit_event as event) as every`.execute(server.deps.ownerDb);
    expect(rows[0]?.all).toContain('a name');
    expect(rows[0]?.all).not.toMatch(/Jukka|Kettunen/);
    const repeats = await decide(await write('Jukka oli mukava'), 'Aila', {
      choice: 'redact',
      words: 'Jukka',
      reason: 'names Jukka',
    });
    expect(repeats.statusCode).toBe(422);
  });

  test('only grows', async () => {
    for (const change of ["update answer.text_review_event set by_name = 'x'", 'delete from answer.text_review_event'])
      await expect(sql.raw(change).execute(server.deps.ownerDb)).rejects.toThrow(/only grows/);
  });
});

describe('the queue', () => {
  test('gives one text after another, and says when nothing is left', async () => {
    const texts = [await write('first', 'open_strengths'), await write('second', 'open_strengths')];
    const seen = new Set<string>();
    let next = `/open-answers/${round.roundId}/open_strengths?lang=en&by=Aila`;
    for (let step = 0; step < 2; step += 1) {
      const to = (await server.get(next)).headers.location ?? '';
      seen.add(to);
      const saved = await server.post(to, { by: 'Aila', revision: '0', choice: 'approve' }, SAME_ORIGIN);
      next = saved.headers.location ?? '';
    }
    expect(seen.size).toBe(texts.length);
    const done = await server.get(next);
    expect([done.statusCode, textOf(done.body)]).toEqual([
      200,
      expect.stringContaining('Nothing is left for you here'),
    ]);
    const queue = textOf((await server.get('/open-answers?lang=en&by=Aila')).body);
    expect(queue).toMatch(/most useful to you.*To review 0 .*Approved 2/);
  });

  test('themes are made, given, renamed and removed, each with a name in every language', async () => {
    const place = `/open-answers/${round.roundId}/open_wishes/themes?lang=en&by=Aila`;
    const names = { name_fi: 'Harjoittelu', name_sv: 'Praktik', name_en: 'Practice' };
    expect((await server.post(place, { do: 'add', ...names, name_sv: ' ' }, SAME_ORIGIN)).statusCode).toBe(422);
    expect((await server.post(place, { do: 'add', ...names }, SAME_ORIGIN)).statusCode).toBe(303);
    expect((await server.post(place, { do: 'add', ...names, name_fi: 'Muu' }, SAME_ORIGIN)).statusCode).toBe(422);
    const [theme] = await server.deps.ownerDb.selectFrom('answer.text_theme').selectAll().execute();
    const text = await write('lisää harjoittelua');
    await decide(text, 'Aila', { choice: 'approve', theme: [theme?.id ?? '', 'no-such'] });
    const given = () =>
      server.deps.ownerDb
        .selectFrom('answer.theme_of_text')
        .select('theme_id')
        .where('text_key', '=', text.key)
        .execute();
    expect(await given()).toEqual([{ theme_id: theme?.id }]);
    await server.post(place, { do: 'rename', id: theme?.id ?? '', ...names, name_en: 'Placements' }, SAME_ORIGIN);
    expect(textOf((await server.get(place)).body)).toContain('Placements');
    await server.post(place, { do: 'remove', id: theme?.id ?? '' }, SAME_ORIGIN);
    expect(await given()).toEqual([]);
  });
});
