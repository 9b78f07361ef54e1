import { createHash } from 'node:crypto';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { insertToken, markUsed, revokeToken, selectOptionalToken, selectTokens, type TokenRow } from './token-store.ts';

/** What a token allows: reading published releases, or bringing an institution's people into rounds. */
export const SCOPES = ['releases:read', 'population:write'] as const;
export type Scope = (typeof SCOPES)[number];

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
const SECRET_BYTES = 32; // 256 bits, so that a plain hash of it is no help to anybody
/** Begins every token, so that one that got somewhere by mistake is known for what it is. */
const PREFIX = 'uras_';
const MOST_DAYS = 730;

type TokenDeps = Pick<Deps, 'ownerDb' | 'now' | 'randomBytes'>;
export type TokenWish = { name: string; scope: string; institution: string; expires: string; by?: string | null };
type CreateOutcome =
  | { kind: 'created'; token: string }
  | { kind: 'bad_name' | 'taken' | 'unknown_scope' | 'no_institution' | 'expired_already' | 'too_long' };

/** Makes a token with which a program does one thing until a day. The token is told once and stored as a hash. */
export async function createToken(deps: TokenDeps, wish: TokenWish): Promise<CreateOutcome> {
  const created_on = dayOf(deps.now());
  if (!NAME.test(wish.name)) return { kind: 'bad_name' };
  if (!SCOPES.some((scope) => scope === wish.scope)) return { kind: 'unknown_scope' };
  if (wish.scope === 'population:write' && wish.institution === '') return { kind: 'no_institution' };
  if (wish.expires <= created_on) return { kind: 'expired_already' };
  const last = new Date(deps.now().getTime() + MOST_DAYS * 24 * 3600 * 1000);
  if (wish.expires > dayOf(last)) return { kind: 'too_long' };
  const token = PREFIX + deps.randomBytes(SECRET_BYTES).toString('base64url');
  const { name, scope, institution } = wish;
  const row = { name, scope, institution, hash: hashOf(token), created_on, expires_on: wish.expires };
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await insertToken(trx, row))) return { kind: 'taken' };
    const detail = { name, scope, institution, expires_on: wish.expires, by: wish.by ?? null };
    await insertAuditEvent(trx, { on_date: created_on, kind: 'api_token_created', round_id: null, detail });
    return { kind: 'created', token };
  });
}

/** Every token, by name. */
export async function listTokens({ ownerDb }: Pick<Deps, 'ownerDb'>) {
  return (await selectTokens(ownerDb)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Takes a token out of force for good. False when there is none of that name in force. */
export async function revokeApiToken(deps: TokenDeps, name: string, by: string | null = null): Promise<boolean> {
  const on_date = dayOf(deps.now());
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await revokeToken(trx, name, on_date))) return false;
    await insertAuditEvent(trx, { on_date, kind: 'api_token_revoked', round_id: null, detail: { name, by } });
    return true;
  });
}

export type Reader = Pick<TokenRow, 'name' | 'institution'>;
export type TokenCheck = { kind: 'reader'; reader: Reader } | { kind: 'missing' | 'unknown' | 'out_of_scope' };

/** Who asks, by the header Authorization. Unknown, expired and revoked tokens are told apart to nobody. */
export async function checkToken(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  header: string | undefined,
  scope: Scope,
): Promise<TokenCheck> {
  const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(header ?? '') ?? [];
  if (token === undefined) return { kind: 'missing' };
  const row = await selectOptionalToken(db, hashOf(token));
  if (!row || row.revoked_on !== null || row.expires_on < dayOf(now())) return { kind: 'unknown' };
  if (row.scope !== scope) return { kind: 'out_of_scope' };
  // Once a day: what asks often writes seldom.
  if (row.last_used_on !== dayOf(now())) await markUsed(db, row.name, dayOf(now()));
  return { kind: 'reader', reader: { name: row.name, institution: row.institution } };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
