import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportKey } from '../../../server/results/report-key.ts';
import { textOf } from '../../support/page-text.ts';
import { aBrowser, aStaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
const START = new Date('2026-11-12T10:00:00Z');
let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
beforeEach(() => {
  server.clock.now = START;
});
afterAll(() => server.close());

const minutesLater = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000);
};

describe('forms', () => {
  const typed = { 'text.fi': 'Kirjoitettu kauan sitten', kind: 'text' };

  test('every form of a page has the token of its session, and without it nothing is done and nothing lost', async () => {
    const member = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
    const page = await member.get('/own-questions/amk-career/X0101/question/new?lang=en');
    const forms = page.body.match(/<form\b[^>]*method="post"[^>]*>/g) ?? [];
    expect(forms.length).toBeGreaterThan(1); // signing out is one
    expect(
      page.body.match(
        new RegExp(`method="post"[^>]*><input type="hidden" name="form_token" value="${member.token}">`, 'g'),
      ),
    ).toHaveLength(forms.length);
    const path = '/own-questions/amk-career/X0101/question/new?lang=en';
    for (const token of ['', 'x', (await aStaffMember(server)).token]) {
      const refused = await server.post(path, { ...typed, form_token: token }, { ...OURS, cookie: member.cookie });
      expect(refused.statusCode).toBe(403);
      expect(refused.body).toContain('value="Kirjoitettu kauan sitten"');
      expect(refused.body).toContain(`name="form_token" value="${member.token}"`);
    }
    const elsewhere = { cookie: member.cookie, 'sec-fetch-site': 'cross-site' };
    expect((await server.post(path, { ...typed, form_token: member.token }, elsewhere)).statusCode).toBe(403);
    expect((await member.post(path, typed)).statusCode).toBe(303);
  });

  test('a form posted after the session ended is there after signing in again, for the same person alone', async () => {
    const member = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0102' });
    const path = '/own-questions/amk-career/X0102/question/new?lang=en';
    minutesLater(45);
    const late = await member.post(path, { kind: 'text', note: 'Pitkä <b>teksti</b>, jota ei saa hukata' });
    expect([late.statusCode, late.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/staff\/sign-in\?lang=en&kept=/),
    ]);
    const location = String(late.headers.location);
    expect(textOf((await server.get(location)).body)).toContain('Your session ended');
    const kept = new URLSearchParams(location.split('?')[1]).get('kept') ?? '';
    const back = await aBrowser(server, member.id);
    const page = await back.get(`/staff/continue?kept=${kept}&lang=en`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Pitkä &lt;b&gt;teksti&lt;/b&gt;, jota ei saa hukata');
    expect(page.body).toContain(`action="${path}"`);
    const stranger = await aStaffMember(server, { role: 'administrator' });
    expect((await stranger.get(`/staff/continue?kept=${kept}`)).statusCode).toBe(404);
    // In the database it is sealed.
    const rows = await server.deps.ownerDb.selectFrom('staff.kept_form').selectAll().execute();
    expect(rows.some(({ fields }) => fields.toString('latin1').includes('teksti'))).toBe(false);
    minutesLater(16);
    expect((await (await aBrowser(server, member.id)).get(`/staff/continue?kept=${kept}`)).statusCode).toBe(404);
  });
});

describe('people and roles', () => {
  test('an administrator invites, gives a role for a time, takes it back and undoes that; the log says so', async () => {
    const administrator = await aStaffMember(server, { role: 'administrator' });
    const bad = await administrator.post('/staff/users?lang=en', { name: '', email: 'no address' });
    expect([bad.statusCode, bad.body.includes('value="no address"')]).toEqual([422, true]);
    const made = await administrator.post('/staff/users?lang=en', { name: 'Eino', email: 'Eino@example.org' });
    const link = /\/staff\/invitation\/[\w-]+/.exec(made.body)?.[0] ?? '';
    expect((await server.get(link)).statusCode).toBe(200);
    const person = /\/staff\/users\/([0-9a-f-]{36})\//.exec(made.body)?.[1] ?? '';
    const home = `/staff/users/${person}`;
    const planner = { role: 'planner', institution: 'X0101', degree: '671112' };
    for (const wrong of [
      { role: 'planner' },
      { role: 'administrator', institution: 'X0101' },
      { ...planner, institution: 'X9999' },
      { ...planner, from: '31.2.2026' },
      { ...planner, from: '1.3.2026', until: '1.2.2026' },
      {},
    ])
      expect((await administrator.post(`${home}/grants?lang=en`, wrong)).statusCode).toBe(422);
    await administrator.post(`${home}/grants`, { ...planner, from: '1.8.2026', until: '2027-07-31' });
    const page = await administrator.get(`${home}?lang=en`);
    expect(textOf(page.body)).toContain('01/08/2026–31/07/2027');
    const grant = /grant=([0-9a-f-]{36})/.exec(page.body)?.[1] ?? '';
    expect((await administrator.get(`${home}/revoke?lang=en&grant=${grant}`)).statusCode).toBe(200);
    const revoked = await administrator.post(`${home}/revoke?lang=en`, { grant });
    const after = await administrator.get(String(revoked.headers.location));
    expect(textOf(after.body)).toContain('No roles.');
    expect(after.body).toContain(`name="grant" value="${grant}"`);
    await administrator.post(`${home}/restore`, { grant });
    expect(textOf((await administrator.get(`${home}?lang=en`)).body)).not.toContain('No roles.');
    const log = textOf((await administrator.get('/staff/log?lang=en')).body);
    for (const line of ['account made', 'role given', 'role taken back', 'role given back'])
      expect(log).toContain(line);
  });

  test('a role that is taken back ends at once; a closed account ends its sessions', async () => {
    const administrator = await aStaffMember(server, { role: 'administrator' });
    const member = await aStaffMember(server, { role: 'auditor' });
    expect((await member.get('/staff/log')).statusCode).toBe(200);
    const rows = server.deps.ownerDb.selectFrom('staff.role_grant').select('id').where('person_id', '=', member.id);
    const { id: grant } = await rows.executeTakeFirstOrThrow();
    await administrator.post(`/staff/users/${member.id}/revoke`, { grant });
    expect((await member.get('/staff/log')).statusCode).toBe(403);
    expect((await member.get('/staff')).statusCode).toBe(200);
    await administrator.post(`/staff/users/${member.id}/disable`);
    expect((await member.get('/staff')).statusCode).toBe(303);
  });

  test('the last administrator stays', async () => {
    const fresh = await openTestApp();
    try {
      const only = await aStaffMember(fresh, { role: 'administrator' });
      const refused = await only.post(`/staff/users/${only.id}/disable?lang=en`);
      const page = await only.get(String(refused.headers.location));
      expect([page.statusCode, textOf(page.body).includes('without an administrator')]).toEqual([409, true]);
    } finally {
      await fresh.close();
    }
  });

  test('whoever has no role for a page learns who can give one', async () => {
    const fresh = await openTestApp();
    try {
      const administrator = await aStaffMember(fresh, { role: 'administrator' });
      await aStaffMember(fresh, { role: 'administrator', until: '2026-11-11' });
      const member = await aStaffMember(fresh, { role: 'auditor' });
      const page = await member.get('/staff/users?lang=en');
      expect([page.statusCode, page.body.match(/mailto:[^"]+/g)]).toEqual([403, [`mailto:${administrator.email}`]]);
    } finally {
      await fresh.close();
    }
  });
});

test('a demonstration is open until something real is there; then signing in alone opens pages', async () => {
  const home = `/reports/${reportKey(server.deps.keys)}`;
  await server.aRound({ invented: true });
  expect((await server.get(home)).statusCode).toBe(200);
  expect((await server.get('/own-questions')).body).toContain('Kehityskirjautuminen');
  expect((await server.get('/staff/users')).statusCode).toBe(303); // accounts need somebody, always
  await server.aRound({ invented: false });
  expect((await server.get(home)).statusCode).toBe(404);
  expect((await server.get('/own-questions')).statusCode).toBe(303);
  expect((await server.get('/reports/staff')).statusCode).toBe(303);
  const member = await aStaffMember(server, { role: 'network_coordinator' });
  expect((await member.get('/reports/staff')).statusCode).toBe(200);
});
