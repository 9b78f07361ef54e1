import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { disablePerson, enablePerson, resetPerson } from '../../../server/accounts/give-role.ts';
import { acceptInvitation } from '../../../server/accounts/invitations.ts';
import { deleteOldRows } from '../../../server/accounts/store.ts';
import { startSession } from '../../../server/accounts/sessions.ts';
import { textOf } from '../../support/page-text.ts';
import { softwareAuthenticator, type Asked, type Faults } from '../../support/software-authenticator.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

type Device = ReturnType<typeof softwareAuthenticator>;
const OURS = { 'sec-fetch-site': 'same-origin' };
const START = new Date('2026-11-12T10:00:00Z');
let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
// Each test in a network of its own: failed attempts are counted by network.
let network = 0;
beforeEach(() => {
  server.clock.now = START;
  network += 1;
});
afterAll(() => server.close());

const secondsLater = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};
type Answer = Awaited<ReturnType<TestApp['get']>>;
const cookiesOf = ({ headers }: Answer) =>
  [headers['set-cookie']].flat().map((line) => String(line ?? '').split(';')[0] ?? '');
const challengeOf = (answer: Answer) => cookiesOf(answer).find((pair) => pair.startsWith('uras-passkey=')) ?? '';
const sessionOf = (answer: Answer) => cookiesOf(answer).find((pair) => pair.startsWith('uras=')) ?? '';

async function asked(path: string, cookie = '') {
  const answer = await server.get(path, cookie === '' ? {} : { cookie });
  expect(answer.statusCode).toBe(200);
  return { options: answer.json<Asked>(), cookie: challengeOf(answer) };
}

const form = ({ token }: StaffMember, credential: string, name = '') => ({ form_token: token, credential, name });
const postAdd = (member: StaffMember, fields: Record<string, string>, challenge: string) =>
  server.post('/staff/passkeys?lang=en', fields, {
    ...OURS,
    cookie: `${member.cookie}; ${challenge}`,
    'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
  });

async function add(member: StaffMember, device: Device, { name = '', ...faults }: Faults & { name?: string } = {}) {
  const { options, cookie } = await asked('/staff/passkeys/options', member.cookie);
  return postAdd(member, form(member, device.make(options, faults), name), cookie);
}

const postSignIn = (credential: string, cookie: string, more: Record<string, string> = {}) =>
  server.post(
    '/staff/passkey',
    { lang: 'en', credential, ...more },
    { ...OURS, cookie, 'x-forwarded-for': `203.0.${network}.1` },
  );

async function signIn(device: Device, faults: Faults = {}, more: Record<string, string> = {}) {
  const { options, cookie } = await asked('/staff/passkey/options');
  return postSignIn(device.sign(options, faults), cookie, more);
}

/** Somebody with a passkey, and the device that it is on. */
async function withPasskey(faults: Faults = {}) {
  const member = await aStaffMember(server, { role: 'administrator' });
  const device = softwareAuthenticator();
  const added = await add(member, device, { name: 'Työläppäri', ...faults });
  expect([added.statusCode, added.headers.location]).toEqual([303, '/staff/account?lang=en&done=passkeyAdded']);
  return { member, device };
}

const eventsOf = async (personId: string) => {
  const rows = await server.deps.ownerDb
    .selectFrom('survey.audit_event')
    .select(['kind', 'detail'])
    .where('kind', 'like', 'staff_%')
    .orderBy('id')
    .execute();
  return rows.filter(({ detail }) => detail['person'] === personId).map(({ kind, detail }) => ({ kind, detail }));
};
const passkeysOf = ({ id }: StaffMember) =>
  server.deps.ownerDb.selectFrom('staff.passkey').selectAll().where('person_id', '=', id).execute();

function expectRefused(answer: Answer, words = 'The passkey was not accepted'): void {
  expect([answer.statusCode, sessionOf(answer)]).toEqual([422, '']);
  expect(textOf(answer.body)).toContain(words);
}

describe('a passkey', () => {
  test('is added on one’s own account and signs in alone, to the page that was asked for', async () => {
    const { member, device } = await withPasskey();
    const account = textOf((await member.get('/staff/account?lang=en&done=passkeyAdded')).body);
    expect(account).toContain('From now on you can sign in with it');
    expect(account).toContain('Työläppäri, added on 12/11/2026');
    const opened = await signIn(device, {}, { next: '/staff/users?lang=en' });
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

  test('is in the log without what identifies the device, and its row holds a day and no time', async () => {
    const { member, device } = await withPasskey();
    await signIn(device);
    await member.post('/staff/passkeys/remove', { passkey: device.id });
    const events = await eventsOf(member.id);
    expect(events.map(({ kind }) => kind)).toEqual(['staff_passkey_added', 'staff_signed_in', 'staff_passkey_removed']);
    expect(events[1]?.detail).toEqual({ person: member.id, way: 'passkey' });
    const told = JSON.stringify(events);
    for (const secret of [device.id, Buffer.from(device.id, 'base64url').toString('hex'), 'Työläppäri'])
      expect(told).not.toContain(secret);
  });

  test('has the name of the browser where its person gave none, and no line breaks', async () => {
    const member = await aStaffMember(server);
    await add(member, softwareAuthenticator());
    await add(member, softwareAuthenticator(), { name: ' my \n\u0007 key ' });
    expect((await passkeysOf(member)).map(({ name }) => name).sort()).toEqual(['Firefox, Linux', 'my key']);
  });

  test('also opens the page of one’s account for further passkeys', async () => {
    const { member, device } = await withPasskey();
    const cookie = sessionOf(await signIn(device));
    const page = await server.get('/staff/account?lang=en', { cookie });
    const token = /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await add({ ...member, cookie, token }, softwareAuthenticator())).statusCode).toBe(303);
    expect(await passkeysOf(member)).toHaveLength(2);
  });

  test('what the device is asked for: this service, its person recognised, and none that it has already', async () => {
    const { member, device } = await withPasskey();
    const { options } = await asked('/staff/passkeys/options', member.cookie);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: member.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ type: 'public-key', id: device.id, transports: ['internal'] }],
    });
    const known = await asked('/staff/passkey/options');
    expect(known.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(known.options).not.toHaveProperty('allowCredentials');
    expect(known.options.challenge).not.toBe(options.challenge);
  });

  test('asking for it writes nothing, and the cookie of a challenge does not hold it in the clear', async () => {
    const member = await aStaffMember(server);
    const before = await storedRows(server.deps.ownerDb);
    const { options, cookie } = await asked('/staff/passkey/options');
    await asked('/staff/passkeys/options', member.cookie);
    expect(await storedRows(server.deps.ownerDb)).toEqual(before);
    expect(Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toContain(options.challenge);
    const header = String((await server.get('/staff/passkey/options')).headers['set-cookie']);
    expect(header).toMatch(/^uras-passkey=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

const WRONG: readonly (readonly [string, Faults])[] = [
  ['another origin', { origin: 'http://localhost:3001' }],
  ['https where there is none', { origin: 'https://localhost:3000' }],
  ['another service', { rpId: 'elsewhere.example.org' }],
  ['another challenge', { challenge: 'A'.repeat(43) }],
  ['a person who was not recognised', { unverified: true }],
];

describe('is refused', () => {
  test.each(WRONG)('when signing in: %s', async (_name, faults) => {
    const { member, device } = await withPasskey();
    expectRefused(await signIn(device, faults));
    expect(await eventsOf(member.id)).toContainEqual({
      kind: 'staff_sign_in_failed',
      detail: { person: member.id, at: 'passkey' },
    });
    expect((await signIn(device)).statusCode).toBe(303);
  });

  test.each([...WRONG, ['a certificate of its make', { certificate: true } as Faults] as const])(
    'when it is added: %s',
    async (_name, faults) => {
      const member = await aStaffMember(server);
      const answer = await add(member, softwareAuthenticator(), { name: 'my own word', ...faults });
      expect(answer.statusCode).toBe(422);
      expect(textOf(answer.body)).toContain('The passkey could not be added');
      expect(answer.body).toContain('value="my own word"');
      expect(await passkeysOf(member)).toEqual([]);
    },
  );

  test('a signature of another device, and a device that names another person', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { options, cookie } = await asked('/staff/passkey/options');
    const mine = JSON.parse(one.device.sign(options)) as { response: { signature: string } };
    const theirs = JSON.parse(other.device.sign(options)) as { response: { signature: string } };
    mine.response.signature = theirs.response.signature;
    expectRefused(await postSignIn(JSON.stringify(mine), cookie));
    expectRefused(await signIn(one.device, { userHandle: Buffer.alloc(16, 7).toString('base64url') }));
  });

  test('a request that is sent again with its cookie, also after the person has signed in anew', async () => {
    const { device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkey/options');
    const posted = device.sign(options);
    expect((await postSignIn(posted, cookie)).statusCode).toBe(303);
    expectRefused(await postSignIn(posted, cookie));
    expect((await signIn(device)).statusCode).toBe(303);
    // The rows of used challenges are swept when somebody signs in, but not while a cookie of theirs lives.
    await deleteOldRows(server.deps.ownerDb, new Date(START.getTime() - 24 * 3600_000), START);
    expectRefused(await postSignIn(posted, cookie));
  });

  test('of two requests with one challenge at the same time one opens', async () => {
    const { device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkey/options');
    const posted = device.sign(options);
    const answers = await Promise.all([1, 2, 3].map(() => postSignIn(posted, cookie)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422, 422]);
  });

  test('adding the same again, by the same request or on another account', async () => {
    const { member, device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkeys/options', member.cookie);
    const fields = form(member, softwareAuthenticator().make(options));
    expect((await postAdd(member, fields, cookie)).statusCode).toBe(303);
    expect(textOf((await postAdd(member, fields, cookie)).body)).toContain('could not be added');
    const other = await aStaffMember(server);
    expect(textOf((await add(other, device)).body)).toContain('This passkey has been added already');
    expect([await passkeysOf(member), await passkeysOf(other)].map(({ length }) => length)).toEqual([2, 0]);
  });

  test('a challenge of another browser, person or purpose', async () => {
    const { member, device } = await withPasskey();
    const [mine, theirs] = [await asked('/staff/passkey/options'), await asked('/staff/passkey/options')];
    expectRefused(await postSignIn(device.sign(mine.options), theirs.cookie));
    const adding = await asked('/staff/passkeys/options', member.cookie);
    expectRefused(await postSignIn(device.sign(adding.options), adding.cookie), 'took too long');
    const other = await aStaffMember(server);
    const fields = form(other, softwareAuthenticator().make(adding.options));
    expect(textOf((await postAdd(other, fields, adding.cookie)).body)).toContain('took too long');
    expect(await passkeysOf(other)).toEqual([]);
  });

  test('after five minutes, with words that say so', async () => {
    const { member, device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkey/options');
    const adding = await asked('/staff/passkeys/options', member.cookie);
    secondsLater(301);
    expectRefused(await postSignIn(device.sign(options), cookie), 'took too long');
    const fields = form(member, softwareAuthenticator().make(adding.options));
    expect(textOf((await postAdd(member, fields, adding.cookie)).body)).toContain('took too long');
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['no response', '{"id":"AA","rawId":"AA","type":"public-key"}'],
    ['bytes that are none', JSON.stringify({ id: 'ä', rawId: 'ä', type: 'public-key', response: {} })],
    ['too much', JSON.stringify({ id: 'A'.repeat(30_000) })],
    [
      'rubbish in every field',
      JSON.stringify({
        ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
        response: {
          ...{ clientDataJSON: 'AAAA', attestationObject: 'AAAA', authenticatorData: 'AAAA' },
          ...{ signature: 'AAAA', userHandle: 'AAAA', transports: 'usb' },
        },
      }),
    ],
  ])('what is broken, on a page and in plain words: %s', async (_name, credential) => {
    const { member } = await withPasskey();
    const known = await asked('/staff/passkey/options');
    expectRefused(await postSignIn(credential, known.cookie));
    expectRefused(await postSignIn(credential, 'uras-passkey=forged'), 'took too long');
    const adding = await asked('/staff/passkeys/options', member.cookie);
    const answer = await postAdd(member, form(member, credential), adding.cookie);
    expect([answer.statusCode, textOf(answer.body).includes('could not be added')]).toEqual([422, true]);
  });

  test('each broken byte of a signed response', async () => {
    const { device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkey/options');
    const whole = JSON.parse(device.sign(options)) as { response: Record<string, string> };
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature']) {
      const bytes = Buffer.from(whole.response[field] ?? '', 'base64url');
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const broken = Buffer.from(bytes);
        broken.writeUInt8(broken.readUInt8(at) ^ 0x10, at);
        const response = { ...whole.response, [field]: broken.toString('base64url') };
        const { statusCode } = await postSignIn(JSON.stringify({ ...whole, response }), cookie);
        expect([field, at, statusCode]).toEqual([field, at, 422]);
      }
    }
  });

  test('a counter that goes back, which the log names; one that goes on opens', async () => {
    const { member, device } = await withPasskey({ counter: 4 });
    expect((await signIn(device, { counter: 5 })).statusCode).toBe(303);
    for (const counter of [5, 4, 0]) expectRefused(await signIn(device, { counter }));
    expect((await eventsOf(member.id)).filter(({ kind }) => kind === 'staff_passkey_went_back')).toHaveLength(3);
    expect((await signIn(device, { counter: 4_294_967_295 })).statusCode).toBe(303);
    const { ownerDb } = server.deps;
    const auditor = await aStaffMember(server, { role: 'auditor' });
    expect(
      await ownerDb.selectFrom('staff.passkey').select('counter').where('person_id', '=', member.id).execute(),
    ).toEqual([{ counter: '4294967295' }]);
    const log = textOf((await auditor.get('/staff/log?lang=en&group=signIns')).body);
    expect(log).toContain('a passkey counted back, and may have been copied');
  });
});

describe('what takes a passkey away', () => {
  test('its person, and nobody else; password and second factor stay', async () => {
    const { member, device } = await withPasskey();
    const other = await aStaffMember(server, { role: 'administrator' });
    await other.post('/staff/passkeys/remove', { passkey: device.id });
    expect((await signIn(device)).statusCode).toBe(303);
    const removed = await member.post('/staff/passkeys/remove?lang=en', { passkey: device.id });
    expect(removed.headers.location).toBe('/staff/account?lang=en&done=passkeyRemoved');
    expect(textOf((await member.get(String(removed.headers.location))).body)).toContain('You have no passkeys');
    expectRefused(await signIn(device));
    const again = await member.post('/staff/passkeys/remove?lang=en', { passkey: device.id });
    expect(again.headers.location).toBe('/staff/account?lang=en');
    expect((await member.post('/staff/passkeys/remove', { passkey: '' })).statusCode).toBe(303);
  });

  test('a closed account keeps it out, and an account that is opened again lets it in', async () => {
    await aStaffMember(server, { role: 'administrator' });
    const { member, device } = await withPasskey();
    await disablePerson(server.deps, { personId: member.id, by: null });
    expectRefused(await signIn(device));
    await enablePerson(server.deps, { personId: member.id, by: null });
    expect((await signIn(device)).statusCode).toBe(303);
  });

  test('a reset, at once, and those added before its link is used', async () => {
    const { member, device } = await withPasskey();
    const path = (await resetPerson(server.deps, { personId: member.id, by: null })) ?? '';
    expectRefused(await signIn(device));
    const { cookie } = await startSession(server.deps, {
      ...{ personId: member.id, stage: 'open', way: 'password', userAgent: '' },
    });
    const session = cookie.split(';')[0] ?? '';
    const page = await server.get('/staff/account', { cookie: session });
    const token = /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const later = softwareAuthenticator();
    expect((await add({ ...member, cookie: session, token }, later)).statusCode).toBe(303);
    const typed = { name: '', email: '', password: 'kevyt harmaa lokki' };
    expect((await acceptInvitation(server.deps, path.split('/').at(-1) ?? '', typed)).kind).toBe('accepted');
    expectRefused(await signIn(later));
  });
});

describe('who may add one', () => {
  test('not somebody who came through an organisation: neither offered nor taken', async () => {
    const member = await aStaffMember(server);
    const started = await startSession(server.deps, {
      ...{ personId: member.id, stage: 'open', way: 'provider', userAgent: '' },
    });
    const cookie = started.cookie.split(';')[0] ?? '';
    const page = await server.get('/staff/account?lang=en', { cookie });
    expect(textOf(page.body)).not.toContain('passkey');
    const token = /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const answer = await add({ ...member, cookie, token }, softwareAuthenticator());
    expect([answer.statusCode, textOf(answer.body).includes('through your organisation')]).toEqual([422, true]);
    expect(await passkeysOf(member)).toEqual([]);
  });

  test('nobody from elsewhere: a form without the token of the session is shown again without what the device said', async () => {
    const member = await aStaffMember(server);
    const { options, cookie } = await asked('/staff/passkeys/options', member.cookie);
    const credential = softwareAuthenticator().make(options);
    const answer = await postAdd(member, { credential, name: 'my own word' }, cookie);
    expect(answer.statusCode).toBe(403);
    expect(textOf(answer.body)).toContain('my own word');
    expect(textOf(answer.body)).not.toContain('attestationObject');
    const elsewhere = { cookie, 'sec-fetch-site': 'cross-site' };
    expect((await server.post('/staff/passkey', { credential }, elsewhere)).statusCode).toBe(403);
    expect(await passkeysOf(member)).toEqual([]);
  });

  test('a form that comes after the session has ended is kept, and can be sent after signing in', async () => {
    const { member, device } = await withPasskey();
    const { options, cookie } = await asked('/staff/passkeys/options', member.cookie);
    const more = softwareAuthenticator();
    const fields = form(member, more.make(options), 'my own word');
    await member.post('/staff/sign-out');
    const kept = await postAdd(member, fields, cookie);
    const address = String(kept.headers.location);
    expect([kept.statusCode, address.startsWith('/staff/sign-in?')]).toEqual([303, true]);
    const id = new URLSearchParams(address.split('?')[1]).get('kept') ?? '';
    const opened = await signIn(device, {}, { kept: id });
    const session = sessionOf(opened);
    const page = await server.get(String(opened.headers.location), { cookie: session });
    expect(textOf(page.body)).toContain('my own word');
    expect(textOf(page.body)).not.toContain('attestationObject');
    const token = /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const { token: _old, ...rest } = member;
    const sent = await postAdd({ ...rest, cookie: session, token }, { ...fields, form_token: token }, cookie);
    expect(sent.headers.location).toBe('/staff/account?lang=en&done=passkeyAdded');
    expect((await signIn(more)).statusCode).toBe(303);
  });

  test('ten and no more', async () => {
    const member = await aStaffMember(server);
    for (let count = 0; count < 10; count += 1)
      expect((await add(member, softwareAuthenticator())).statusCode).toBe(303);
    expect(textOf((await add(member, softwareAuthenticator())).body)).toContain('You have ten passkeys');
    expect(await passkeysOf(member)).toHaveLength(10);
  });
});

test('failed passkeys of a network close its way in for a while, as wrong passwords do', async () => {
  const { device } = await withPasskey();
  const away = { ...OURS, 'x-forwarded-for': '198.51.100.7' };
  for (let count = 0; count < 60; count += 1)
    expect((await server.post('/staff/passkey', { lang: 'en', credential: '{}' }, away)).statusCode).toBe(422);
  const { options, cookie } = await asked('/staff/passkey/options');
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
