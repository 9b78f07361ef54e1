/** Throws a RangeError unless 0 ≤ chosen ≤ n. Returns the share, NaN for n = 0. Example: checkedShare(3, 4) → 0.75. */
export function checkedShare(chosen: number, n: number): number {
  if (!(chosen >= 0 && n >= chosen)) throw new RangeError(`${chosen} of ${n} is no share`);
  return chosen / n;
}
