/** A stream of random numbers that is the same for the same seed, on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  next: () => number;
  /** Standard normal. */
  normal: () => number;
  /** An integer in [0, below). */
  below: (below: number) => number;
  /** Index drawn with the given weights. */
  weighted: (weights: readonly number[]) => number;
};

/**
 * sfc32 (small fast counting generator, from PractRand), seeded from a number and a label, so that
 * independent parts of a simulation have independent streams.
 */
export function makeRandom(seed: number, label: string): Random {
  let [a, b, c] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, hashOf(label)];
  let counter = 1;
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) word();
  const next = () => word() / 2 ** 32;
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (left -= weight) < 0);
      return found === -1 ? weights.length - 1 : found;
    },
  };
}

/** FNV-1a of a label, 32 bits. */
export function hashOf(label: string): number {
  let hash = 2166136261;
  for (const byte of Buffer.from(label)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}
