import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Deps } from '../deps.ts';

const NONCE_BYTES = 6;
const SIGNATURE_BYTES = 15;

/** What a receipt is for, each signed with a key of its own. */
const SIGNED_WITH = { answered: 'receipts', withdrawn: 'withdrawals' } as const;
type Kind = keyof typeof SIGNED_WITH;
type Received = { kind: Kind; roundId: string; day: string };

/**
 * A line that shows that someone answered a round on a day, or had everything they answered deleted: the
 * round, the day, a fresh random number and a signature with a key of the service. It is made when the page
 * is shown and stored nowhere; it holds no code, so it tells nobody whose it is.
 *
 * @example makeReceipt(deps, { kind: 'answered', roundId: 'amk-2026', day: '2026-11-12' }) // 'amk-2026 2026-11-12 7d0e… 9f31…'
 */
export function makeReceipt(deps: Pick<Deps, 'keys' | 'randomBytes'>, { kind, roundId, day }: Received): string {
  const signed = `${roundId} ${day} ${deps.randomBytes(NONCE_BYTES).toString('hex')}`;
  return `${signed} ${signatureOf(deps.keys, kind, signed).toString('hex')}`;
}

/** What a receipt shows, or null when this service has not signed it. Spaces and case do not matter. */
export function verifyReceipt(keys: Deps['keys'], text: string): Received | null {
  const parts = text.trim().toLowerCase().split(/\s+/);
  const [roundId = '', day = '', nonce = '', signature = ''] = parts;
  const given = Buffer.from(signature, 'hex');
  const kinds: readonly Kind[] = ['answered', 'withdrawn'];
  const kind = kinds.find((one) => {
    const right = signatureOf(keys, one, `${roundId} ${day} ${nonce}`);
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return parts.length === 4 && kind ? { kind, roundId, day } : null;
}

function signatureOf(keys: Deps['keys'], kind: Kind, signed: string): Buffer {
  return createHmac('sha256', signingKey(keys, kind)).update(signed).digest().subarray(0, SIGNATURE_BYTES);
}

type SigningKeys = { answered: KeyObject | null; withdrawn: KeyObject | null };
const made = new WeakMap<Deps['keys'], SigningKeys>();

/** Made once for each kind: everyone who has answered gets a receipt. */
function signingKey(keys: Deps['keys'], kind: Kind): KeyObject {
  const known = made.get(keys) ?? { answered: null, withdrawn: null };
  made.set(keys, known);
  known[kind] ??= createSecretKey(keys.deriveKey(SIGNED_WITH[kind]));
  return known[kind];
}
