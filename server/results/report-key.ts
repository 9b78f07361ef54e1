import { createHash, timingSafeEqual } from 'node:crypto';
import type { KeyStore } from '../keys/key-store.ts';

const KEY_BYTES = 20; // 160 bits: nobody finds it by trying

/**
 * The part of every report's address that opens the reports of a demonstration. It comes from
 * the master key, so that it is the same at every start and stands in no database.
 */
export function reportKey(keys: Pick<KeyStore, 'deriveKey'>): string {
  return keys.deriveKey('report-links').subarray(0, KEY_BYTES).toString('base64url');
}

/** Whether an address holds the key. Takes the same time whatever differs. */
export function isReportKey(keys: Pick<KeyStore, 'deriveKey'>, candidate: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(reportKey(keys)), digest(candidate));
}
