import type { Deps } from '../deps.ts';
import { insertUsedChallenge } from './passkey-store.ts';
import { newToken, seal, tokenHash, unseal } from './secrets.ts';

const PURPOSE = 'passkey-challenge';
/** How long a person has for their device's questions. */
export const CHALLENGE_MS = 5 * 60_000;

/** What a device has to sign; of use in the browser that asked for it, and until it ends. */
export type Challenge = { text: string; until: number };

/**
 * A challenge and the cookie that carries it, sealed for one use (`owner`): nothing is stored until a device has
 * signed it.
 */
export function newChallenge(
  { keys, now, randomBytes }: Pick<Deps, 'keys' | 'now' | 'randomBytes'>,
  owner: string,
): { text: string; cookie: string } {
  const challenge: Challenge = { text: newToken(randomBytes), until: now().getTime() + CHALLENGE_MS };
  const plain = Buffer.from(JSON.stringify(challenge));
  return { text: challenge.text, cookie: seal(keys, PURPOSE, { plain, owner }).toString('base64url') };
}

/** The challenge of a cookie; null where it is not ours, was for something else, or is over. */
export function openChallenge(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  { cookie, owner }: { cookie: string; owner: string },
): Challenge | null {
  try {
    const plain = unseal(keys, PURPOSE, { sealed: Buffer.from(cookie, 'base64url'), owner });
    const challenge = JSON.parse(plain.toString()) as Challenge; // sealed by us
    return challenge.until < now().getTime() ? null : challenge;
  } catch {
    return null;
  }
}

/**
 * Uses a challenge up, in the transaction that does what it was for; false where it has been used. What holds
 * against somebody who has got hold of a request and its cookie and sends them again: the row of a used
 * challenge, in every process, and longer than any cookie of it lives. A device's own counter would not do, since
 * passkeys that are on several devices have none. A challenge that nobody signed takes no row.
 */
export async function takeChallenge({ db }: Pick<Deps, 'db'>, { text, until }: Challenge): Promise<boolean> {
  return insertUsedChallenge(db, { challenge_hash: tokenHash(text), expires_at: new Date(until) });
}
