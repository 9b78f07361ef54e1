import type { KeyStore } from '../keys/key-store.ts';

/** The key in every link to reports, until people sign in: 160 bits from the master key, the same at each start. */
export function reportKey(keys: Pick<KeyStore, 'deriveKey'>): string {
  return keys.deriveKey('report-links').subarray(0, 20).toString('base64url');
}
