import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CLOSES, OPENS, openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

const MIDDLE = new Date('2026-11-12T10:00:00Z');
const WORKING = { main_activity: 'permanent_full_time', other_activities: 'none', activity_meaningful: '5' };

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());
beforeEach(() => {
  service.clock.now = MIDDLE;
});

const titleOf = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1];
async function started(overrides = {}): Promise<LinkedPerson> {
  const person = await service.aPerson(overrides);
  expect((await service.post(`${person.path}/part/1`, WORKING)).statusCode).toBe(303);
  return person;
}
async function sent(overrides = {}): Promise<LinkedPerson> {
  const person = await started(overrides);
  const answer = await service.post(`${person.path}/send`, {});
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${person.path}/receipt`]);
  return person;
}

describe('the page of a link', () => {
  test('new: the landing page says why, how long, by when, and leads to part 1', async () => {
    const { path } = await service.aPerson();
    const page = await service.get(path);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Valmistuit vuonna 2020: Fysioterapeutti (AMK).');
    expect(page.body).toContain('tavallisesti 10–14 minuuttia');
    expect(page.body).toContain('Kysely sulkeutuu maanantaina 30.11.');
    expect(page.body).toContain(`href="${path}/part/1"`);
    expect(page.body).not.toContain('@example.org');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  test('however the code is typed, it is the same person', async () => {
    const { code } = await service.aPerson();
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase().replaceAll('0', 'o');
    expect((await service.get(`/v/${encodeURIComponent(typed)}`)).body).toContain(`/v/${code}/part/1`);
    const entered = await service.post('/', { code: typed });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, `/v/${code}`]);
  });

  test('not open yet: the day and the hour in Finnish time', async () => {
    service.clock.now = new Date(OPENS.getTime() - 1);
    const { path } = await service.aPerson();
    const page = await service.get(path);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Kysely avautuu maanantaina 2.11. klo 9.00 Suomen aikaa.');
    expect((await service.get(`${path}/part/1`)).headers.location).toBe(path);
    expect((await service.post(`${path}/part/1`, WORKING)).body).toContain('avautuu');
  });

  test('opening and closing are the clock’s: the first and the last millisecond are open', async () => {
    const person = await service.aPerson();
    for (const [at, status] of [
      [OPENS, 200],
      [new Date(CLOSES.getTime() - 1), 200],
      [CLOSES, 410],
    ] as const) {
      service.clock.now = at;
      expect((await service.get(person.path)).statusCode).toBe(status);
    }
  });

  test('started: goes on with the first part that is not done', async () => {
    const { path } = await started();
    const page = await service.get(path);
    expect([page.statusCode, titleOf(page.body)]).toEqual([200, 'Jatka vastaamista']);
    expect(page.body).toContain(`href="${path}/part/2"`);
    expect(page.body).toContain('osa 1');
  });

  test('sent, still open: the receipt, with the day and no clock time', async () => {
    const { path } = await sent();
    const page = await service.get(path);
    expect([page.statusCode, titleOf(page.body)]).toEqual([200, 'Kiitos, vastauksesi on vastaanotettu']);
    expect(page.body).toContain('Lähetit vastauksesi 12.11.2026.');
    expect(page.body).toContain('30.11. asti');
    expect(page.body).toMatch(/round-\d+ 2026-11-12 [0-9a-f]{12} [0-9a-f]{30}/);
    expect(page.body).not.toMatch(/\d\d[.:]\d\d Suomen/);
  });

  test('closed, sent: thanks (200); closed, not sent: gone (410), and what became of the draft', async () => {
    const [done, draft, silent] = [await sent(), await started(), await service.aPerson()];
    service.clock.now = new Date('2026-12-03T10:00:00Z');
    const pages = await Promise.all([done, draft, silent].map(({ path }) => service.get(path)));
    expect(pages.map((page) => [page.statusCode, titleOf(page.body)])).toEqual([
      [200, 'Kiitos vastauksistasi'],
      [410, 'Kysely on sulkeutunut'],
      [410, 'Kysely on sulkeutunut'],
    ]);
    expect(pages[1]?.body).toContain('et lähettänyt niitä');
    expect(pages[1]?.body).not.toContain('/send"');
    expect(pages[2]?.body).not.toContain('et lähettänyt niitä');
  });

  test('refused: nothing more is sent, and the way back', async () => {
    const { path } = await service.aPerson({ refused_on: '2026-11-10' });
    const page = await service.get(path);
    expect([page.statusCode, titleOf(page.body)]).toEqual([
      200,
      'Emme lähetä sinulle enempää viestejä tästä kyselystä',
    ]);
    expect(page.body).toContain('10.11.2026');
    expect(page.body).toContain('Haluan sittenkin vastata');
    expect((await service.post(`${path}/part/1`, WORKING)).body).toContain('Haluan sittenkin vastata');
  });

  test('a code with a typing error, an unknown one and a replaced one each have their page', async () => {
    const { code, path } = await service.aPerson();
    const wrong = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    const typing = await service.get(`/v/${wrong}`);
    expect([typing.statusCode, titleOf(typing.body)]).toEqual([404, 'Koodissa on kirjoitusvirhe']);
    expect(typing.body).toContain(`value="${wrong}"`);

    await service.deps.ownerDb.deleteFrom('contact.person').where('person_key', 'is not', null).execute();
    const unknown = await service.get(path);
    expect([unknown.statusCode, titleOf(unknown.body)]).toEqual([404, 'Koodilla ei löydy kyselyä']);

    const renewed = await service.aPerson();
    const { ownerDb } = service.deps;
    const row = await ownerDb
      .selectFrom('contact.person')
      .selectAll()
      .where('person_key', '=', renewed.personKey)
      .executeTakeFirstOrThrow();
    if (!row.code_hash) throw new Error('no hash');
    await ownerDb
      .insertInto('contact.replaced_code')
      .values({ code_hash: row.code_hash, round_id: renewed.roundId })
      .execute();
    await ownerDb.deleteFrom('contact.person').where('person_key', '=', renewed.personKey).execute();
    const replaced = await service.get(renewed.path);
    expect([replaced.statusCode, titleOf(replaced.body)]).toEqual([410, 'Tämä linkki on korvattu uudella']);
  });

  test('once a round is frozen, its codes and unknown ones have one page, the same for all', async () => {
    const frozenRound = await service.aRound();
    const freezing = await service.aPerson({ round: frozenRound });
    const forgotten = await service.aPerson({ round: await service.aRound() });
    await service.deps.ownerDb.deleteFrom('contact.person').where('person_key', '=', forgotten.personKey).execute();
    expect((await service.get(forgotten.path)).statusCode).toBe(404);
    await service.deps.ownerDb
      .updateTable('survey.round')
      .set({ freeze_step: 1 })
      .where('id', '=', frozenRound)
      .execute();
    const pages = await Promise.all([freezing, forgotten].map(({ path }) => service.get(path)));
    expect(pages.map((page) => page.statusCode)).toEqual([410, 410]);
    expect(pages[0]?.body).toBe(pages[1]?.body);
    expect(pages[0]?.body).toContain('name="code"');
    expect((await service.post(`${freezing.path}/part/1`, WORKING)).body).toBe(pages[0]?.body);
    expect((await service.post(`${freezing.path}/decline`, { choice: 'delete' })).body).toBe(pages[0]?.body);
    await service.deps.ownerDb
      .updateTable('survey.round')
      .set({ freeze_step: 0 })
      .where('id', '=', frozenRound)
      .execute();
  });

  test('invented institutions are named as such on every page, real ones are not', async () => {
    const real = await service.aPerson({ round: await service.aRound({ invented: false }), institution: '02467' });
    const invented = await started();
    for (const place of ['', '/part/1', '/review', '/paused', '/decline', '/privacy', '/help']) {
      const page = await service.get(`${invented.path}${place}`);
      expect([place, page.statusCode, page.body.includes('keksittyjä')]).toEqual([place, 200, true]);
    }
    const page = await service.get(real.path);
    expect(page.body).not.toContain('keksittyjä');
    expect(page.body).toContain('Hämeen ammattikorkeakoulu');
  });
});
