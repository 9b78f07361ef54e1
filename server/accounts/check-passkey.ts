import { z } from 'zod';
import type { PasskeyPlace } from './passkey-place.ts';

/** A response with all that a device may say is a few thousand characters. */
const MOST_CHARACTERS = 20_000;
/** COSE: EdDSA, ES256, RS256. Every device has one of them. */
export const ALGORITHMS = [-8, -7, -257];
const TRANSPORTS = ['internal', 'hybrid', 'usb', 'nfc', 'ble', 'smart-card', 'cable'];

const bytes = z.string().regex(/^[\w-]+$/);
const credential = z.object({ id: bytes.max(1400), rawId: bytes.max(1400), type: z.literal('public-key') });
const newSchema = credential.extend({
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string()).max(20).catch([]).default([]),
  }),
});
const knownSchema = credential.extend({
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.max(100) }),
});

/** What a device says of a passkey that it has made. */
export type NewPasskey = { credentialId: Buffer; publicKey: Buffer; counter: number; transports: string[] };
export type SignedChallenge = z.output<typeof knownSchema>;

/** What the browser posts when a passkey signs in, if it can be read. */
export function readSigned(posted: string): SignedChallenge | null {
  return knownSchema.safeParse(jsonOf(posted)).data ?? null;
}

type Expected = { place: PasskeyPlace; challenge: string };

/**
 * A passkey that was made for us on this challenge, by somebody whom the device has recognised; null where
 * anything is amiss. Whose make the device is we do not ask, and a chain of certificates that tells it all the
 * same is refused: checking one may fetch addresses that stand in it.
 */
export async function checkNewPasskey(posted: string, { place, challenge }: Expected): Promise<NewPasskey | null> {
  const response = newSchema.safeParse(jsonOf(posted)).data;
  if (!response) return null;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  try {
    const attestation = decodeAttestationObject(bufferOf(response.response.attestationObject));
    if (attestation.get('attStmt').get('x5c') !== undefined) return null;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, response: { ...response.response, transports: [] }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!registrationInfo || registrationInfo.credential.id !== response.id) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = TRANSPORTS.filter((one) => response.response.transports.includes(one));
    return { credentialId: bufferOf(id), publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return null; // a response that cannot be read is like one that is wrong
  }
}

/**
 * How far the device has counted, where it has signed this challenge for us with this key, and has recognised its
 * person; null where anything is amiss. Whether it has counted further before is not looked at here.
 */
export async function checkSigned(
  response: SignedChallenge,
  { place, challenge, publicKey }: Expected & { publicKey: Buffer },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

export function bufferOf(base64url: string): Buffer<ArrayBuffer> {
  return Buffer.from(base64url, 'base64url');
}

function jsonOf(text: string): unknown {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
