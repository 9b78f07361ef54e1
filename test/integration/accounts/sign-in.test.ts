import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TOTP } from 'otpauth';
import { firstAdministratorPath, makeLink } from '../../../server/accounts/invitations.ts';
import { textOf } from '../../support/page-text.ts';
import { aBrowser, aStaffMember } from '../../support/staff.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type Form, type TestApp } from '../../support/test-app.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
const PASSWORD = 'kevyt harmaa lokki';
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
const post = (path: string, form: Form, cookie = '') =>
  server.post(path, form, { ...OURS, ...(cookie !== '' && { cookie }) });
const cookieOf = ({ headers }: Awaited<ReturnType<typeof post>>) =>
  String([headers['set-cookie']].flat()[0] ?? '').split(';')[0] ?? '';
const keyOf = (html: string) => /class="secret">([^<]+)</.exec(html)?.[1]?.replace(/ /g, '') ?? '';
const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: server.clock.now.getTime() });

/** A person who has used their link: password, second factor and recovery codes are theirs. */
async function enrolled() {
  const member = await aStaffMember(server, { role: 'administrator' });
  const path = await makeLink(server.deps, { personId: member.id, kind: 'invite' });
  const chosen = await post(path, { password: PASSWORD });
  const cookie = cookieOf(chosen);
  const secret = keyOf((await server.get('/staff/second-factor', { cookie })).body);
  const confirmed = await post('/staff/second-factor', { code: codeOf(secret) }, cookie);
  const codes = [...confirmed.body.matchAll(/<li>([A-Z0-9]{5}-[A-Z0-9]{5})<\/li>/g)].map(([, code = '']) => code);
  minutesLater(1); // the next code
  return { ...member, secret, codes, cookie: cookieOf(confirmed), path };
}

describe('the first administrator', () => {
  test('is made by a link that works once, with a password and a second factor', async () => {
    const fresh = await openTestApp();
    try {
      const path = (await firstAdministratorPath(fresh.deps)) ?? '';
      const typed = { name: 'Aino', email: 'AINO@example.org', password: PASSWORD };
      const short = await fresh.post(path, { ...typed, password: 'short' }, OURS);
      expect([short.statusCode, textOf(short.body).includes('Aino')]).toEqual([422, false]);
      expect(short.body).toContain('value="AINO@example.org"');
      const made = await fresh.post(path, typed, OURS);
      expect([made.statusCode, made.headers.location]).toEqual([303, '/staff/second-factor?lang=fi']);
      const cookie = cookieOf(made);
      // Without the second factor nothing opens yet.
      expect((await fresh.get('/staff/users', { cookie })).headers.location).toMatch(/^\/staff\/second-factor/);
      const secret = keyOf((await fresh.get('/staff/second-factor', { cookie })).body);
      const code = new TOTP({ secret }).generate({ timestamp: fresh.clock.now.getTime() });
      const confirmed = await fresh.post('/staff/second-factor', { code }, { ...OURS, cookie });
      expect(confirmed.body.match(/<li>[A-Z0-9]{5}-[A-Z0-9]{5}<\/li>/g)).toHaveLength(10);
      const whole = cookieOf(confirmed);
      expect(whole).not.toBe(cookie);
      expect((await fresh.get('/staff/users', { cookie: whole })).statusCode).toBe(200);
      expect((await fresh.get('/staff/users', { cookie })).statusCode).toBe(303);
      expect((await fresh.get(path)).statusCode).toBe(410);
      expect((await fresh.post(path, typed, OURS)).statusCode).toBe(410);
      expect(await firstAdministratorPath(fresh.deps)).toBeNull();
    } finally {
      await fresh.close();
    }
  });

  test('a link ends after a day, and where a newer one is made', async () => {
    const fresh = await openTestApp();
    try {
      const [first, second] = [await firstAdministratorPath(fresh.deps), await firstAdministratorPath(fresh.deps)];
      expect((await fresh.get(first ?? '')).statusCode).toBe(410);
      expect((await fresh.get(second ?? '')).statusCode).toBe(200);
      fresh.clock.now = new Date(START.getTime() + 24 * 3600_000);
      expect((await fresh.get(second ?? '')).statusCode).toBe(410);
    } finally {
      await fresh.close();
    }
  });
});

describe('signing in', () => {
  test('complains of no field before anything is typed, and of the address alone where both could be wrong', async () => {
    const marks = (html: string) =>
      [...html.matchAll(/<input class="t" id="(\w+)"[^>]*aria-invalid/g)].map(([, id]) => id);
    const opened = await server.get('/staff/sign-in?lang=en');
    const refused = await post('/staff/sign-in?lang=en', { email: 'nobody@example.org', password: 'wrong' });
    expect([marks(opened.body), marks(refused.body)]).toEqual([[], ['email']]);
    expect(opened.body + refused.body).not.toContain('[object');
  });

  test('takes the password and a code, each code once, and goes on to the page that was asked for', async () => {
    const { email, secret } = await enrolled();
    const next = '/staff/users?lang=en';
    const first = await post('/staff/sign-in', { email: email.toUpperCase(), password: PASSWORD, next });
    expect(first.statusCode).toBe(303);
    const halfway = cookieOf(first);
    const form = { code: codeOf(secret), next };
    const opened = await post('/staff/code', form, halfway);
    expect([opened.statusCode, opened.headers.location]).toEqual([303, next]);
    const again = cookieOf(await post('/staff/sign-in', { email, password: PASSWORD }));
    expect((await post('/staff/code', form, again)).statusCode).toBe(422);
    expect((await post('/staff/code', { code: '000000' }, again)).statusCode).toBe(422);
  });

  test('a recovery code opens once', async () => {
    const { email, codes } = await enrolled();
    const [code = ''] = codes;
    const halfway = cookieOf(await post('/staff/sign-in', { email, password: PASSWORD }));
    const opened = await post('/staff/code', { code: code.toLowerCase().replace('-', ' ') }, halfway);
    expect(opened.statusCode).toBe(303);
    const again = cookieOf(await post('/staff/sign-in', { email, password: PASSWORD }));
    expect((await post('/staff/code', { code }, again)).statusCode).toBe(422);
    const account = await server.get('/staff/account?lang=en', { cookie: cookieOf(opened) });
    expect(textOf(account.body)).toContain('9 recovery codes are left');
  });

  test('an address without an account is answered like a wrong password', async () => {
    const { email } = await enrolled();
    const answers = [];
    for (const typed of [email, 'nobody@example.org']) {
      const answer = await post('/staff/sign-in?lang=en', { email: typed, password: 'wrong wrong wrong' });
      answers.push([answer.statusCode, answer.body.replaceAll(typed, '')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(422);
  });

  test('ten wrong attempts close the way to an account for a while, for the right password as well', async () => {
    const { email } = await enrolled();
    for (let count = 0; count < 10; count += 1) await post('/staff/sign-in', { email, password: 'wrong wrong wrong' });
    const answer = await post('/staff/sign-in?lang=en', { email, password: PASSWORD });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '900']);
    expect(textOf(answer.body)).toContain('Try again in 15 minutes');
    minutesLater(15);
    expect((await post('/staff/sign-in', { email, password: PASSWORD })).statusCode).toBe(303);
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/a b'])(
    'goes on to no address of elsewhere: %s',
    async (next) => {
      const { email, secret } = await enrolled();
      const halfway = cookieOf(await post('/staff/sign-in', { email, password: PASSWORD, next }));
      const opened = await post('/staff/code', { code: codeOf(secret), next }, halfway);
      expect(opened.headers.location).toBe('/staff?lang=fi');
    },
  );

  test('is refused where the form comes from elsewhere', async () => {
    const { email } = await enrolled();
    const form = { email, password: PASSWORD };
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'http://evil.example' }])
      expect((await server.post('/staff/sign-in', form, headers)).statusCode).toBe(403);
  });
});

describe('a session', () => {
  const isOpen = async (cookie: string) => (await server.get('/staff', { cookie })).statusCode === 200;

  test('ends after half an hour without a page, and goes on where pages are opened', async () => {
    let { cookie } = await aStaffMember(server);
    for (let count = 0; count < 4; count += 1) {
      minutesLater(29);
      const page = await server.get('/staff', { cookie });
      expect(page.statusCode).toBe(200);
      cookie = cookieOf(page);
    }
    minutesLater(31);
    expect(await isOpen(cookie)).toBe(false);
  });

  test('ends after twelve hours in any case', async () => {
    let { cookie } = await aStaffMember(server);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      minutesLater(20);
      cookie = cookieOf(await server.get('/staff', { cookie }));
    }
    expect(await isOpen(cookie)).toBe(true);
    minutesLater(20);
    expect(await isOpen(cookie)).toBe(false);
  });

  test('a cookie that was changed opens nothing: its time of use is signed', async () => {
    const { cookie } = await aStaffMember(server);
    const [token, seen, signed] = cookie.split('.');
    minutesLater(31);
    const now = Math.floor(server.clock.now.getTime() / 1000).toString(36);
    for (const forged of [`${token}.${now}.${signed}`, `${token}.${seen}`, `${token}`, 'uras=', 'uras=..'])
      expect(await isOpen(forged)).toBe(false);
  });

  test('signing out ends it; everywhere, all of them', async () => {
    const member = await aStaffMember(server);
    const [other, third] = [await aBrowser(server, member.id), await aBrowser(server, member.id)];
    expect(textOf((await member.get('/staff/account?lang=en')).body)).toContain('Firefox, Linux');
    await member.post('/staff/sessions/end', { session: other.sessionId });
    expect([await isOpen(member.cookie), await isOpen(other.cookie), await isOpen(third.cookie)]).toEqual([
      true,
      false,
      true,
    ]);
    await member.post('/staff/sessions/end', { session: 'all' });
    expect([await isOpen(member.cookie), await isOpen(third.cookie)]).toEqual([false, false]);
    const again = await aBrowser(server, member.id);
    await again.post('/staff/sign-out');
    expect(await isOpen(again.cookie)).toBe(false);
  });

  test('ends nobody else’s session', async () => {
    const [one, other] = [await aStaffMember(server), await aStaffMember(server)];
    await one.post('/staff/sessions/end', { session: other.sessionId });
    expect(await isOpen(other.cookie)).toBe(true);
  });

  test('opening pages writes nothing, and no cookie holds what the database holds', async () => {
    const { cookie } = await aStaffMember(server, { role: 'administrator' });
    minutesLater(10);
    const before = await storedRows(server.deps.ownerDb);
    for (const path of ['/staff', '/staff/users', '/staff/log', '/staff/sign-in', '/staff/continue?kept=x'])
      await server.get(path, { cookie });
    const after = await storedRows(server.deps.ownerDb);
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain(cookie.split('=')[1]?.split('.')[0] ?? 'none');
  });

  test('the cookie is out of reach of scripts and other sites; over https it is the host’s alone', async () => {
    const { email } = await enrolled();
    const header = String((await post('/staff/sign-in', { email, password: PASSWORD })).headers['set-cookie']);
    expect(header).toMatch(/^uras=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});
