import { formatZoned, readZonedTime, zonedDay } from '../rounds/zoned-time.ts';

/** Messages leave from 8 to 21 by the clocks of the round's zone, on no Sunday. */
const FROM_HOUR = 8;
const TO_HOUR = 21;
const DAY_MS = 24 * 3_600_000;

/** Whether nothing may be sent now: night or Sunday in the zone. */
export function isQuiet(at: Date, zone: string): boolean {
  const hour = Number(formatZoned(at, zone).slice(11, 13));
  return hour < FROM_HOUR || hour >= TO_HOUR || isSunday(zonedDay(at, zone));
}

/**
 * The first moment from `at` on at which messages may leave.
 *
 * @example nextSendingTime(new Date('2026-10-24T20:30Z'), 'Europe/Helsinki') // Monday 26 October, 8 o'clock: 06:00Z
 */
export function nextSendingTime(at: Date, zone: string): Date {
  if (!isQuiet(at, zone)) return at;
  const today = zonedDay(at, zone);
  for (let ahead = 0; ahead <= 3; ahead += 1) {
    const day = addDays(today, ahead);
    if (isSunday(day)) continue;
    const morning = morningOf(day, zone);
    if (morning > at) return morning;
  }
  throw new Error(`No time to send was found after ${at.toISOString()} in ${zone}.`);
}

/** 8 o'clock of a day; where the clocks skip or repeat it, the next full hour that they show once. */
function morningOf(day: string, zone: string): Date {
  for (let hour = FROM_HOUR; hour < TO_HOUR; hour += 1) {
    const read = readZonedTime(`${day}T${String(hour).padStart(2, '0')}:00`, zone, { endOfDay: false });
    if (read.kind === 'time') return read.at;
  }
  throw new Error(`The clocks of ${zone} show no morning on ${day}.`);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function isSunday(day: string): boolean {
  return new Date(`${day}T12:00:00Z`).getUTCDay() === 0;
}
