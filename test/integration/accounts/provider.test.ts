import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApp } from '../../../server/app.ts';
import { startProvider, type LocalProvider } from '../../support/oidc-provider.ts';
import { textOf } from '../../support/page-text.ts';
import { aStaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const BASE = 'http://127.0.0.1:8099';
let provider: LocalProvider;
let people: LocalProvider['people'];
let server: TestApp;
let service: TestApp['app'];

beforeAll(async () => {
  provider = await startProvider(BASE);
  people = provider.people;
  server = await openTestApp({ URAS_BASE_URL: BASE, ...provider.settings });
  service = await buildApp({ ...server.deps, now: () => new Date() });
  await service.ready();
});
afterAll(async () => {
  await service?.close();
  await server?.close();
  provider?.close();
});

/** A browser that knows the provider's cookies: from its sign-in page back to the address of ours. */
async function throughProvider(address: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    form = null;
    const location = answer.headers.get('location');
    if (location !== null) {
      next = new URL(location, next).href;
      if (next.startsWith(BASE)) return next.slice(BASE.length);
      continue;
    }
    const html = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`no way on from ${next}: ${html.slice(0, 500)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? 'login';
    form = new URLSearchParams({ prompt, login: subject, password: 'any' });
    next = new URL(action, next).href;
  }
  throw new Error('the provider goes round in circles');
}

const pairOf = (header: string | string[] | undefined) => String([header].flat()[0] ?? '').split(';')[0] ?? '';

async function signInAs(subject: string, next = '') {
  const begun = await service.inject({ url: `/staff/provider?lang=en&next=${encodeURIComponent(next)}` });
  const back = await throughProvider(String(begun.headers.location), subject);
  const cookie = pairOf(begun.headers['set-cookie']);
  return { back, cookie, answer: await service.inject({ url: back, headers: { cookie } }) };
}

test('somebody whom the provider knows by a checked address comes to the page they asked for, and is known by subject ever after', async () => {
  const member = await aStaffMember(server, { role: 'administrator' });
  people.set('subject-1', { email: member.email.toUpperCase(), email_verified: true });
  const page = await service.inject({ url: '/staff/sign-in?lang=en' });
  expect(textOf(page.body)).toContain('Sign in with Esimerkkikirjautuminen');
  const { answer } = await signInAs('subject-1', '/staff/users');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/users']);
  const cookie = pairOf(answer.headers['set-cookie']);
  const account = await service.inject({ url: '/staff/account?lang=en', headers: { cookie } });
  expect(textOf(account.body)).toContain('You sign in through your organisation');
  people.set('subject-1', { email: 'moved@example.org', email_verified: true });
  expect((await signInAs('subject-1')).answer.statusCode).toBe(303);
  // The address of an account that is linked opens it to no other subject.
  people.set('subject-2', { email: member.email, email_verified: true });
  expect((await signInAs('subject-2')).answer.statusCode).toBe(403);
});

test('unknown people learn whom to ask, and an address that was not checked is none', async () => {
  const administrator = await aStaffMember(server, { role: 'administrator' });
  const member = await aStaffMember(server);
  people.set('stranger', { email: 'stranger@example.org', email_verified: true });
  people.set('unchecked', { email: member.email, email_verified: false });
  for (const subject of ['stranger', 'unchecked']) {
    const { answer } = await signInAs(subject);
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined]);
    expect(answer.body).toContain(administrator.email);
  }
});

test('an answer that was not asked for by this browser opens nothing', async () => {
  const member = await aStaffMember(server);
  people.set('subject-3', { email: member.email, email_verified: true });
  const { back, cookie, answer } = await signInAs('subject-3');
  expect(answer.statusCode).toBe(303);
  const other = pairOf((await service.inject({ url: '/staff/provider' })).headers['set-cookie']);
  for (const [url, its] of [
    [back, ''],
    [back, 'uras-provider=forged'],
    [back, other],
    [back, cookie], // the code was used
    [back.replace(/state=[^&]+/, 'state=other'), cookie],
  ] as const) {
    const refused = await service.inject({ url, headers: { cookie: its } });
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([403, undefined]);
  }
});
