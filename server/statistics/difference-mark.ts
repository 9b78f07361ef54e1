/** What may be said of a difference; 'too_few' = nothing, for there are too few answers. */
export type DifferenceMark = 'differs' | 'no_clear_difference' | 'too_few';

const FEWEST = 10;
const LEVEL = 0.05;

/**
 * The mark of a difference from its p-value, adjusted for the family it is shown in: marked only from
 * 10 answers a side on. "No clear difference" does not say that there is none. Never stars. Throws a
 * RangeError for a p outside 0–1.
 *
 * Example: differenceMark(0.03, 41, 1500) → 'differs'; differenceMark(0.03, 8, 1500) → 'too_few'.
 */
export function differenceMark(adjustedP: number, n: number, otherN: number): DifferenceMark {
  if (!(adjustedP >= 0 && adjustedP <= 1)) throw new RangeError(`a p-value is 0 to 1, not ${adjustedP}`);
  if (Math.min(n, otherN) < FEWEST) return 'too_few';
  return adjustedP <= LEVEL ? 'differs' : 'no_clear_difference';
}
