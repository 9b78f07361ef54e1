import {
  argon2,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyStore } from '../keys/key-store.ts';

type Keys = Pick<KeyStore, 'deriveKey'>;
type RandomBytes = (size: number) => Buffer;

const hashPassword = promisify(argon2);
/** OWASP's second choice of Argon2id: 19 MiB, two passes, one lane; some 30 ms. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;

/** A password as Argon2id's text form, with its parameters and a salt of its own. */
export async function passwordHash(password: string, random: RandomBytes = randomBytes): Promise<string> {
  const salt = random(16);
  const tag = await argon2idOf(password, { ...COST, salt });
  const b64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(salt)}$${b64(tag)}`;
}

/** Whether this is the password. Where there is no hash it takes as long and says no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? '');
  if (!found) {
    await argon2idOf(password, { ...COST, salt: Buffer.alloc(16) });
    return false;
  }
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number);
  const salt = Buffer.from(found[4] ?? '', 'base64');
  const expected = Buffer.from(found[5] ?? '', 'base64');
  const cost = { memory: memory ?? 0, passes: passes ?? 0, parallelism: parallelism ?? 0 };
  const tag = await argon2idOf(password, { ...cost, salt });
  return tag.length === expected.length && timingSafeEqual(tag, expected);
}

async function argon2idOf(
  password: string,
  { memory, passes, parallelism, salt }: typeof COST & { salt: Buffer },
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC'));
  return hashPassword('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: TAG_BYTES });
}

/** A secret for an address or a cookie: 256 random bits. */
export function newToken(random: RandomBytes): string {
  return random(32).toString('base64url');
}

/** What the database keeps of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A signature of a text for one purpose. */
export function signature(keys: Keys, purpose: string, text: string): string {
  return createHmac('sha256', keys.deriveKey(purpose)).update(text).digest('base64url');
}

/** Whether two texts are the same; takes the same time whatever differs. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Encrypts a secret for the database (AES-256-GCM), tied to what it belongs to. */
export function seal(keys: Keys, purpose: string, { plain, owner }: { plain: Buffer; owner: string }): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.deriveKey(purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Decrypts it; throws where the key or the owner is another. */
export function unseal(keys: Keys, purpose: string, { sealed, owner }: { sealed: Buffer; owner: string }): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keys.deriveKey(purpose), sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
