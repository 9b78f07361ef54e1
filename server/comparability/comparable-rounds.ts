import type { ComparabilityMap } from './comparability-schema.ts';
import { trendLink, type Asked, type TrendLink } from './trend-link.ts';
import type { Trend } from './trend-segments.ts';

/** A round of a window: `item` null where it was not asked. */
export type WindowRound = { period: string; version: number; item: string | null; unit?: Asked['unit'] };
/** Whether rounds may be pooled; refused with the two rounds between which they may not, and why. */
export type Pooling =
  | { kind: 'allowed' }
  | { kind: 'refused'; reason: 'not_asked'; periods: readonly string[] }
  | { kind: 'refused'; reason: 'series_changes'; between: readonly [string, string]; link: TrendLink };

/**
 * Whether the answers of neighbouring rounds may be counted as one. Only where each round continues the one
 * before it: no window reaches over a break, a recode, a change of unit or a round without the item
 * (statistics 4).
 *
 * @example poolWindow([{ period: '2024', version: 2, item: 'x' }, { period: '2025', version: 3, item: 'x' }], maps)
 */
export function poolWindow(rounds: readonly WindowRound[], maps: readonly ComparabilityMap[]): Pooling {
  const missing = rounds.filter(({ item }) => item === null).map(({ period }) => period);
  if (missing.length > 0) return { kind: 'refused', reason: 'not_asked', periods: missing };
  for (const [index, round] of rounds.entries()) {
    const before = rounds[index - 1];
    if (!before) continue;
    const link = trendLink(maps, askedIn(before), askedIn(round), 'scores');
    if (link.kind === 'continues') continue;
    return { kind: 'refused', reason: 'series_changes', between: [before.period, round.period], link };
  }
  return { kind: 'allowed' };
}

/** Whether a change between two rounds of a trend may be stated or tested at all, and otherwise why not. */
export type Comparison = { kind: 'allowed' } | { kind: 'refused'; reason: 'unknown' | 'not_shown' | 'series_changes' };

/**
 * Whether two rounds of a trend may be compared: both are shown and stand in one segment. Segments of one
 * colour are not compared with each other: a break lies between them.
 */
export function compareRounds<V>(trend: Trend<V>, one: string, other: string): Comparison {
  const points = [one, other].map((period) => trend.points.find((point) => point.period === period));
  if (points.some((point) => point === undefined)) return { kind: 'refused', reason: 'unknown' };
  if (points.some((point) => point?.value === null)) return { kind: 'refused', reason: 'not_shown' };
  const together = trend.segments.some(({ points: shown }) =>
    [one, other].every((period) => shown.some((point) => point.period === period)),
  );
  return together ? { kind: 'allowed' } : { kind: 'refused', reason: 'series_changes' };
}

function askedIn({ version, item, unit }: WindowRound): Asked {
  const asked = { version, item: item ?? '' };
  return unit ? { ...asked, unit } : asked;
}
