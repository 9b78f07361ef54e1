/** A point in time, or why the text is none. */
export type ZonedTime = { kind: 'time'; at: Date } | { kind: 'unclear'; reason: string };

const DAY_MS = 24 * 3600 * 1000;
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether the name is that of a time zone, 'Europe/Helsinki'. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads '2026-10-07T09:00' as the clocks of the zone show it, '2026-10-07' as the beginning of that
 * day (or its end, with `endOfDay`), and a time with an offset ('…Z', '…+03:00') as it stands. A time
 * that the zone's clocks skip or show twice, when summer time begins or ends, is unclear.
 */
export function readZonedTime(text: string, zone: string, options: { endOfDay: boolean }): ZonedTime {
  const match = WRITTEN.exec(text);
  if (!match) {
    return unclear(text, `write it as 2026-10-07T09:00 (time in ${zone}), or with an offset: 2026-10-07T06:00Z`);
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const [isWholeDay, offset] = [match[4] === undefined, match[7]];
  const at = offset ? new Date(text.replace(' ', 'T')) : new Date(local);
  const isReal = localText(local) === `${match[1]}-${match[2]}-${match[3]}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
  if (!isReal || Number.isNaN(at.getTime())) return unclear(text, 'there is no such day or time');
  if (offset) return { kind: 'time', at };
  return fromLocal(text, isWholeDay && options.endOfDay ? local + DAY_MS : local, zone);
}

/** A point in time as the clocks of a zone show it: '2026-10-07 09:00'. */
export function formatZoned(at: Date, zone: string): string {
  return localText(localOf(at.getTime(), zone)).slice(0, 16).replace('T', ' ');
}

const MOST_DAYS = 1000;
const days = new Map<number, string>();

/** The day that the clocks of a zone show: '2026-10-07'. */
export function zonedDay(at: Date, zone: string): string {
  const day = Math.floor(localOf(at.getTime(), zone) / DAY_MS);
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const text = localText(day * DAY_MS).slice(0, 10);
  days.set(day, text);
  return text;
}

/** Every offset that the zone has around that day is tried; those that give the wanted clock time count. */
function instantsOf(local: number, zone: string): number[] {
  const offsets = [local - DAY_MS, local + DAY_MS].map((near) => localOf(near, zone) - near);
  return [...new Set(offsets.map((offset) => local - offset))].filter((at) => localOf(at, zone) === local);
}

function fromLocal(text: string, local: number, zone: string): ZonedTime {
  const [at, other] = instantsOf(local, zone);
  if (at === undefined) return unclear(text, `clocks in ${zone} skip this time: summer time begins`);
  if (other !== undefined) {
    const both = [at, other].map((one) => new Date(one).toISOString().replace('.000', '')).join(' or ');
    return unclear(text, `clocks in ${zone} show this time twice, because summer time ends: write ${both}`);
  }
  return { kind: 'time', at: new Date(at) };
}

/**
 * The instants at which the clocks of a zone show a time of a day, the earlier first: none where summer time begins
 * and they skip it, two where it ends and they show it twice. '24:00' is the end of the day.
 *
 * @example zonedInstants('2026-10-25', '03:30', 'Europe/Helsinki').length // 2
 */
export function zonedInstants(day: string, time: string, zone: string): Date[] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const local = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  return instantsOf(local, zone)
    .toSorted((a, b) => a - b)
    .map((at) => new Date(at));
}

/** By how many minutes the clocks of a zone are ahead of UTC. */
export function offsetMinutes(at: Date, zone: string): number {
  return Math.round((localOf(at.getTime(), zone) - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** Whether the zone has summer time at that instant; null where its clocks do not change in that year. */
export function isSummerTime(at: Date, zone: string): boolean | null {
  const year = at.getUTCFullYear();
  const offsets = [0, 6].map((month) => offsetMinutes(new Date(Date.UTC(year, month, 1)), zone));
  const least = Math.min(...offsets);
  return least === Math.max(...offsets) ? null : offsetMinutes(at, zone) > least;
}

/** When the clocks of a zone change between two instants, to the minute; `forward` = summer time begins. */
export function clockChanges(from: Date, to: Date, zone: string): { at: Date; forward: boolean }[] {
  const changes: { at: Date; forward: boolean }[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += DAY_MS) {
    const end = Math.min(start + DAY_MS, to.getTime());
    const [before, after] = [start, end].map((at) => offsetMinutes(new Date(at), zone));
    if (before === undefined || after === undefined || before === after) continue;
    changes.push({ at: changeBetween(start, end, zone), forward: after > before });
  }
  return changes;
}

function changeBetween(start: number, end: number, zone: string): Date {
  const before = offsetMinutes(new Date(start), zone);
  let [low, high] = [start, end];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutes(new Date(middle), zone) === before) low = middle;
    else high = middle;
  }
  return new Date(Math.floor(high / 60_000) * 60_000); // clocks change at a full minute
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

// Made once a zone: making a format costs more than using it a hundred times.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Clocks change at full quarters of an hour only, since clocks are set by zones and not by towns. */
const QUARTER_MS = 15 * 60 * 1000;
const FIRST_KNOWN_MS = Date.UTC(1980, 0, 1);
const MOST_OFFSETS = 5000;
const offsets = new Map<string, number>();

/** What the zone's clocks show, written as if it were UTC; in milliseconds. Fractions of a second go. */
function localOf(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  if (at < FIRST_KNOWN_MS) return computedLocal(second, zone);
  const quarter = Math.floor(at / QUARTER_MS) * QUARTER_MS;
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return second + known;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const offset = computedLocal(quarter, zone) - quarter;
  offsets.set(key, offset);
  return second + offset;
}

function computedLocal(at: number, zone: string): number {
  const format = formatOf(zone);
  const parts = new Map(format.formatToParts(new Date(at)).map((part) => [part.type, Number(part.value)]));
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (type) => parts.get(type) ?? 0,
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function localText(local: number): string {
  return new Date(local).toISOString().slice(0, 19);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function unclear(text: string, reason: string): ZonedTime {
  return { kind: 'unclear', reason: `"${text}": ${reason}` };
}
