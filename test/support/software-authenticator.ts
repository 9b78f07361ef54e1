import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a device does otherwise than it should. */
export type Faults = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** It has not recognised its person. */
  unverified?: true;
  /** What it has counted to; it counts not at all where this is left out. */
  counter?: number;
  /** It names somebody else as its person. */
  userHandle?: string;
  /** A statement of its make, with a certificate. */
  certificate?: true;
};

/** What a page asks the browser for, as far as a device needs it. */
export type Asked = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } };

/** A device with one passkey on it (ES256), in software: it answers as browsers post it. */
export type SoftwareAuthenticator = {
  id: string;
  make: (asked: Asked, faults?: Faults) => string;
  sign: (asked: Asked, faults?: Faults) => string;
};

const ORIGIN = 'http://localhost:3000';
const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

export function softwareAuthenticator(): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let userHandle = '';
  const posted = (response: Record<string, unknown>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', authenticatorAttachment: 'platform', response });

  return {
    id,
    make(asked, faults = {}) {
      userHandle = asked.user?.id ?? '';
      const length = Buffer.from([0, credentialId.length]);
      const key = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
      const authData = Buffer.concat([head(asked, faults, WITH_KEY), key]);
      const statement = faults.certificate ? { fmt: 'packed', attStmt: { x5c: [Buffer.from('0000', 'hex')] } } : NONE;
      const attestationObject = cbor({ ...statement, authData }).toString('base64url');
      return posted({ ...clientData('webauthn.create', asked, faults), attestationObject, transports: ['internal'] });
    },
    sign(asked, faults = {}) {
      const authData = head(asked, faults, 0);
      const { clientDataJSON } = clientData('webauthn.get', asked, faults);
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
      return posted({
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle: faults.userHandle ?? userHandle,
      });
    },
  };
}

const NONE = { fmt: 'none', attStmt: {} };

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function clientData(type: string, asked: Asked, { origin = ORIGIN, challenge = asked.challenge }: Faults) {
  const text = JSON.stringify({ type, challenge, origin, crossOrigin: false });
  return { clientDataJSON: Buffer.from(text).toString('base64url') };
}

function head(
  asked: Asked,
  { rpId = asked.rp?.id ?? asked.rpId ?? '', unverified, counter = 0 }: Faults,
  more: number,
) {
  const flags = Buffer.from([PRESENT | (unverified ? 0 : VERIFIED) | more]);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(rpId)), flags, count]);
}

/** EC2, ES256, P-256 (RFC 9053). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const map = new Map<number, number | Buffer>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
  return cbor(map);
}

/** As much of CBOR (RFC 8949) as a device says here. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([cborHead(4, value.length), ...value.map(cbor)]);
  const entries: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value as object);
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat().map(cbor)]);
}

function cborHead(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}
