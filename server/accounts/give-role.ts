import { insertAuditEvent } from '../audit/store.ts';
import { readDay } from '../csv/read-day.ts';
import type { Deps } from '../deps.ts';
import { currentGrants } from './decide-access.ts';
import { decideGrant, type GrantProblem, type TypedGrant } from './decide-grant.ts';
import { isUuid } from './keep-form.ts';
import { makeLink, personProblems } from './invitations.ts';
import { deletePasskeys } from './passkey-store.ts';
import { registerNames } from './register-names.ts';
import { toGrant, todayOf, uuidOf } from './sessions.ts';
import {
  endSessions,
  hasAdministrator,
  insertGrant,
  insertPerson,
  restoreGrant,
  revokeGrant,
  selectAllGrants,
  selectPeople,
  selectPerson,
  setDisabled,
} from './store.ts';

type ManageDeps = Pick<Deps, 'db' | 'now' | 'randomBytes' | 'surveys'>;
/** Who does it; null = on the command line. */
type By = { by: string | null };

export type PersonTyped = { name: string; email: string };
type MakeOutcome =
  { kind: 'made'; personId: string; path: string } | { kind: 'refused'; problems: ('noName' | 'noEmail' | 'taken')[] };

/** An account, and the link with which its person chooses a password. */
export async function makePerson(deps: ManageDeps, typed: PersonTyped, { by }: By): Promise<MakeOutcome> {
  const [name, email] = [typed.name.trim(), typed.email.trim().toLowerCase()];
  const problems = personProblems({ name, email });
  if (problems.length > 0) return { kind: 'refused', problems };
  const id = uuidOf(deps.randomBytes(16));
  const on = todayOf(deps);
  return deps.db.transaction().execute(async (trx): Promise<MakeOutcome> => {
    const row = { id, email, name, language: 'fi', created_on: on, disabled_on: null };
    if (!(await insertPerson(trx, row))) return { kind: 'refused', problems: ['taken'] };
    await insertAuditEvent(trx, { on_date: on, kind: 'staff_person_made', round_id: null, detail: { person: id, by } });
    return { kind: 'made', personId: id, path: await makeLink({ ...deps, db: trx }, { personId: id, kind: 'invite' }) };
  });
}

type GiveOutcome = { kind: 'given' } | { kind: 'unknown' } | { kind: 'refused'; problems: GrantProblem[] };

/** Gives a role for a time. */
export async function giveRole(
  deps: ManageDeps,
  { personId, typed, by }: By & { personId: string; typed: TypedGrant },
): Promise<GiveOutcome> {
  const person = isUuid(personId) ? await selectPerson(deps.db, { id: personId }) : null;
  if (!person) return { kind: 'unknown' };
  const has = (column: 'institution' | 'degree', code: string) => registerNames(deps.surveys, column).has(code);
  const decision = decideGrant(typed, { today: todayOf(deps), has, dayOf: dayFrom });
  if (decision.kind === 'refused') return decision;
  const { role, institution, degree, from, until } = decision.grant;
  const on = todayOf(deps);
  await deps.db.transaction().execute(async (trx) => {
    const row = { id: uuidOf(deps.randomBytes(16)), person_id: personId, role, institution, degree };
    const days = { from_on: from, until_on: until, given_on: on, given_by: by, revoked_on: null, revoked_by: null };
    await insertGrant(trx, { ...row, ...days });
    const detail = { person: personId, by, role, institution, degree, from, until };
    await insertAuditEvent(trx, { on_date: on, kind: 'staff_role_given', round_id: null, detail });
  });
  return { kind: 'given' };
}

type ChangeOutcome = 'done' | 'unknown' | 'last';
type Change = By & { personId: string };

/** Takes a role back; never the last administrator's. */
export async function revokeRole(
  deps: ManageDeps,
  { personId, id, by }: Change & { id: string },
): Promise<ChangeOutcome> {
  return changed(deps, { personId, by, kind: 'staff_role_revoked', detail: { grant: id } }, async (changing) =>
    isUuid(id) ? revokeGrant(changing.db, { id, personId, by, on: todayOf(deps) }) : false,
  );
}

/** Gives a role back that was just taken. */
export async function restoreRole(
  deps: ManageDeps,
  { personId, id, by }: Change & { id: string },
): Promise<ChangeOutcome> {
  return changed(deps, { personId, by, kind: 'staff_role_restored', detail: { grant: id } }, async (changing) =>
    isUuid(id) ? restoreGrant(changing.db, { id, personId }) : false,
  );
}

/** Closes an account: its sessions end. */
export async function disablePerson(deps: ManageDeps, { personId, by }: Change): Promise<ChangeOutcome> {
  return changed(deps, { personId, by, kind: 'staff_person_disabled' }, async ({ db }) => {
    await setDisabled(db, personId, todayOf(deps));
    await endSessions(db, { personId, at: deps.now() });
    return true;
  });
}

/** Opens a closed account. */
export async function enablePerson(deps: ManageDeps, { personId, by }: Change): Promise<ChangeOutcome> {
  return changed(deps, { personId, by, kind: 'staff_person_enabled' }, async ({ db }) => {
    await setDisabled(db, personId, null);
    return true;
  });
}

/**
 * The link with which a person chooses a new password and second factor. Their sessions end and their passkeys go at
 * once. Null where there is nobody.
 */
export async function resetPerson(deps: ManageDeps, { personId, by }: Change): Promise<string | null> {
  let path: string | null = null;
  await changed(deps, { personId, by, kind: 'staff_credentials_reset' }, async ({ db }) => {
    await endSessions(db, { personId, at: deps.now() });
    await deletePasskeys(db, { personId });
    path = await makeLink({ ...deps, db }, { personId, kind: 'reset' });
    return true;
  });
  return path;
}

class LastAdministratorError extends Error {}

/** Makes a change and notes it; undoes it where nobody would be administrator any more. */
async function changed(
  deps: ManageDeps,
  { personId, by, kind, detail = {} }: Change & { kind: string; detail?: Record<string, unknown> },
  work: (deps: Pick<Deps, 'db'>) => Promise<boolean>,
): Promise<ChangeOutcome> {
  const on = todayOf(deps);
  if (!isUuid(personId) || !(await selectPerson(deps.db, { id: personId }))) return 'unknown';
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const before = await hasAdministrator(trx, on);
      if (!(await work({ db: trx }))) return 'unknown';
      if (before && !(await hasAdministrator(trx, on))) throw new LastAdministratorError();
      await insertAuditEvent(trx, { on_date: on, kind, round_id: null, detail: { person: personId, by, ...detail } });
      return 'done';
    });
  } catch (error) {
    if (error instanceof LastAdministratorError) return 'last';
    throw error;
  }
}

/** Everyone with an account, and the roles they have today. */
export async function listPeople(deps: Pick<Deps, 'db' | 'now'>) {
  const [people, grants] = [await selectPeople(deps.db), await selectAllGrants(deps.db)];
  return people.map(({ id, email, name, disabled_on }) => {
    const own = grants.filter(({ person_id }) => person_id === id).flatMap(toGrant);
    const roles = currentGrants({ grants: own }, todayOf(deps)).map(({ role }) => role);
    return { email, name, disabled: disabled_on !== null, roles: [...new Set(roles)] };
  });
}

/** The account of an address; null where there is none. */
export async function personByEmail({ db }: Pick<Deps, 'db'>, email: string) {
  return selectPerson(db, { email: email.trim().toLowerCase() });
}

function dayFrom(text: string): string | null {
  const finnish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = finnish
    ? `${finnish[3]}-${(finnish[2] ?? '').padStart(2, '0')}-${(finnish[1] ?? '').padStart(2, '0')}`
    : text;
  const read = readDay(iso);
  return read.kind === 'day' ? read.day : null;
}
