import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deleteOldRows } from '../../../server/accounts/store.ts';
import { textOf } from '../../support/page-text.ts';
import { expectRefused, formOf, openPasskeyDesk, type PasskeyDesk } from '../../support/passkey-desk.ts';
import { softwareAuthenticator, type Faults } from '../../support/software-authenticator.ts';
import { aStaffMember } from '../../support/staff.ts';
import type { TestApp } from '../../support/test-app.ts';

let desk: PasskeyDesk;
let server: TestApp;
beforeAll(async () => {
  desk = await openPasskeyDesk();
  server = desk.server;
});
beforeEach(() => desk.begin());
afterAll(() => server.close());

const WRONG: readonly (readonly [string, Faults])[] = [
  ['another origin', { origin: 'http://localhost:3001' }],
  ['https where there is none', { origin: 'https://localhost:3000' }],
  ['another service', { rpId: 'elsewhere.example.org' }],
  ['another challenge', { challenge: 'A'.repeat(43) }],
  ['a person who was not recognised', { unverified: true }],
];

describe('a passkey is refused', () => {
  test.each(WRONG)('when signing in: %s', async (_name, faults) => {
    const { member, device } = await desk.withPasskey();
    expectRefused(await desk.signIn(device, faults));
    expect(await desk.eventsOf(member.id)).toContainEqual({
      kind: 'staff_sign_in_failed',
      detail: { person: member.id, at: 'passkey' },
    });
    expect((await desk.signIn(device)).statusCode).toBe(303);
  });

  test.each([...WRONG, ['a certificate of its make', { certificate: true } as Faults] as const])(
    'when it is added: %s',
    async (_name, faults) => {
      const member = await aStaffMember(server);
      const answer = await desk.add(member, softwareAuthenticator(), { name: 'my own word', ...faults });
      expect(answer.statusCode).toBe(422);
      expect(textOf(answer.body)).toContain('The passkey could not be added');
      expect(answer.body).toContain('value="my own word"');
      expect(await desk.passkeysOf(member)).toEqual([]);
    },
  );

  test('a signature of another device, and a device that names another person', async () => {
    const [one, other] = [await desk.withPasskey(), await desk.withPasskey()];
    const { options, cookie } = await desk.askedToSignIn();
    const mine = JSON.parse(one.device.sign(options)) as { response: { signature: string } };
    const theirs = JSON.parse(other.device.sign(options)) as { response: { signature: string } };
    mine.response.signature = theirs.response.signature;
    expectRefused(await desk.postSignIn(JSON.stringify(mine), cookie));
    expectRefused(await desk.signIn(one.device, { userHandle: Buffer.alloc(16, 7).toString('base64url') }));
  });

  test('a request that is sent again with its cookie, also after the person has signed in anew', async () => {
    const { device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToSignIn();
    const posted = device.sign(options);
    expect((await desk.postSignIn(posted, cookie)).statusCode).toBe(303);
    expectRefused(await desk.postSignIn(posted, cookie));
    expect((await desk.signIn(device)).statusCode).toBe(303);
    // The rows of used challenges are swept when somebody signs in, but not while a cookie of theirs lives.
    await deleteOldRows(server.deps.ownerDb, new Date(server.clock.now.getTime() - 24 * 3600_000), server.clock.now);
    expectRefused(await desk.postSignIn(posted, cookie));
  });

  test('of two requests with one challenge at the same time one opens', async () => {
    const { device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToSignIn();
    const posted = device.sign(options);
    const answers = await Promise.all([1, 2, 3].map(() => desk.postSignIn(posted, cookie)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422, 422]);
  });

  test('adding the same again, by the same request or on another account', async () => {
    const { member, device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToAdd(member);
    const fields = formOf(member, softwareAuthenticator().make(options));
    expect((await desk.postAdd(member, fields, cookie)).statusCode).toBe(303);
    expect(textOf((await desk.postAdd(member, fields, cookie)).body)).toContain('could not be added');
    const other = await aStaffMember(server);
    expect(textOf((await desk.add(other, device)).body)).toContain('This passkey has been added already');
    expect([await desk.passkeysOf(member), await desk.passkeysOf(other)].map(({ length }) => length)).toEqual([2, 0]);
  });

  test('a challenge of another browser, person or purpose', async () => {
    const { member, device } = await desk.withPasskey();
    const [mine, theirs] = [await desk.askedToSignIn(), await desk.askedToSignIn()];
    expectRefused(await desk.postSignIn(device.sign(mine.options), theirs.cookie));
    const adding = await desk.askedToAdd(member);
    expectRefused(await desk.postSignIn(device.sign(adding.options), adding.cookie), 'took too long');
    const other = await aStaffMember(server);
    const fields = formOf(other, softwareAuthenticator().make(adding.options));
    expect(textOf((await desk.postAdd(other, fields, adding.cookie)).body)).toContain('took too long');
    expect(await desk.passkeysOf(other)).toEqual([]);
  });

  test('after five minutes, with words that say so', async () => {
    const { member, device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToSignIn();
    const adding = await desk.askedToAdd(member);
    desk.secondsLater(301);
    expectRefused(await desk.postSignIn(device.sign(options), cookie), 'took too long');
    const fields = formOf(member, softwareAuthenticator().make(adding.options));
    expect(textOf((await desk.postAdd(member, fields, adding.cookie)).body)).toContain('took too long');
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
    const { member } = await desk.withPasskey();
    const known = await desk.askedToSignIn();
    expectRefused(await desk.postSignIn(credential, known.cookie));
    expectRefused(await desk.postSignIn(credential, 'uras-passkey=forged'), 'took too long');
    const adding = await desk.askedToAdd(member);
    const answer = await desk.postAdd(member, formOf(member, credential), adding.cookie);
    expect([answer.statusCode, textOf(answer.body).includes('could not be added')]).toEqual([422, true]);
  });

  test('each broken byte of a signed response', async () => {
    const { device } = await desk.withPasskey();
    const { options, cookie } = await desk.askedToSignIn();
    const whole = JSON.parse(device.sign(options)) as { response: Record<string, string> };
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature']) {
      const bytes = Buffer.from(whole.response[field] ?? '', 'base64url');
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const broken = Buffer.from(bytes);
        broken.writeUInt8(broken.readUInt8(at) ^ 0x10, at);
        const response = { ...whole.response, [field]: broken.toString('base64url') };
        const { statusCode } = await desk.postSignIn(JSON.stringify({ ...whole, response }), cookie);
        expect([field, at, statusCode]).toEqual([field, at, 422]);
      }
    }
  });

  test('a counter that goes back, which the log names; one that goes on opens', async () => {
    const { member, device } = await desk.withPasskey({ counter: 4 });
    expect((await desk.signIn(device, { counter: 5 })).statusCode).toBe(303);
    for (const counter of [5, 4, 0]) expectRefused(await desk.signIn(device, { counter }));
    expect((await desk.eventsOf(member.id)).filter(({ kind }) => kind === 'staff_passkey_went_back')).toHaveLength(3);
    expect((await desk.signIn(device, { counter: 4_294_967_295 })).statusCode).toBe(303);
    const { ownerDb } = server.deps;
    const auditor = await aStaffMember(server, { role: 'auditor' });
    expect(
      await ownerDb.selectFrom('staff.passkey').select('counter').where('person_id', '=', member.id).execute(),
    ).toEqual([{ counter: '4294967295' }]);
    const log = textOf((await auditor.get('/staff/log?lang=en&group=signIns')).body);
    expect(log).toContain('a passkey counted back, and may have been copied');
  });
});
