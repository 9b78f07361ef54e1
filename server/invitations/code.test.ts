import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerHandle, contactHash, deriveCode, formatCode, normaliseCode } from './code.ts';

const keyOf = (byte: number) => createSecretKey(Buffer.alloc(32, byte));
const keys = { code: keyOf(1), contact: keyOf(2), answer: keyOf(3) };
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.string({ minLength: 1 }).map((person) => deriveCode(keys, person, 0));

describe('a code', () => {
  test('is the same for a person, and another for a replaced link', () => {
    expect(deriveCode(keys, 'A1', 0)).toBe(deriveCode(keys, 'A1', 0));
    expect(deriveCode(keys, 'A1', 0)).not.toBe(deriveCode(keys, 'A1', 1));
    expect(deriveCode(keys, 'A1', 0)).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
  });

  test('is read however a person types it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = formatCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
        expect(normaliseCode(typed)).toEqual({ kind: 'code', code });
      }),
    );
  });

  test('with one wrong or two swapped characters is a typing error', () => {
    fc.assert(
      fc.property(codes, fc.nat(12), fc.nat(12), fc.nat(31), (code, place, other, letter) => {
        const characters = [...code];
        const wrong = characters.with(place, ALPHABET.charAt(letter)).join('');
        if (wrong !== code) expect(normaliseCode(wrong).kind).toBe('typing-error');
        const swapped = characters
          .with(place, characters[other] ?? '')
          .with(other, characters[place] ?? '')
          .join('');
        if (swapped !== code) expect(normaliseCode(swapped).kind).toBe('typing-error');
      }),
    );
  });

  test('is found on the two sides by hashes that share nothing', () => {
    const code = deriveCode(keys, 'A1', 0);
    expect(contactHash(keys, code).equals(answerHandle(keys, code))).toBe(false);
  });
});
