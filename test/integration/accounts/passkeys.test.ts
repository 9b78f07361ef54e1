import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { disablePerson, enablePerson, resetPerson } from '../../../server/accounts/give-role.ts';
import { acceptInvitation } from '../../../server/accounts/invitations.ts';
import { textOf } from '../../support/page-text.ts';
import {
  expectRefused,
  formOf,
  openPasskeyDesk,
  sessionOf,
  tokenOf,
  type PasskeyDesk,
} from '../../support/passkey-desk.ts';
import { softwareAuthenticator } from '../../support/software-authenticator.ts';
import { aStaffMember } from '../../support/staff.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
let desk: PasskeyDesk;
let server: TestApp;
beforeAll(async () => {
  desk = await openPasskeyDesk();
  server = desk.server;
});
beforeEach(() => desk.begin());
afterAll(() => server.close());

describe('a passkey', () => {
  test('is added on one’s own account and signs in alone, to the page that was asked for', async () => {
    const { member, device } = await desk.withPasskey();
    const account = textOf((await member.get('/staff/account?lang=en&done=passkeyAdded')).body);
    expect(account).toContain('From now on you can sign in with it');
    expect(account).toContain('Työläppäri, added on 12/11/2026');
    const opened = await desk.signIn(device, {}, { next: '/staff/users?lang=en' });
    expect([opened.statusCode, opened.headers.location]).toEqual([303, '/staff/users?lang=en']);
    expect((await server.get('/staff/users', { cookie: sessionOf(opened) })).statusCode).toBe(200);
    const row = await server.deps.ownerDb
      .selectFrom('staff.session')
      .select(['way', 'stage'])
      .where('person_id', '=', member.id)
      .where('way', '=', 'passkey')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ way: 'passkey', stage: 'open' });
  });

  test('is in the log without what identifies the device', async () => {
    const { member, device } = await desk.withPasskey();
    await desk.signIn(device);
    await member.post('/staff/passkeys/remove', { passkey: device.id });
    const events = await desk.eventsOf(member.id);
    expect(events.map(({ kind }) => kind)).toEqual(['staff_passkey_added', 'staff_signed_in', 'staff_passkey_removed']);
    expect(events[1]?.detail).toEqual({ person: member.id, way: 'passkey' });
    const told = JSON.stringify(events);
    for (const secret of [device.id, Buffer.from(device.id, 'base64url').toString('hex'), 'Työläppäri'])
      expect(told).not.toContain(secret);
  });

  test('has the name of the browser where its person gave none, and no line breaks', async () => {
    const member = await aStaffMember(server);
    await desk.add(member, softwareAuthenticator());
    await desk.add(member, softwareAuthenticator(), { name: ' my \n\u0007 key ' });
    expect((await desk.passkeysOf(member)).map(({ name }) => name).sort()).toEqual(['Firefox, Linux', 'my key']);
  });

  test('also opens the page of one’s account for further passkeys', async () => {
    const { member, device } = await desk.withPasskey();
    const cookie = sessionOf(await desk.signIn(device));
    const page = await server.get('/staff/account?lang=en', { cookie });
    const holder = { id: member.id, cookie, token: tokenOf(page) };
    expect((await desk.add(holder, softwareAuthenticator())).statusCode).toBe(303);
    expect(await desk.passkeysOf(member)).toHaveLength(2);
  });

  test('what the device is asked for: this service, its person recognised, and none that it has already', async () => {
    const { member, device } = await desk.withPasskey();
    const { options } = await desk.askedToAdd(member);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: member.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ type: 'public-key', id: device.id, transports: ['internal'] }],
    });
    const known = await desk.askedToSignIn();
    expect(known.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(known.options).not.toHaveProperty('allowCredentials');
    expect(known.options.challenge).not.toBe(options.challenge);
  });

  test('asking for it writes nothing, and the cookie of a challenge does not hold it in the clear', async () => {
    const member = await aStaffMember(server);
    const before = await storedRows(server.deps.ownerDb);
    const { options, cookie } = await desk.askedToSignIn();
    await desk.askedToAdd(member);
    expect(await storedRows(server.deps.ownerDb)).toEqual(before);
    expect(Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toContain(options.challenge);
    const header = String((await server.get('/staff/passkey/options')).headers['set-cookie']);
    expect(header).toMatch(/^uras-passkey=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

describe('what takes a passkey away', () => {
  test('its person, and nobody else; password and second factor stay', async () => {
    const { member, device } = await desk.withPasskey();
    const other = await aStaffMember(server, { role: 'administrator' });
    await other.post('/staff/passkeys/remove', { passkey: device.id });
    expect((await desk.signIn(device)).statusCode).toBe(303);
    const removed = await member.post('/staff/passkeys/remove?lang=en', { passkey: device.id });
    expect(removed.headers.location).toBe('/staff/account?lang=en&done=passkeyRemoved');
    expect(textOf((await member.get(String(removed.headers.location))).body)).toContain('You have no passkeys');
    expectRefused(await desk.signIn(device));
    const again = await member.post('/staff/passkeys/remove?lang=en', { passkey: device.id });
    expect(again.headers.location).toBe('/staff/account?lang=en');
    expect((await member.post('/staff/passkeys/remove', { passkey: '' })).statusCode).toBe(303);
  });

  test('a closed account keeps it out, and an account that is opened again lets it in', async () => {
    await aStaffMember(server, { role: 'administrator' });
    const { member, device } = await desk.withPasskey();
    await disablePerson(server.deps, { personId: member.id, by: null });
    expectRefused(await desk.signIn(device));
    await enablePerson(server.deps, { personId: member.id, by: null });
    expect((await desk.signIn(device)).statusCode).toBe(303);
  });

  test('a reset, at once, and those added before its link is used', async () => {
    const { member, device } = await desk.withPasskey();
    const path = (await resetPerson(server.deps, { personId: member.id, by: null })) ?? '';
    expectRefused(await desk.signIn(device));
    const later = softwareAuthenticator();
    expect((await desk.add(await desk.inSession(member, 'password'), later)).statusCode).toBe(303);
    const typed = { name: '', email: '', password: 'kevyt harmaa lokki' };
    expect((await acceptInvitation(server.deps, path.split('/').at(-1) ?? '', typed)).kind).toBe('accepted');
    expectRefused(await desk.signIn(later));
  });
});

describe('who may add one', () => {
  test('not somebody who came through an organisation: neither offered nor taken', async () => {
    const member = await aStaffMember(server);
    const through = await desk.inSession(member, 'provider');
    const page = await server.get('/staff/account?lang=en', { cookie: through.cookie });
    expect(textOf(page.body)).not.toContain('passkey');
    const answer = await desk.add(through, softwareAuthenticator());
    expect([answer.statusCode, textOf(answer.body).includes('through your organisation')]).toEqual([422, true]);
    expect(await desk.passkeysOf(member)).toEqual([]);
  });

  test('nobody from elsewhere: a form without the token of the session is shown again without what the device said', async () => {
    const member = await aStaffMember(server);
    const { options, cookie } = await desk.askedToAdd(member);
    const credential = softwareAuthenticator().make(options);
    const answer = await desk.postAdd(member, { credential, name: 'my own word' }, cookie);
    expect(answer.statusCode).toBe(403);
    expect(textOf(answer.body)).toContain('my own word');
    expect(textOf(answer.body)).not.toContain('attestationObject');
    const elsewhere = { cookie, 'sec-fetch-site': 'cross-site' };
    expect((await server.post('/staff/passkey', { credential }, elsewhere)).statusCode).toBe(403);
    expect(await desk.passkeysOf(member)).toEqual([]);
  });

  test('a form that comes after the session has ended is kept, and can be sent after signing in', async () => {
    const { member, device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToAdd(member);
    const more = softwareAuthenticator();
    const fields = formOf(member, more.make(options), 'my own word');
    await member.post('/staff/sign-out');
    const kept = await desk.postAdd(member, fields, cookie);
    const address = String(kept.headers.location);
    expect([kept.statusCode, address.startsWith('/staff/sign-in?')]).toEqual([303, true]);
    const id = new URLSearchParams(address.split('?')[1]).get('kept') ?? '';
    const opened = await desk.signIn(device, {}, { kept: id });
    const session = sessionOf(opened);
    const page = await server.get(String(opened.headers.location), { cookie: session });
    expect(textOf(page.body)).toContain('my own word');
    expect(textOf(page.body)).not.toContain('attestationObject');
    const holder = { id: member.id, cookie: session, token: tokenOf(page) };
    const sent = await desk.postAdd(holder, { ...fields, form_token: holder.token }, cookie);
    expect(sent.headers.location).toBe('/staff/account?lang=en&done=passkeyAdded');
    expect((await desk.signIn(more)).statusCode).toBe(303);
  });

  test('ten and no more', async () => {
    const member = await aStaffMember(server);
    for (let count = 0; count < 10; count += 1)
      expect((await desk.add(member, softwareAuthenticator())).statusCode).toBe(303);
    expect(textOf((await desk.add(member, softwareAuthenticator())).body)).toContain('You have ten passkeys');
    expect(await desk.passkeysOf(member)).toHaveLength(10);
  });
});

test('failed passkeys of a network close its way in for a while, as wrong passwords do', async () => {
  const { device } = await desk.withPasskey();
  const away = { ...OURS, 'x-forwarded-for': '198.51.100.7' };
  for (let count = 0; count < 60; count += 1)
    expect((await server.post('/staff/passkey', { lang: 'en', credential: '{}' }, away)).statusCode).toBe(422);
  const { options, cookie } = await desk.askedToSignIn();
  const posted = { lang: 'en', credential: device.sign(options) };
  const closed = await server.post('/staff/passkey', posted, { ...away, cookie });
  expect([closed.statusCode, closed.headers['retry-after']]).toEqual([429, '900']);
  expect(textOf(closed.body)).toContain('Too many failed attempts');
  const password = { email: 'nobody@example.org', password: 'wrong wrong wrong' };
  expect((await server.post('/staff/sign-in', password, away)).statusCode).toBe(429);
  expect((await server.post('/staff/passkey', posted, { ...OURS, cookie })).statusCode).toBe(303);
});

test('where the service has an IP address for a name there are no passkeys', async () => {
  const plain = await openTestApp({ URAS_BASE_URL: 'https://192.0.2.7' });
  try {
    const member = await aStaffMember(plain);
    for (const path of ['/staff/passkey/options', '/staff/passkeys/options'])
      expect((await plain.get(path, { cookie: member.cookie })).statusCode).toBe(404);
    const page = await plain.get('/staff/sign-in?lang=en');
    expect([page.statusCode, /passkey/i.test(page.body)]).toEqual([200, false]);
    const account = await plain.get('/staff/account?lang=en', {
      cookie: member.cookie.replace('uras=', '__Host-uras='),
    });
    expect(/passkey/i.test(account.body)).toBe(false);
  } finally {
    await plain.close();
  }
});
