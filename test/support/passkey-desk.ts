import { expect } from '@jest/globals';
import { startSession } from '../../server/accounts/sessions.ts';
import {
  softwareAuthenticator,
  type Asked,
  type Faults,
  type SoftwareAuthenticator,
} from './software-authenticator.ts';
import { textOf } from './page-text.ts';
import { aStaffMember, type StaffMember } from './staff.ts';
import { openTestApp, type TestApp } from './test-app.ts';

type Answer = Awaited<ReturnType<TestApp['get']>>;
type Fields = Readonly<Record<string, string>>;
type Holder = { id: string; cookie: string; token: string };
const OURS = { 'sec-fetch-site': 'same-origin' };
const START = new Date('2026-11-12T10:00:00Z');

/** What browsers and devices do with passkeys, at a service of its own. */
export type PasskeyDesk = Awaited<ReturnType<typeof openPasskeyDesk>>;

export async function openPasskeyDesk() {
  const server = await openTestApp();
  let network = 0;

  /** What the browser is told to ask the device, and the cookie that goes with it. */
  async function asked(path: string, cookie = '') {
    const answer = await server.get(path, cookie === '' ? {} : { cookie });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
    return { options: answer.json<Asked>(), cookie: cookieOf(answer, 'uras-passkey') };
  }
  const askedToAdd = ({ cookie }: Holder) => asked('/staff/passkeys/options', cookie);
  const askedToSignIn = () => asked('/staff/passkey/options');

  const postAdd = (holder: Holder, fields: Fields, challenge: string) =>
    server.post('/staff/passkeys?lang=en', fields, {
      ...OURS,
      cookie: `${holder.cookie}; ${challenge}`,
      'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
    });
  const postSignIn = (credential: string, cookie: string, more: Fields = {}) =>
    server.post('/staff/passkey', { lang: 'en', credential, ...more }, { ...OURS, cookie, ...from(network) });

  async function add(holder: Holder, device: SoftwareAuthenticator, faults: Faults & { name?: string } = {}) {
    const { options, cookie } = await askedToAdd(holder);
    return postAdd(holder, formOf(holder, device.make(options, faults), faults.name), cookie);
  }

  return {
    server,
    asked,
    askedToAdd,
    askedToSignIn,
    postAdd,
    postSignIn,
    add,
    /** Each test begins at the same time, in a network of its own: failed attempts are counted by network. */
    begin() {
      server.clock.now = START;
      network += 1;
    },
    secondsLater(seconds: number) {
      server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
    },
    async signIn(device: SoftwareAuthenticator, faults: Faults = {}, more: Fields = {}) {
      const { options, cookie } = await askedToSignIn();
      return postSignIn(device.sign(options, faults), cookie, more);
    },
    /** Somebody with a passkey, and the device that it is on. */
    async withPasskey(faults: Faults = {}): Promise<{ member: StaffMember; device: SoftwareAuthenticator }> {
      const member = await aStaffMember(server, { role: 'administrator' });
      const device = softwareAuthenticator();
      const { statusCode, body } = await add(member, device, { name: 'Työläppäri', ...faults });
      if (statusCode !== 303) throw new Error(`The passkey was not added: ${statusCode} ${body}`);
      return { member, device };
    },
    /** The same person in another session. */
    async inSession({ id }: { id: string }, way: 'password' | 'provider'): Promise<Holder> {
      const started = await startSession(server.deps, { personId: id, stage: 'open', way, userAgent: '' });
      const [cookie = ''] = started.cookie.split(';');
      return { id, cookie, token: tokenOf(await server.get('/staff/account?lang=en', { cookie })) };
    },
    /** What the log says of a person. */
    async eventsOf(personId: string) {
      const rows = await server.deps.ownerDb
        .selectFrom('survey.audit_event')
        .select(['kind', 'detail'])
        .where('kind', 'like', 'staff_%')
        .orderBy('id')
        .execute();
      return rows.filter(({ detail }) => detail['person'] === personId);
    },
    passkeysOf: ({ id }: { id: string }) =>
      server.deps.ownerDb.selectFrom('staff.passkey').selectAll().where('person_id', '=', id).execute(),
  };
}

/** What a form that adds a passkey holds. */
export function formOf({ token }: Holder, credential: string, name = ''): Record<string, string> {
  return { form_token: token, credential, name };
}

/** The token in the forms of a page. */
export function tokenOf({ body }: Answer): string {
  return /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** A cookie of an answer as the browser sends it back; '' = it has none of that name. */
export function cookieOf({ headers }: Answer, name: string): string {
  const pairs = [headers['set-cookie']].flat().map((line) => String(line ?? '').split(';')[0] ?? '');
  return pairs.find((pair) => pair.startsWith(`${name}=`)) ?? '';
}

/** A request from a network of that number. */
export function from(network: number): Record<string, string> {
  return { 'x-forwarded-for': `203.0.${network}.1` };
}

/** The session that an answer begins, as a browser sends it back; '' = none. */
export function sessionOf(answer: Parameters<typeof cookieOf>[0]): string {
  return cookieOf(answer, 'uras');
}

/** A passkey was refused: no session, and words that say so. */
export function expectRefused(answer: Answer, words = 'The passkey was not accepted'): void {
  expect([answer.statusCode, sessionOf(answer)]).toEqual([422, '']);
  expect(textOf(answer.body)).toContain(words);
}
