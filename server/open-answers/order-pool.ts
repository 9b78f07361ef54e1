import { createHmac } from 'node:crypto';

/**
 * Texts of a pool in an order that is drawn: by a keyed hash of their random keys. The same release gives
 * the same order again; without the key of the service nobody can tell which text came where or when.
 */
export function inDrawnOrder<T extends { key: string }>(texts: readonly T[], seed: Buffer): T[] {
  const drawn = texts.map((text) => ({ text, draw: createHmac('sha256', seed).update(text.key).digest('hex') }));
  return drawn.toSorted((a, b) => (a.draw < b.draw ? -1 : 1)).map(({ text }) => text);
}
