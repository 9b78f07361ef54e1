import { OWN_PREFIX, type BlockOwner } from '../engine/own-block.ts';

const LONGEST_CODE = 40;
const MOST_DIGITS = 4;

/**
 * A code for a new question of an owner that nothing has used: own_x0101_3, of a degree
 * own_x0101_671101_1. Numbers are never used again, since answers are stored under them.
 */
export function newOwnCode(owner: BlockOwner, used: Iterable<string>): string {
  const stem = stemOf(owner);
  const numbers = [...used].flatMap((code) => (isOf(stem, code) ? [Number(code.slice(stem.length))] : []));
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}

/** Whether a question was made by this owner, rather than taken from another. */
export function isCodeOf(owner: BlockOwner, code: string): boolean {
  return isOf(stemOf(owner), code);
}

function isOf(stem: string, code: string): boolean {
  return code.startsWith(stem) && /^\d+$/.test(code.slice(stem.length));
}

function stemOf({ institution, degree }: BlockOwner): string {
  const names = [institution, ...(degree === null ? [] : [degree])].join('_');
  const plain = names.toLowerCase().replaceAll(/[^a-z0-9]/g, '_');
  return `${OWN_PREFIX}${plain.slice(0, LONGEST_CODE - OWN_PREFIX.length - 1 - MOST_DIGITS)}_`;
}
