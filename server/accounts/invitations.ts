import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import {
  clearSecondFactor,
  deleteInvitations,
  insertInvitation,
  selectInvitation,
  takeInvitation,
  upsertPassword,
} from './credential-store.ts';
import { deletePasskeys } from './passkey-store.ts';
import { newToken, passwordHash, tokenHash } from './secrets.ts';
import { todayOf, uuidOf } from './sessions.ts';
import { hasAdministrator, insertGrant, insertPerson, selectPerson } from './store.ts';

const HOUR_MS = 3600_000;
const HOURS = { first: 24, invite: 7 * 24, reset: 24 } as const;
const SHORTEST = 12;
const LONGEST = 200;

type InviteDeps = Pick<Deps, 'db' | 'now' | 'randomBytes'>;

/** The path of a link that works once. Earlier links of the same person, or for the first administrator, end. */
export async function makeLink(
  deps: InviteDeps,
  { personId, kind }: { personId: string; kind: 'invite' | 'reset' } | { personId: null; kind: 'first' },
): Promise<string> {
  const token = newToken(deps.randomBytes);
  await deleteInvitations(deps.db, personId === null ? { kind: 'first' } : { personId });
  await insertInvitation(deps.db, {
    token_hash: tokenHash(token),
    person_id: personId,
    kind,
    expires_at: new Date(deps.now().getTime() + HOURS[kind] * HOUR_MS),
    used_at: null,
  });
  return `/staff/invitation/${token}`;
}

/** The path of the first administrator's link; null where there is an administrator already. */
export async function firstAdministratorPath(deps: InviteDeps): Promise<string | null> {
  if (await hasAdministrator(deps.db, todayOf(deps))) return null;
  return makeLink(deps, { personId: null, kind: 'first' });
}

export type OpenInvitation = { kind: 'first' | 'invite' | 'reset'; email: string; name: string };

/** What a link is for; null where it does not work. */
export async function findInvitation(
  deps: Pick<Deps, 'db' | 'now'>,
  token: string,
): Promise<(OpenInvitation & { personId: string | null }) | null> {
  const row = await selectInvitation(deps.db, tokenHash(token), deps.now());
  if (!row) return null;
  if (row.kind === 'first') {
    if (await hasAdministrator(deps.db, todayOf(deps))) return null;
    return { kind: 'first', email: '', name: '', personId: null };
  }
  const person = row.person_id === null ? null : await selectPerson(deps.db, { id: row.person_id });
  if (!person || person.disabled_on !== null) return null;
  return { kind: row.kind, email: person.email, name: person.name, personId: person.id };
}

/** What a form of a link holds. */
export type Acceptance = { name: string; email: string; password: string };
export type AcceptProblem = 'noName' | 'noEmail' | 'taken' | 'short' | 'long' | 'same';
type AcceptOutcome =
  { kind: 'accepted'; personId: string } | { kind: 'gone' } | { kind: 'refused'; problems: AcceptProblem[] };

/** Uses a link: the password is set, and the first one makes an administrator. */
export async function acceptInvitation(deps: InviteDeps, token: string, typed: Acceptance): Promise<AcceptOutcome> {
  const found = await findInvitation(deps, token);
  if (!found) return { kind: 'gone' };
  const isFirst = found.personId === null;
  const email = isFirst ? typed.email.trim().toLowerCase() : found.email;
  const name = isFirst ? typed.name.trim() : found.name;
  const problems: AcceptProblem[] = isFirst ? personProblems({ name, email }) : [];
  problems.push(...passwordProblems(typed.password, [name, email]));
  if (isFirst && (await selectPerson(deps.db, { email }))) problems.push('taken');
  if (problems.length > 0) return { kind: 'refused', problems };
  const hash = await passwordHash(typed.password, deps.randomBytes);
  const on = todayOf(deps);
  return deps.db.transaction().execute(async (trx): Promise<AcceptOutcome> => {
    if (!(await takeInvitation(trx, tokenHash(token), deps.now()))) return { kind: 'gone' };
    const id = found.personId ?? uuidOf(deps.randomBytes(16));
    if (isFirst) {
      const person = { id, email, name, language: 'fi', created_on: on, disabled_on: null };
      if (!(await insertPerson(trx, person))) throw new Error('The first administrator has the address of another.');
      const grant = {
        id: uuidOf(deps.randomBytes(16)),
        person_id: id,
        role: 'administrator',
        institution: '',
        degree: '',
      };
      const given = { from_on: on, until_on: null, given_on: on, given_by: null, revoked_on: null, revoked_by: null };
      await insertGrant(trx, { ...grant, ...given });
      const detail = { person: id, role: 'administrator' };
      await insertAuditEvent(trx, { on_date: on, kind: 'staff_role_given', round_id: null, detail });
    }
    if (found.kind === 'reset') {
      await clearSecondFactor(trx, id);
      await deletePasskeys(trx, { personId: id });
    }
    await upsertPassword(trx, { person_id: id, hash, changed_on: on });
    await insertAuditEvent(trx, { on_date: on, kind: 'staff_password_set', round_id: null, detail: { person: id } });
    return { kind: 'accepted', personId: id };
  });
}

/** What is wrong with a person's name and address. */
export function personProblems({ name, email }: { name: string; email: string }): ('noName' | 'noEmail')[] {
  const problems: ('noName' | 'noEmail')[] = [];
  if (name === '' || name.length > 100) problems.push('noName');
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email) || email.length > 200) problems.push('noEmail');
  return problems;
}

function passwordProblems(password: string, known: readonly string[]): ('short' | 'long' | 'same')[] {
  if ([...password].length < SHORTEST) return ['short'];
  if ([...password].length > LONGEST) return ['long'];
  return known.some((one) => one.toLowerCase() === password.trim().toLowerCase()) ? ['same'] : [];
}
