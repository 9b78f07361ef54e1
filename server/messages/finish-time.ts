import { nextSendingTime } from './sending-hours.ts';

const MINUTE_MS = 60_000;

/**
 * When the last message of a step leaves, if nothing holds it up: each receiving domain gets `perMinute` at most, and
 * nothing leaves at night or on a Sunday.
 *
 * @example finishTime(new Date('2026-10-05T06:00Z'), [300, 20], { perMinute: 150, zone: 'Europe/Helsinki' }) // 06:01Z
 */
export function finishTime(
  startsAt: Date,
  byDomain: readonly number[],
  { perMinute, zone }: { perMinute: number; zone: string },
): Date {
  let at = startsAt;
  for (let left = Math.ceil(Math.max(0, ...byDomain) / perMinute) - 1; left > 0; left -= 1) {
    at = nextSendingTime(new Date(at.getTime() + MINUTE_MS), zone);
  }
  return at;
}
