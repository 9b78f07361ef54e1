import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { bufferOf, checkSigned, readSigned } from './check-passkey.ts';
import { CHALLENGE_MS, newChallenge, openChallenge, takeChallenge, type Challenge } from './passkey-challenge.ts';
import type { PasskeyPlace } from './passkey-place.ts';
import { raiseCounter, selectPasskey } from './passkey-store.ts';
import { userHandle } from './passkeys.ts';
import { todayOf, type Started } from './sessions.ts';
import { openSession } from './sign-in.ts';

const OWNER = 'signing in';

type SignInDeps = Pick<Deps, 'db' | 'keys' | 'now' | 'config' | 'randomBytes'>;

/** What the browser is asked in order to sign in by a passkey, whosever it is, and the cookie that goes with it. */
export function beginPasskeySignIn(deps: Pick<Deps, 'keys' | 'now' | 'randomBytes'>, { rpId }: PasskeyPlace) {
  const { text, cookie } = newChallenge(deps, OWNER);
  return { options: { challenge: text, rpId, timeout: CHALLENGE_MS, userVerification: 'required' }, cookie };
}

type Given = {
  cookie: string;
  posted: string;
  userAgent: string | undefined;
  /** A session that waited for its second factor. */
  replaces?: string | undefined;
};

/**
 * A whole session: a passkey is both factors in one, since the device has recognised its person. Why one is
 * refused is told to nobody but where its time was over.
 */
export async function signInByPasskey(
  deps: SignInDeps,
  place: PasskeyPlace,
  { cookie, posted, userAgent, replaces }: Given,
): Promise<Started | 'late' | 'refused'> {
  const challenge = openChallenge(deps, { cookie, owner: OWNER });
  const refuse = async (personId: string | null, kind = 'staff_sign_in_failed') => {
    const detail = { ...(personId !== null && { person: personId }), at: 'passkey' };
    await insertAuditEvent(deps.db, { on_date: todayOf(deps), kind, round_id: null, detail });
    return 'refused' as const;
  };
  if (!challenge) {
    await refuse(null);
    return 'late';
  }
  const response = readSigned(posted);
  const credentialId = bufferOf(response?.id ?? '');
  const known = response && (await selectPasskey(deps.db, credentialId));
  if (!response || !known || known.disabled_on !== null) return refuse(known?.person_id ?? null);
  const { person_id: personId, public_key: publicKey } = known;
  const isTheirs = response.response.userHandle === userHandle(personId);
  const counter = isTheirs ? await checkSigned(response, { place, challenge: challenge.text, publicKey }) : null;
  if (counter === null) return refuse(personId);
  const started = await deps.db.transaction().execute(async (trx) => {
    const inside = { ...deps, db: trx };
    const use = await useUp(inside, { challenge, credentialId, counter });
    if (use !== 'used') return use;
    return openSession(inside, { personId, replaces, way: 'passkey', userAgent });
  });
  if (started === 'copied') return refuse(personId, 'staff_passkey_went_back');
  return started === 'again' ? refuse(personId) : started;
}

/** A challenge opens once, and a device that counts never counts back: one that does has been copied. */
async function useUp(
  { db }: Pick<Deps, 'db'>,
  { challenge, credentialId, counter }: { challenge: Challenge; credentialId: Buffer; counter: number },
): Promise<'used' | 'again' | 'copied'> {
  if (!(await takeChallenge({ db }, challenge))) return 'again';
  return (await raiseCounter(db, credentialId, counter)) ? 'used' : 'copied';
}
