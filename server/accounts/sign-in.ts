import { insertAuditEvent } from '../audit/store.ts';
import type { SignInWay } from '../db/schema/staff.ts';
import type { Deps } from '../deps.ts';
import { selectPassword, selectSecondFactor } from './credential-store.ts';
import { beginSecondFactor, takeCode } from './second-factor.ts';
import { isPassword } from './secrets.ts';
import { startSession, todayOf, type Started } from './sessions.ts';
import { endSessions, selectPerson } from './store.ts';

type SignInDeps = Pick<Deps, 'db' | 'keys' | 'now' | 'config' | 'randomBytes'>;
type Browser = { userAgent: string | undefined };

/** A session that waits for the second factor, or null. Whoever has none sets it up first. */
export async function signIn(
  deps: SignInDeps,
  { email, password, userAgent }: Browser & { email: string; password: string },
): Promise<(Started & { stage: 'code' | 'enrol' }) | null> {
  const person = await selectPerson(deps.db, { email: email.trim().toLowerCase() });
  const hash = person && person.disabled_on === null ? await selectPassword(deps.db, person.id) : null;
  if (!(await isPassword(password, hash)) || !person) {
    await noteEvent(deps, 'staff_sign_in_failed', person ? { person: person.id, at: 'password' } : { at: 'password' });
    return null;
  }
  return startHalfway(deps, { personId: person.id, userAgent });
}

/** A session of someone whose password is known, for the second factor. */
export async function startHalfway(
  deps: SignInDeps,
  { personId, userAgent }: Browser & { personId: string },
): Promise<Started & { stage: 'code' | 'enrol' }> {
  const factor = await selectSecondFactor(deps.db, personId);
  const stage = factor?.secret ? 'code' : 'enrol';
  if (stage === 'enrol') await beginSecondFactor(deps, personId);
  return { ...(await startSession(deps, { personId, stage, way: 'password', userAgent })), stage };
}

/** Opens the session by the second factor's code; null where it is wrong. */
export async function enterCode(
  deps: SignInDeps,
  { personId, sessionId, code, userAgent }: Browser & { personId: string; sessionId: string; code: string },
): Promise<Started | null> {
  if (!(await takeCode(deps, personId, code))) {
    await noteEvent(deps, 'staff_sign_in_failed', { person: personId, at: 'code' });
    return null;
  }
  return openSession(deps, { personId, replaces: sessionId, way: 'password', userAgent });
}

/** A whole session, with a token of its own, in place of one that waited. */
export async function openSession(
  deps: SignInDeps,
  { personId, replaces, way, userAgent }: Browser & { personId: string; replaces?: string | undefined; way: SignInWay },
): Promise<Started> {
  const started = await startSession(deps, { personId, stage: 'open', way, userAgent, replaces });
  await noteEvent(deps, 'staff_signed_in', { person: personId, way });
  return started;
}

/** Ends one session, or all of a person. */
export async function signOut(
  deps: Pick<Deps, 'db' | 'now'>,
  { personId, sessionId }: { personId: string; sessionId?: string },
): Promise<void> {
  const ended = await endSessions(deps.db, {
    personId,
    at: deps.now(),
    ...(sessionId !== undefined && { id: sessionId }),
  });
  if (ended === 0) return;
  const kind = sessionId === undefined ? 'staff_sessions_ended' : 'staff_signed_out';
  await noteEvent(deps, kind, { person: personId, sessions: ended });
}

async function noteEvent(deps: Pick<Deps, 'db' | 'now'>, kind: string, detail: Record<string, unknown>): Promise<void> {
  await insertAuditEvent(deps.db, { on_date: todayOf(deps), kind, round_id: null, detail });
}
