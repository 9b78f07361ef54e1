// The checksum of a gzip file (CRC-32) from those of its parts, without reading them again. A checksum is a
// polynomial over GF(2) modulo that of CRC-32, its bits in reverse: the highest bit is the constant term.

const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** What a checksum is multiplied by when so many bytes follow: x to the power of 8 times that, by repeated squaring. */
export function lengthFactor(bytes: number): number {
  let factor = ONE;
  let square = 0x00800000; // x⁸: one byte
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) factor = product(factor, square);
    square = product(square, square);
  }
  return factor;
}

/** The checksum of two parts, one after the other: `sum` is that of the first. */
export function appendedSum(sum: number, next: { sum: number; factor: number }): number {
  return (product(sum, next.factor) ^ next.sum) >>> 0;
}

function product(one: number, other: number): number {
  let [sum, shifted] = [0, other];
  for (let bit = ONE; bit !== 0 && (one & (bit | (bit - 1))) !== 0; bit >>>= 1) {
    if ((one & bit) !== 0) sum ^= shifted;
    shifted = (shifted & 1) === 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
  }
  return sum >>> 0;
}
