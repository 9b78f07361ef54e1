import { newcombe } from '../statistics/newcombe.ts';
import type { Band } from './decide-bands.ts';
import { CURVE_LEAST } from './make-curve.ts';

/** At least this far behind, in shares. */
const BEHIND = 0.05;

/**
 * Whether a group is behind the same day of the last round: by more than five percentage points, Newcombe's 95 %
 * interval of the difference leaves out 0, and thirty people or more were and are asked. Of the numbers that both can
 * be, the nearest are compared.
 */
export function isBehind(
  now: { target: number; band: Band },
  before: { target: number; sent: number } | null,
): boolean {
  if (before === null || now.target < CURVE_LEAST || before.target < CURVE_LEAST) return false;
  const groupOf = (sent: number, target: number) => ({
    chosen: Math.min(sent, target),
    n: target,
    population: Infinity,
  });
  const difference = newcombe(groupOf(now.band.high, now.target), groupOf(before.sent, before.target));
  return difference !== null && difference.value < -BEHIND && difference.high < 0;
}
