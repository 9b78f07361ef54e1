import { timingSafeEqual } from 'node:crypto';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import {
  insertPublisherKey,
  revokePublisherKey,
  selectOptionalPublisherKey,
  selectPublisherKeys,
} from './publisher-store.ts';
import { sha256 } from './row-hashes.ts';

const SECRET_BYTES = 32;
export const PUBLISHER_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

type KeyDeps = Pick<Deps, 'ownerDb' | 'now' | 'randomBytes'>;

/** The text of a key's file: whose it is, and the secret, which the service does not keep. */
type CreateOutcome = { kind: 'created'; text: string } | { kind: 'bad_name' } | { kind: 'taken' };

/** Makes the key of somebody who publishes releases. */
export async function createPublisherKey(deps: KeyDeps, name: string): Promise<CreateOutcome> {
  if (!PUBLISHER_NAME.test(name)) return { kind: 'bad_name' };
  const text = `${name}:${deps.randomBytes(SECRET_BYTES).toString('base64url')}`;
  const created_on = dayOf(deps);
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await insertPublisherKey(trx, { name, hash: sha256(text), created_on }))) return { kind: 'taken' };
    const event = { on_date: created_on, kind: 'publisher_key_created', round_id: null, detail: { name } };
    await insertAuditEvent(trx, event);
    return { kind: 'created', text };
  });
}

/** Every key, by name. Names are all that is known of secrets. */
export async function listPublisherKeys({ ownerDb }: Pick<Deps, 'ownerDb'>) {
  return (await selectPublisherKeys(ownerDb)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Takes a key out of force for good. False when there is none of that name in force. */
export async function revokePublisher(deps: KeyDeps, name: string): Promise<boolean> {
  const on_date = dayOf(deps);
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await revokePublisherKey(trx, name, on_date))) return false;
    await insertAuditEvent(trx, { on_date, kind: 'publisher_key_revoked', round_id: null, detail: { name } });
    return true;
  });
}

/** Whose key a text is; null when it is nobody's, or no longer in force. */
export async function publisherOf({ ownerDb }: Pick<Deps, 'ownerDb'>, text: string): Promise<string | null> {
  const given = text.trim();
  const [name = ''] = given.split(':');
  const key = await selectOptionalPublisherKey(ownerDb, name);
  if (!key || key.revoked_on !== null) return null;
  return timingSafeEqual(Buffer.from(key.hash, 'hex'), Buffer.from(sha256(given), 'hex')) ? name : null;
}

function dayOf({ now }: Pick<Deps, 'now'>): string {
  return now().toISOString().slice(0, 10);
}
