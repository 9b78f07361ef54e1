import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { Grant } from '../../server/accounts/decide-access.ts';
import { formToken, startSession, uuidOf } from '../../server/accounts/sessions.ts';
import { insertGrant, insertPerson } from '../../server/accounts/store.ts';
import type { Form, TestApp } from './test-app.ts';

/** Somebody with an account, and a browser in which they have signed in. */
export type StaffMember = {
  id: string;
  email: string;
  sessionId: string;
  /** What the browser sends: name=value. */
  cookie: string;
  /** What stands in the forms of the session. */
  token: string;
  get: (path: string) => Promise<LightMyRequestResponse>;
  /** Posts as a form of ours does. */
  post: (path: string, form?: Form) => Promise<LightMyRequestResponse>;
};

type Given = Pick<Grant, 'role'> & Partial<Grant>;

/** A person with these roles, from long ago and without an end where nothing else is said. */
export async function aStaffMember(server: TestApp, ...grants: readonly Given[]): Promise<StaffMember> {
  const id = uuidOf(randomBytes(16));
  const email = `${id.slice(0, 8)}@example.org`;
  const { ownerDb } = server.deps;
  const day = '2020-01-01';
  await insertPerson(ownerDb, {
    id,
    email,
    name: 'Aino Esimerkki',
    language: 'fi',
    created_on: day,
    disabled_on: null,
  });
  for (const { role, institution = '', degree = '', from = day, until = null } of grants) {
    const given = { given_on: day, given_by: null, revoked_on: null, revoked_by: null };
    const row = {
      id: uuidOf(randomBytes(16)),
      person_id: id,
      role,
      institution,
      degree,
      from_on: from,
      until_on: until,
    };
    await insertGrant(ownerDb, { ...row, ...given });
  }
  return { id, email, ...(await aBrowser(server, id)) };
}

/** Another browser in which the person has signed in. */
export async function aBrowser(server: TestApp, personId: string): Promise<Omit<StaffMember, 'id' | 'email'>> {
  const way = { stage: 'open', way: 'password', userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' } as const;
  const { cookie: header, sessionId } = await startSession(server.deps, { personId, ...way });
  const [cookie = ''] = header.split(';');
  const token = formToken(server.deps.keys, sessionId);
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return {
    sessionId,
    cookie,
    token,
    get: (path) => server.get(path, { cookie }),
    post: (path, form = {}) => {
      const pairs = Array.isArray(form) ? form : Object.entries(form);
      return server.post(path, [['form_token', token], ...(pairs as [string, string][])], headers);
    },
  };
}
