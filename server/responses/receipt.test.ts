import { describe, expect, test } from '@jest/globals';
import { createHmac, randomBytes } from 'node:crypto';
import { makeReceipt, verifyReceipt } from './receipt.ts';

const keysOf = (secret: string) => ({
  createRoundKeys: () => undefined,
  allRoundKeys: () => new Map(),
  recentRoundKeys: () => new Map(),
  deleteRoundKeys: () => undefined,
  deriveKey: (purpose: string) => createHmac('sha256', secret).update(purpose).digest(),
});
const keys = keysOf('one');
const received = { kind: 'answered', roundId: 'amk-2026', day: '2026-11-12' } as const;

describe('a receipt', () => {
  test('shows the round and the day to the service that signed it, however it was copied', () => {
    const receipt = makeReceipt({ keys, randomBytes }, received);
    expect(verifyReceipt(keys, receipt)).toEqual(received);
    expect(verifyReceipt(keys, `  ${receipt.toUpperCase().replaceAll(' ', '\n')} `)).toEqual(received);
  });

  test('of a withdrawal is none of an answer: each says what it is for', () => {
    const withdrawn = { ...received, kind: 'withdrawn' } as const;
    expect(verifyReceipt(keys, makeReceipt({ keys, randomBytes }, withdrawn))).toEqual(withdrawn);
  });

  test('is another one each time, so that two of them tie nothing together', () => {
    const make = () => makeReceipt({ keys, randomBytes }, received);
    expect(make()).not.toBe(make());
  });

  test('does not pass with one character changed, a part missing, or the key of another service', () => {
    const receipt = makeReceipt({ keys, randomBytes }, received);
    for (let place = 0; place < receipt.length; place += 1) {
      const other = receipt[place] === '1' ? '2' : '1';
      expect(verifyReceipt(keys, receipt.slice(0, place) + other + receipt.slice(place + 1))).toBeNull();
    }
    expect(verifyReceipt(keys, receipt.split(' ').slice(0, 3).join(' '))).toBeNull();
    expect(verifyReceipt(keys, '')).toBeNull();
    expect(verifyReceipt(keysOf('two'), receipt)).toBeNull();
  });
});
