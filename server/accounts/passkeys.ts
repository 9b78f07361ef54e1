import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { ALGORITHMS, bufferOf, checkNewPasskey, type NewPasskey } from './check-passkey.ts';
import { CHALLENGE_MS, newChallenge, openChallenge, takeChallenge, type Challenge } from './passkey-challenge.ts';
import type { PasskeyPlace } from './passkey-place.ts';
import { deletePasskeys, insertPasskey, selectPasskeys } from './passkey-store.ts';
import { browserName, todayOf } from './sessions.ts';
import { selectSessionWay } from './store.ts';

/** More than one person has devices; what the browser is told of them stays small. */
const MOST = 10;
const LONGEST_NAME = 60;

type PasskeyDeps = Pick<Deps, 'db' | 'keys' | 'now' | 'randomBytes'>;
type Owner = { id: string; email: string; name: string };

/** What the browser is asked in order to make a passkey, and the cookie that goes with it. */
export async function beginPasskey(deps: PasskeyDeps, place: PasskeyPlace, person: Owner) {
  const { text, cookie } = newChallenge(deps, ownerOf(person.id));
  const own = await selectPasskeys(deps.db, person.id);
  const options = {
    challenge: text,
    rp: { id: place.rpId, name: 'Uraseuranta' },
    user: { id: userHandle(person.id), name: person.email, displayName: person.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_MS,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: own.map(({ credential_id, transports }) => ({
      type: 'public-key',
      id: credential_id.toString('base64url'),
      transports,
    })),
  };
  return { options, cookie };
}

export type AddProblem = 'elsewhere' | 'late' | 'refused' | 'known' | 'many';

/**
 * Adds a passkey to one's own account; null where it is done. Not in a session that came through an organisation:
 * there the second factor is the organisation's business, and a passkey would go past it.
 */
export async function addPasskey(
  deps: PasskeyDeps,
  place: PasskeyPlace,
  given: {
    personId: string;
    sessionId: string;
    cookie: string;
    posted: string;
    name: string;
    userAgent: string | undefined;
  },
): Promise<AddProblem | null> {
  const { personId, sessionId, cookie, posted, name, userAgent } = given;
  const way = await selectSessionWay(deps.db, sessionId);
  if (way !== 'password' && way !== 'passkey') return 'elsewhere';
  const challenge = openChallenge(deps, { cookie, owner: ownerOf(personId) });
  if (!challenge) return 'late';
  const made = await checkNewPasskey(posted, { place, challenge: challenge.text });
  if (!made) return 'refused';
  const chosen = plainName(name);
  return storePasskey(deps, { made, challenge, personId, name: chosen === '' ? browserName(userAgent) : chosen });
}

async function storePasskey(
  deps: PasskeyDeps,
  { made, challenge, personId, name }: { made: NewPasskey; challenge: Challenge; personId: string; name: string },
): Promise<AddProblem | null> {
  const on = todayOf(deps);
  return deps.db.transaction().execute(async (trx): Promise<AddProblem | null> => {
    if (!(await takeChallenge({ db: trx }, challenge))) return 'refused';
    if ((await selectPasskeys(trx, personId)).length >= MOST) return 'many';
    const row = {
      credential_id: made.credentialId,
      person_id: personId,
      public_key: made.publicKey,
      counter: String(made.counter),
      transports: made.transports,
      name,
      added_on: on,
    };
    if (!(await insertPasskey(trx, row))) return 'known';
    const event = { on_date: on, kind: 'staff_passkey_added', round_id: null, detail: { person: personId } };
    await insertAuditEvent(trx, event);
    return null;
  });
}

/** Takes one of a person's passkeys away; false where it is none of theirs. Password and second factor stay. */
export async function removePasskey(
  deps: Pick<Deps, 'db' | 'now'>,
  { personId, id }: { personId: string; id: string },
): Promise<boolean> {
  const on = todayOf(deps);
  return deps.db.transaction().execute(async (trx) => {
    if ((await deletePasskeys(trx, { personId, credentialId: bufferOf(id) })) === 0) return false;
    const event = { on_date: on, kind: 'staff_passkey_removed', round_id: null, detail: { person: personId } };
    await insertAuditEvent(trx, event);
    return true;
  });
}

/** By which devices know the person: the account's id, which says nothing of them. */
export function userHandle(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
}

function ownerOf(personId: string): string {
  return `new passkey of ${personId}`;
}

function plainName(typed: string): string {
  return typed
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}
