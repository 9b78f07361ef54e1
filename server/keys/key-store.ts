import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The random keys of one round. Codes come from `code`; `contact` and `answer` hash a code for the two sides. */
export type RoundKeys = { code: KeyObject; contact: KeyObject; answer: KeyObject };

export type KeyStore = {
  /** Makes the keys of a new round. Throws if it has some already. */
  createRoundKeys: (roundId: string) => void;
  /** The keys of every round that has them (not those of frozen rounds). Notices files changed by others. */
  allRoundKeys: () => ReadonlyMap<string, RoundKeys>;
  /** The same, as it stood at most 50 ms ago: what is asked by each page of a personal link. */
  recentRoundKeys: () => ReadonlyMap<string, RoundKeys>;
  /** Deletes a round's keys for good; a second time does nothing. */
  deleteRoundKeys: (roundId: string) => void;
  /** A key of its own for each purpose (report links, receipts), from the master key; 32 bytes. */
  deriveKey: (purpose: string) => Buffer;
};

/** How long the folder is not looked at again for `recentRoundKeys`. */
const FRESH_MS = 50;

/**
 * Keys of rounds as files outside the database, `dataDir/keys/<round>.key` (0600), each wrapped by
 * the master key (AES-256-GCM, the round's id as associated data). No backup of the database holds them.
 */
export function openKeyStore(dataDir: string, masterKey: Buffer): KeyStore {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (roundId: string) => join(folder, `${roundId}.key`);
  const deriveKey = (purpose: string) => createHmac('sha256', masterKey).update(`uraseuranta/${purpose}`).digest();
  const wrapKey = deriveKey('wrap-round-keys');
  let cache: { stamp: string; keys: ReadonlyMap<string, RoundKeys> } = { stamp: '', keys: new Map() };
  let isFresh = false;

  const readAll = () => {
    const rounds = readdirSync(folder).filter((name) => name.endsWith('.key'));
    return new Map(
      rounds.map((name) => {
        const roundId = name.slice(0, -'.key'.length);
        return [roundId, unwrap(wrapKey, roundId, readFileSync(fileOf(roundId)))] as const;
      }),
    );
  };

  const allRoundKeys = () => {
    const { mtimeNs } = statSync(folder, { bigint: true });
    const stamp = String(mtimeNs);
    if (cache.stamp !== stamp) cache = { stamp, keys: readAll() };
    return cache.keys;
  };

  return {
    createRoundKeys(roundId) {
      if (existsSync(fileOf(roundId))) throw new Error(`Round ${roundId} has keys already.`);
      isFresh = false;
      writeDurably(fileOf(roundId), wrap(wrapKey, roundId, randomBytes(96)));
    },
    allRoundKeys,
    recentRoundKeys() {
      if (isFresh) return cache.keys;
      const keys = allRoundKeys();
      isFresh = true;
      setTimeout(() => (isFresh = false), FRESH_MS).unref();
      return keys;
    },
    deleteRoundKeys(roundId) {
      const file = fileOf(roundId);
      if (!existsSync(file)) return;
      isFresh = false;
      writeDurably(file, randomBytes(statSync(file).size)); // the name goes below; no old copy of the content stays
      rmSync(file, { force: true });
    },
    deriveKey,
  };
}

function wrap(key: Buffer, roundId: string, plain: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(roundId));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function unwrap(key: Buffer, roundId: string, wrapped: Buffer): RoundKeys {
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12)).setAAD(Buffer.from(roundId));
  decipher.setAuthTag(wrapped.subarray(12, 28));
  try {
    const plain = Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
    const keyAt = (start: number) => createSecretKey(plain.subarray(start, start + 32));
    return { code: keyAt(0), contact: keyAt(32), answer: keyAt(64) };
  } catch (cause) {
    throw new Error(
      `The keys of round ${roundId} cannot be opened: is URAS_MASTER_KEY (or master.key) the one they were made with?`,
      { cause },
    );
  }
}

function writeDurably(file: string, content: Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
