/** Years from a change to the first rounds that can ask people who studied under it. */
export type EffectYears = { first: number; whole: number | null };

/** Years of full-time study by level of the degree: bachelor and master of applied sciences. */
const YEARS_OF_STUDY: ReadonlyMap<string, number> = new Map([
  ['62', 4],
  ['71', 2],
]);

/**
 * When a change can show. Those who graduate in the year of the change are asked `lag` years later: they
 * may have studied under it for a while. Those who studied under it from the beginning graduate after a
 * whole course of study.
 *
 * @example effectYears({ change: 2026, lag: 5, level: '62' }) // { first: 2031, whole: 2035 }
 */
export function effectYears({ change, lag, level }: { change: number; lag: number; level: string }): EffectYears {
  const study = YEARS_OF_STUDY.get(level);
  return { first: change + lag, whole: study === undefined ? null : change + study + lag };
}
