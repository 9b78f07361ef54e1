import type { IncomingHttpHeaders } from 'node:http';
import type { SignInWay } from '../db/schema/staff.ts';
import type { Deps } from '../deps.ts';
import { cookieHeader, readCookie } from '../http/cookies.ts';
import { roleFrom } from './permissions.ts';
import type { Grant, Visitor } from './decide-access.ts';
import { isSame, newToken, signature, tokenHash } from './secrets.ts';
import { deleteOldRows, endSessions, insertSession, selectGrants, selectSession } from './store.ts';

const HALFWAY_MINUTES = 15;
const DAY_MS = 24 * 3600_000;
const MINUTE_MS = 60_000;
/** A cookie is renewed at most once a minute. */
const RENEW_AFTER_MS = MINUTE_MS;

type SessionDeps = Pick<Deps, 'db' | 'keys' | 'now' | 'config' | 'randomBytes'>;

/** Whether the service is reached by https. */
export function isSecure({ config }: Pick<Deps, 'config'>): boolean {
  return config.baseUrl?.startsWith('https://') ?? false;
}

function cookieName(deps: Pick<Deps, 'config'>): string {
  return isSecure(deps) ? '__Host-uras' : 'uras';
}

// Made once: it costs a hundred times what it is asked.
const dayInFinland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });

/** Today in Finland: grants begin and end by its days. */
export function todayOf({ now }: Pick<Deps, 'now'>): string {
  return dayInFinland.format(now());
}

export type Started = { cookie: string; sessionId: string };

/** A new session of a person, with a token that nobody has seen. Another that it replaces ends. */
export async function startSession(
  deps: SessionDeps,
  {
    personId,
    stage,
    way,
    userAgent,
    replaces,
  }: {
    personId: string;
    stage: 'enrol' | 'code' | 'open';
    way: SignInWay;
    userAgent: string | undefined;
    replaces?: string | undefined;
  },
): Promise<Started> {
  const token = newToken(deps.randomBytes);
  const now = deps.now();
  const length = stage === 'open' ? deps.config.sessionHours * 60 : HALFWAY_MINUTES;
  const id = uuidOf(deps.randomBytes(16));
  if (replaces !== undefined) await endSessions(deps.db, { personId, id: replaces, at: now });
  await insertSession(deps.db, {
    id,
    token_hash: tokenHash(token),
    person_id: personId,
    stage,
    way,
    browser: browserName(userAgent),
    started_at: now,
    expires_at: new Date(now.getTime() + length * MINUTE_MS),
    ended_at: null,
  });
  await deleteOldRows(deps.db, new Date(now.getTime() - DAY_MS), now);
  return { cookie: cookieOf(deps, token), sessionId: id };
}

/** What a request's cookie says. */
export type FoundSession = {
  visitor: Visitor;
  /** The person of a session that has ended: a form posted in it is kept for them. */
  endedOf: string | null;
  /** The cookie anew, so that a session in use goes on; null = it stays as it is. */
  cookie: string | null;
};

const NOBODY: FoundSession = { visitor: { kind: 'nobody' }, endedOf: null, cookie: null };

/**
 * Whose request it is. That a session is in use is noted in its cookie, signed, and not in the
 * database: opening a page writes nothing. What ends it before its time is noted in the database.
 */
export async function findSession(
  deps: Pick<Deps, 'db' | 'keys' | 'now' | 'config'>,
  headers: IncomingHttpHeaders,
): Promise<FoundSession> {
  const read = readCookie(headers.cookie, cookieName(deps));
  const [token = '', seen = '', signed = ''] = (read ?? '').split('.');
  if (token === '' || !isSame(signed, signature(deps.keys, 'session-in-use', `${token}.${seen}`))) return NOBODY;
  const row = await selectSession(deps.db, tokenHash(token));
  if (!row || row.disabled_on !== null) return NOBODY;
  const now = deps.now().getTime();
  const idle = now - Number.parseInt(seen, 36) * 1000;
  const isOver = row.ended_at !== null || row.expires_at.getTime() <= now;
  if (isOver || idle > deps.config.sessionIdleMinutes * MINUTE_MS) return { ...NOBODY, endedOf: row.person_id };
  const grants = (await selectGrants(deps.db, row.person_id)).flatMap(toGrant);
  const person = { id: row.person_id, name: row.name, email: row.email, language: row.language, grants };
  const visitor: Visitor =
    row.stage === 'open'
      ? { kind: 'person', person, sessionId: row.session_id }
      : { kind: 'halfway', stage: row.stage, person, sessionId: row.session_id };
  return { visitor, endedOf: null, cookie: idle > RENEW_AFTER_MS ? cookieOf(deps, token) : null };
}

/** The token of a session's forms: a page of elsewhere cannot know it. */
export function formToken(keys: Deps['keys'], sessionId: string): string {
  return signature(keys, 'form-token', sessionId);
}

function cookieOf(deps: Pick<Deps, 'keys' | 'now' | 'config'>, token: string): string {
  const seen = `${token}.${Math.floor(deps.now().getTime() / 1000).toString(36)}`;
  const value = `${seen}.${signature(deps.keys, 'session-in-use', seen)}`;
  return cookieHeader(cookieName(deps), value, { secure: isSecure(deps) });
}

/** Rows of another day may name roles that there are no more: they give nothing. */
export function toGrant(row: {
  role: string;
  institution: string;
  degree: string;
  from_on: string;
  until_on: string | null;
}): Grant[] {
  const role = roleFrom(row.role);
  if (!role) return [];
  return [{ role, institution: row.institution, degree: row.degree, from: row.from_on, until: row.until_on }];
}

/** A version 4 UUID of random bytes. */
export function uuidOf(bytes: Buffer): string {
  const own = Buffer.from(bytes);
  own.writeUInt8(((own[6] ?? 0) & 0x0f) | 0x40, 6);
  own.writeUInt8(((own[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = own.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const BROWSERS = ['Edg', 'Firefox', 'Chrome', 'Safari'] as const;
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'] as const;

/** 'Firefox, Windows': enough to know one's own session by. */
export function browserName(userAgent: string | undefined): string {
  const found = (names: readonly string[]) => names.find((name) => userAgent?.includes(name)) ?? '';
  return [found(BROWSERS).replace('Edg', 'Edge'), found(SYSTEMS)].filter((name) => name !== '').join(', ');
}
