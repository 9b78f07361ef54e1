import { createHmac, type KeyObject } from 'node:crypto';
import type { RoundKeys } from '../keys/key-store.ts';

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 12;
/** A code as it is kept: those characters and the one that checks them. */
const CODE = new RegExp(`^[${ALPHABET}]{${RANDOM_CHARACTERS + 1}}$`);

/**
 * A person's code in a round: 12 characters (60 bits) of a keyed hash of the person's key and the
 * generation of the link, and a check character. Derived whenever needed, stored nowhere.
 */
export function deriveCode(keys: RoundKeys, personKey: string, generation: number): string {
  const hash = createHmac('sha256', keys.code).update(`${generation}/${personKey}`).digest();
  let characters = '';
  for (let index = 0; index < RANDOM_CHARACTERS; index += 1) {
    characters += ALPHABET.charAt(bitsAt(hash, index * 5));
  }
  return characters + checkCharacter(characters);
}

/**
 * What a person typed or a link holds → the 13 characters of a code, or null with the reason:
 * lower case, spaces and dashes are accepted, I and L read as 1, O as 0. One wrong or two swapped
 * characters are found by the check character, so a typing error never costs a look-up.
 */
export function normaliseCode(typed: string): { kind: 'code'; code: string } | { kind: 'typing-error' } {
  const cleaned = CODE.test(typed)
    ? typed
    : typed
        .toUpperCase()
        .replace(/[\s\-–—.]/g, '')
        .replace(/[IL]/g, '1')
        .replace(/O/g, '0');
  if (!CODE.test(cleaned) || checkCharacter(cleaned.slice(0, RANDOM_CHARACTERS)) !== cleaned.at(-1))
    return { kind: 'typing-error' };
  return { kind: 'code', code: cleaned };
}

/** As printed: 'K7QF-2M9T-XR4C-8'. */
export function formatCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12)].join('-');
}

/** By which the contact side finds the person of a code; 32 bytes. */
export function contactHash(keys: RoundKeys, code: string): Buffer {
  return keyedHash(keys.contact, code);
}

/** By which the answer side finds the record of a code; 32 bytes. Shares no key with the contact hash. */
export function answerHandle(keys: RoundKeys, code: string): Buffer {
  return keyedHash(keys.answer, code);
}

/** Someone who answers comes back page by page: what was hashed last is kept, as long as the key is there. */
const MOST_KEPT = 2_000;
const kept = new WeakMap<KeyObject, Map<string, Buffer>>();

function keyedHash(key: KeyObject, code: string): Buffer {
  const known = kept.get(key)?.get(code);
  if (known) return known;
  const ofKey = kept.get(key) ?? new Map<string, Buffer>();
  kept.set(key, ofKey);
  const hash = createHmac('sha256', key).update(code).digest();
  if (ofKey.size >= MOST_KEPT) ofKey.clear();
  ofKey.set(code, hash);
  return hash;
}

/**
 * A sum over GF(32) in which every place has a weight of its own (powers of x modulo x⁵+x²+1), so
 * that each single wrong character and each swap of two is found.
 */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesX(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

function timesX(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function bitsAt(bytes: Buffer, start: number): number {
  const pair = ((bytes[start >> 3] ?? 0) << 8) | (bytes[(start >> 3) + 1] ?? 0);
  return (pair >> (11 - (start & 7))) & 31;
}
