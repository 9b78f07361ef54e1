import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const FORM = '/accessibility/feedback';
let service: TestApp;
let network: StaffMember;
let ours: StaffMember;
let others: StaffMember;
beforeAll(async () => {
  service = await openTestApp();
  network = await aStaffMember(service, { role: 'network_coordinator' });
  ours = await aStaffMember(service, { role: 'institution_coordinator', institution: 'X0101' });
  others = await aStaffMember(service, { role: 'institution_coordinator', institution: 'X0102' });
});
afterAll(() => service.close());

const change = (to: { due_on: string }) =>
  service.deps.ownerDb.updateTable('survey.accessibility_feedback').set(to).execute();
const rows = () => service.deps.ownerDb.selectFrom('survey.accessibility_feedback').selectAll().execute();
let network24 = 0;
/** Gives feedback from a network of its own; the address of the receipt. */
async function give(form: Record<string, string>): Promise<string> {
  network24 += 1;
  const from = { 'x-forwarded-for': `198.51.${network24}.7` };
  const answer = await service.post(`${FORM}?lang=en`, { message: 'Too wide', ...form }, from);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining(`${FORM}/`)]);
  return String(answer.headers.location);
}

describe('giving feedback', () => {
  test('the statement leads to the form, under a personal link with the institution and nothing of the person', async () => {
    const person = await service.aPerson();
    const statement = (await service.get(`${person.path}/accessibility?lang=sv`)).body;
    const href = /href="(\/accessibility\/feedback[^"]*)"/.exec(statement)?.[1]?.replaceAll('&amp;', '&');
    expect(href).toBe(`${FORM}?lang=sv&to=X0101`);
    const form = (await service.get(href ?? '')).body;
    expect(form).toContain('<option value="X0101" selected>');
    expect(form).not.toContain(person.code);
    expect((await service.get('/accessibility?lang=en')).body).toContain(`href="${FORM}?lang=en"`);
  });

  test('what is stored is text, days and an address: nothing of the link, and no code even where it was typed', async () => {
    const person = await service.aPerson();
    const message = `My page http://x.example/v/${person.code}/part/2 is too wide.\r\nCode ${person.code}.`;
    await give({ message, place: person.code, institution: 'X0101', email: 'me@example.org' });
    const row = (await rows()).find(({ email }) => email === 'me@example.org');
    expect(JSON.stringify(row)).not.toContain(person.code);
    expect(row).toMatchObject({
      message: 'My page […] is too wide.\nCode […].',
      place: '[…]',
      received_on: '2026-11-12',
      due_on: '2026-11-26',
      answered_on: null,
    });
    const columns = Object.keys(row ?? {}).filter((column) => !/_on$/.test(column));
    expect(columns.sort()).toEqual(
      ['email', 'id', 'institution', 'language', 'message', 'place', 'receipt_hash', 'reply'].sort(),
    );
  });

  test('a form that is wrong comes back with what was typed, each message at its field, and nothing is stored', async () => {
    const before = (await rows()).length;
    const typed = { message: '', place: 'Part <3>', institution: 'X9999', email: 'me' };
    for (const [language, prefix] of [
      ['fi', 'Virhe: '],
      ['sv', 'Fel: '],
      ['en', 'Error: '],
    ]) {
      const page = await service.post(`${FORM}?lang=${language}`, typed);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain(`<title>${prefix}`);
      expect(page.body).toContain('value="Part &lt;3&gt;"');
      for (const field of ['message', 'institution', 'email']) {
        expect(page.body).toContain(`href="#${field}"`);
        expect(page.body).toMatch(
          new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error"[^>]*aria-invalid`),
        );
      }
    }
    expect((await rows()).length).toBe(before);
  });

  test('ten from one network, then a page that keeps what was typed; other networks go on', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    for (let count = 0; count < 10; count += 1) {
      expect((await service.post(FORM, { message: `${count}` }, from)).statusCode).toBe(303);
    }
    const before = (await rows()).length;
    const refused = await service.post(`${FORM}?lang=en`, { message: 'the eleventh' }, from);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '900']);
    expect(refused.body).toContain('the eleventh</textarea>');
    expect((await rows()).length).toBe(before);
    await give({});
  });

  test('a receipt that nobody has: not found, and the page does not repeat it', async () => {
    const page = await service.get(`${FORM}/K7QF2M9TXR4C8?lang=en`);
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('There is no such feedback');
    expect(page.body).not.toContain('K7QF2M9TXR4C8');
  });
});

describe('answering it', () => {
  test('a task with its day on the start page, late ones marked; not for those whose it is not', async () => {
    await service.deps.ownerDb.deleteFrom('survey.accessibility_feedback').execute();
    expect((await ours.get('/staff?lang=en')).body).not.toContain('feedback on accessibility wait');
    expect((await ours.get('/feedback?lang=en')).body).toContain('Nobody has given feedback');
    await give({ institution: 'X0101', message: 'for X0101' });
    await give({ message: 'for the service' });
    expect((await ours.get('/staff?lang=en')).body).toContain(
      'One piece of feedback on accessibility waits. Answer it by 26 November 2026.',
    );
    expect((await network.get('/staff?lang=en')).body).toContain('2 pieces of feedback on accessibility wait.');
    expect((await others.get('/staff?lang=en')).body).not.toContain('feedback on accessibility wait');
    const list = (await ours.get('/feedback?lang=en')).body;
    expect([list.includes('for X0101'), list.includes('for the service')]).toEqual([true, false]);
    await change({ due_on: '2026-11-11' });
    expect((await ours.get('/staff?lang=en')).body).toContain('It was due on 11 November 2026.');
    expect((await ours.get('/feedback?lang=en')).body).toContain('late: the answer was due on 11 November 2026');
  });

  test('the answer is read with the receipt, the address is gone, and the log tells who answered', async () => {
    const receipt = await give({ institution: 'X0101', message: 'contrast', email: 'you@example.org' });
    expect((await service.get(receipt)).body).toContain('You get an answer by 26 November 2026.');
    const row = (await rows()).find(({ email }) => email === 'you@example.org');
    const path = `/feedback/${row?.id}`;
    expect((await others.get(path)).statusCode).toBe(404);
    expect((await ours.get(`${path}?lang=en`)).body).toContain('you@example.org');
    const blank = await ours.post(`${path}?lang=en`, { reply: ' ' });
    expect([blank.statusCode, blank.body.includes('Write the answer.')]).toEqual([422, true]);
    const saved = await ours.post(`${path}?lang=en`, { reply: 'The colour is darker now.' });
    expect(saved.headers.location).toBe('/feedback?done=saved&lang=en');
    expect(await rows()).toContainEqual(
      expect.objectContaining({
        id: row?.id,
        email: null,
        answered_on: '2026-11-12',
        reply: 'The colour is darker now.',
      }),
    );
    expect((await service.get(receipt)).body).toContain('The colour is darker now.');
    const again = await network.post(`${path}?lang=en`, { reply: 'second answer' });
    expect([again.statusCode, again.body.includes('second answer')]).toEqual([409, true]);
    const events = await service.deps.ownerDb
      .selectFrom('survey.audit_event')
      .select(['kind', 'detail'])
      .where('kind', '=', 'feedback_answered')
      .execute();
    expect(events).toEqual([{ kind: 'feedback_answered', detail: { by: ours.id, institution: 'X0101' } }]);
  });

  test('a year after the answer it is deleted, when the next is answered', async () => {
    await give({ institution: 'X0101', message: 'next' });
    const isAnswered = (await rows()).some(
      ({ message, answered_on }) => message === 'contrast' && answered_on !== null,
    );
    expect(isAnswered).toBe(true);
    await service.deps.ownerDb
      .updateTable('survey.accessibility_feedback')
      .set({ answered_on: '2025-11-01' })
      .where('answered_on', 'is not', null)
      .execute();
    const row = (await rows()).find(({ message }) => message === 'next');
    await ours.post(`/feedback/${row?.id}`, { reply: 'done' });
    expect((await rows()).map(({ message }) => message)).not.toContain('contrast');
  });
});
