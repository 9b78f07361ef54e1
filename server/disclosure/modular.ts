/** Primes below 2^26: products of two residues stay exact in doubles. */
export const FIRST_PRIME = 67_108_859;
export const SECOND_PRIME = 67_108_837;

/**
 * The residue of a whole number (|number| < 2^52) nearest to zero, so that the small coefficients of
 * sums and differences stay themselves. Example: residue(67108858, FIRST_PRIME) → −1.
 */
export function residue(number: number, prime: number): number {
  const half = (prime - 1) / 2;
  if (number <= half && number >= -half) return number;
  const rest = number - Math.floor(number / prime) * prime;
  if (rest > half) return rest - prime;
  return rest < -half ? rest + prime : rest;
}

/** The residue whose product with a number is 1. Example: inverse(2, 7) → −3. Throws for 0. */
export function inverse(number: number, prime: number): number {
  if (number === 1 || number === -1) return number;
  let [old, now] = [number < 0 ? number + prime : number, prime];
  let [factor, next] = [1, 0];
  while (now !== 0) {
    const quotient = Math.floor(old / now);
    [old, now] = [now, old - quotient * now];
    [factor, next] = [next, factor - quotient * next];
  }
  if (old !== 1) throw new Error(`${number} has no inverse modulo ${prime}`);
  return residue(factor, prime);
}
