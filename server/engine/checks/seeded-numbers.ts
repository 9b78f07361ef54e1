/** Numbers from 0 up to but not including 1. */
export type Numbers = () => number;

/**
 * A generator of numbers that look random and are the same for the same seed (mulberry32). For walks of
 * the checker only: never for anything that somebody must not guess.
 *
 * @example const next = seededNumbers(1); next() // 0.6270739405881613
 */
export function seededNumbers(seed: number): Numbers {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of several things, each as likely. Undefined of none. */
export function oneOfThem<T>(numbers: Numbers, things: readonly T[]): T | undefined {
  return things[Math.floor(numbers() * things.length)];
}
