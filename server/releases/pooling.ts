import type { PooledRound } from '../disclosure/window-catalogue.ts';
import { chooseWindows } from './choose-windows.ts';
import type { ReleaseCounter } from './release-counter.ts';
import type { MetaWindow } from './release-meta.ts';

/** Rounds before, counted once more, and what a release may show of several together. */
export type Pooling = NonNullable<Parameters<ReleaseCounter['protect']>[1]>;

/** The windows of a release as its manifest names them. */
export function windowsOf(pooling: Pooling | null): MetaWindow[] {
  if (!pooling) return [];
  const beside = pooling.others.map(({ period }) => period);
  return pooling.windows.map(({ period, rounds }) => ({ period, rounds, beside }));
}

/** What may be shown of these rounds together; null where an earlier window has a round that is not among them. */
export function poolingOf(
  period: string,
  others: readonly PooledRound[],
  shown: readonly { period: string }[] = others,
): Pooling | null {
  const known = new Set([period, ...others.map((one) => one.period)]);
  const windows = chooseWindows({ period }, shown);
  const isWhole = others.every((one) => one.windows.every(({ rounds }) => rounds.every((round) => known.has(round))));
  return isWhole && windows.length > 0 ? { period, others, windows } : null;
}
