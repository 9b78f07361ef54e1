import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { CLOSES, openTestApp, type TestApp } from '../../support/test-app.ts';

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

async function events(kind: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select coalesce(sum(count), 0) as count from survey.answering_event where kind = ${kind}`.execute(
    service.deps.ownerDb,
  );
  return Number(rows[0]?.count);
}

describe('a posted page', () => {
  test('sent twice leaves the same and leads to the same place', async () => {
    const person = await service.aPerson();
    const once = await service.post(`${person.path}/part/1`, { ...WORKING, _revision: '0' });
    const stored = await service.responseOf(person);
    const twice = await service.post(`${person.path}/part/1`, { ...WORKING, _revision: '0' });
    expect([twice.statusCode, twice.headers.location]).toEqual([303, once.headers.location]);
    expect(await service.responseOf(person)).toEqual({ ...stored, revision: 2 });
  });

  test('sending twice changes nothing the second time, and is one event', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    const before = await events('submitted');
    await service.post(`${person.path}/send`, {});
    const stored = await service.responseOf(person);
    service.clock.now = new Date('2026-11-20T10:00:00Z');
    const again = await service.post(`${person.path}/send`, {});
    expect([again.statusCode, again.headers.location]).toEqual([303, `${person.path}/receipt`]);
    expect(await service.responseOf(person)).toEqual(stored);
    expect((await events('submitted')) - before).toBe(1);
  });

  test('a save writes no event; sending writes one without a person, on a day without a clock time', async () => {
    const { path, roundId } = await service.aPerson();
    await service.post(`${path}/part/1`, WORKING);
    await service.post(`${path}/part/1`, WORKING);
    await service.post(`${path}/send`, {});
    const { ownerDb } = service.deps;
    const notes = await ownerDb
      .selectFrom('survey.answering_event')
      .selectAll()
      .where('round_id', '=', roundId)
      .execute();
    expect(notes.map(({ id: _id, ...note }) => note)).toEqual([
      { kind: 'submitted', on_date: '2026-11-12', round_id: roundId, count: 1 },
    ]);
    // The log of what staff do tells nothing of anybody who answers.
    const events = await ownerDb
      .selectFrom('survey.audit_event')
      .select('id')
      .where('round_id', '=', roundId)
      .execute();
    expect(events).toEqual([]);
  });

  test('from two devices: the last one wins on its own page, other pages stay, and the older page hears of it', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, { ...WORKING, _revision: '0' });
    const job = { job_sector: 'state', _revision: '1', _noticed: '1' };
    await service.post(`${person.path}/part/2`, job);
    const other = await service.post(`${person.path}/part/2`, { ...job, job_sector: 'other' });
    expect(other.headers.location).toBe(`${person.path}/part/3?elsewhere=1`);
    expect((await service.get(`${person.path}/part/3?elsewhere=1`)).body).toContain('vastattu myös toisaalla');
    expect((await service.responseOf(person))?.answers).toMatchObject({
      main_activity: 'permanent_full_time',
      job_sector: 'other',
    });
  });

  test('that cannot be read comes back with what was typed, and the rest is saved', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    const form = { pay: '"kolme" <tonnia>', consent_research: 'yes', nav: 'next' };
    const page = await service.post(`${person.path}/part/7`, form);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('<title>Virhe: Palkka ja taustatiedot, osa 7/7 – Uraseuranta</title>');
    expect(page.body).toMatch(/id="errors"[^>]*tabindex="-1"[^>]*autofocus/);
    expect(page.body).toContain('href="#pay--field"');
    expect(page.body).toContain('value="&quot;kolme&quot; &lt;tonnia&gt;"');
    expect(page.body).toMatch(
      /id="pay--field"[^>]*aria-describedby="card-pay-hint card-pay-error card-pay-unit"[^>]*aria-invalid="true"/,
    );
    expect(page.body).toContain('value="yes" checked');
    expect((await service.responseOf(person))?.answers).toEqual({
      ...WORKING,
      other_activities: ['none'],
      consent_research: 'yes',
    });
    const swedish = await service.post(`${person.path}/part/7`, { ...form, lang: 'sv' });
    expect(swedish.statusCode).toBe(422);
    expect(swedish.body).toContain('<title>Fel: ');
  });

  test.each([
    ['fi', { main_activity: 'king' }, 'main_activity', 'Valitse jokin vaihtoehdoista'],
    ['sv', { activity_meaningful: '7' }, 'activity_meaningful', 'Välj något av alternativen'],
    ['en', { other_activities: ['studying', 'king'] }, 'other_activities', 'Choose one of the options'],
  ])(
    'in %s with a code that does not exist is told so, and what was stored stays',
    async (lang, forged, code, message) => {
      const person = await service.aPerson();
      await service.post(`${person.path}/part/1`, WORKING);
      const stored = (await service.responseOf(person))?.answers as Record<string, unknown>; // answers by question
      const changed = { ...WORKING, activity_meaningful: '2' };
      const { statusCode, body } = await service.post(`${person.path}/part/1`, {
        ...{ ...changed, ...forged },
        lang,
      });
      expect(statusCode).toBe(422);
      const target = new RegExp(`href="#(${code}--[^"]+)"[^>]*>${message}<`).exec(body)?.[1];
      expect(body).toContain(`id="${target}"`);
      expect(body).not.toContain('"king"');
      if (code !== 'activity_meaningful') expect(body).toMatch(/id="activity_meaningful--2"[^>]*checked/);
      if (code !== 'main_activity') expect(body).toMatch(/id="main_activity--permanent_full_time"[^>]*checked/);
      const answers = (await service.responseOf(person))?.answers;
      const other = code === 'activity_meaningful' ? {} : { activity_meaningful: '2' };
      expect(answers).toEqual({ ...stored, ...other });
    },
  );

  test('with blank questions asks once, in no error, and then goes on', async () => {
    const { path } = await service.aPerson();
    const asked = await service.post(`${path}/part/1`, { main_activity: 'studying', nav: 'next' });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('Kaksi kohtaa jäi tyhjäksi.');
    expect(asked.body).not.toContain('Virhe');
    expect(asked.body).toContain('name="_noticed" value="1"');
    const then = await service.post(`${path}/part/1`, { main_activity: 'studying', nav: 'next', _noticed: '1' });
    expect(then.headers.location).toBe(`${path}/part/3`);
  });

  test('cleared by its button: a choice that was made can be unmade', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    const cleared = await service.post(`${person.path}/part/1`, { ...WORKING, clear: 'activity_meaningful' });
    expect(cleared.headers.location).toBe(`${person.path}/part/1#card-activity_meaningful`);
    expect((await service.responseOf(person))?.answers).not.toHaveProperty('activity_meaningful');
  });

  test('to a part that is not asked leads to the first that is, and saves nothing', async () => {
    const person = await service.aPerson();
    for (const part of ['2', '0', '8', 'x', '%00']) {
      const answer = await service.post(`${person.path}/part/${part}`, { job_sector: 'state' });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${person.path}/part/1`]);
    }
    expect(await service.responseOf(person)).toBeNull();
  });
});

describe('after closing', () => {
  const LATE = new Date(CLOSES.getTime() + 23 * 3600 * 1000);
  const TOO_LATE = new Date(CLOSES.getTime() + 24 * 3600 * 1000);

  test('a page that was open is saved within the tolerance, marked late, and says so; it can still be sent', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    service.clock.now = LATE;
    const page = await service.post(`${person.path}/part/2`, { job_sector: 'state', nav: 'next' });
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain('Avoinna ollut sivu tallennettiin');
    expect(page.body).toContain(`action="${person.path}/send"`);
    expect(await service.responseOf(person)).toMatchObject({
      late: true,
      answers: { job_sector: 'state' },
      submitted_on: null,
    });
    expect((await service.post(`${person.path}/send`, {})).headers.location).toBe(`${person.path}/receipt`);
    expect(await service.responseOf(person)).toMatchObject({ late: true, submitted_on: '2026-12-01' });
    expect((await service.get(`${person.path}/receipt`)).body).toContain('Kiitos vastauksistasi');
  });

  test('nothing is saved or sent after the tolerance, and the page says so', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    const stored = await service.responseOf(person);
    service.clock.now = TOO_LATE;
    const page = await service.post(`${person.path}/part/2`, { job_sector: 'state' });
    expect([page.statusCode, page.body.includes('ei tallennettu')]).toEqual([410, true]);
    expect((await service.post(`${person.path}/send`, {})).statusCode).toBe(410);
    expect(await service.responseOf(person)).toEqual(stored);
  });
});

describe('malformed posts', () => {
  const CODES = ['other_activities', 'pay', 'unemployment_months', 'open_wishes', 'job_start.year', 'job_start.month'];
  const MORE = [
    'skill_digital.importance',
    'first_job_country',
    'first_job_country._search',
    'would_recommend',
    'consent_research',
  ];
  const FORM = ['nav', 'lang', 'clear', 'search', '_revision', '_noticed', '_language', '__proto__', 'constructor', ''];
  const field = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CODES, ...MORE) },
    { weight: 2, arbitrary: fc.constantFrom(...FORM) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
  const nasty = [
    '\0',
    '💥',
    '‮abc',
    '3,4 k',
    '1e400',
    '-0',
    'SE',
    'none',
    'unemployed',
    '\ud800',
    "'; drop table x",
    '<script>',
    '_dk',
  ];
  const value = fc.oneof(
    fc.constantFrom(...nasty, 'x'.repeat(5000)),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.nat().map(String),
  );
  const known = { main_activity: 'grant', activity_meaningful: '4' };

  test('1,000 of them: never a failure, a valid answer beside them is kept, and each message leads to its field', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, WORKING);
    const pairs = fc.array(fc.tuple(field, value), { maxLength: 12 });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(pairs, fc.constantFrom('1', '2', '3', '4', '6', '7', '7'), async (posted, part) => {
        const valid: [string, string][] = part === '1' ? Object.entries(known) : [];
        const others = posted.filter(([name]) => !(name in known) && name !== 'clear');
        const answer = await service.post(`${person.path}/part/${part}`, [...others, ...valid]);
        expect([200, 303, 422]).toContain(answer.statusCode);
        if (part === '1') expect((await service.responseOf(person))?.answers).toMatchObject(known);
        if (answer.statusCode !== 422) return;
        refused += 1;
        const summary = /id="errors"[\s\S]*?<\/ul>/.exec(answer.body)?.[0] ?? '';
        const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
        expect(targets.length).toBeGreaterThan(0);
        for (const target of targets) expect(answer.body).toContain(` id="${target}"`);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(20);
  }, 600_000);

  test('bodies that are no form at all are answered with a page', async () => {
    const { path } = await service.aPerson();
    const send = (payload: string, type: string) =>
      service.app.inject({ method: 'POST', url: `${path}/part/1`, payload, headers: { 'content-type': type } });
    const answers = [
      await send('{"main_activity": "other"', 'application/json'),
      await send('[1, {"a": null}]', 'application/json'),
      await send('{"main_activity": {"a": 1}, "nav": 7, "pay": [[]]}', 'application/json'),
      await send('x', 'image/png'),
      await send('a=%E0%A4%A&main_activity=other', 'application/x-www-form-urlencoded'),
      await send(`open_wishes=${'x'.repeat(400_000)}`, 'application/x-www-form-urlencoded'),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([400, 200, 200, 400, 200, 413]);
    for (const answer of answers) expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answers[5]?.body).toContain('liian pitkä');
  });
});
