import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatZoned, isTimeZone, readZonedTime, zonedDay } from './zoned-time.ts';

const ZONE = 'Europe/Helsinki';
const read = (text: string, endOfDay = false) => {
  const time = readZonedTime(text, ZONE, { endOfDay });
  return time.kind === 'time' ? time.at.toISOString() : time.reason;
};

describe('a time of a round', () => {
  test.each([
    ['2026-07-01T09:00', '2026-07-01T06:00:00.000Z'],
    ['2026-12-01T09:00', '2026-12-01T07:00:00.000Z'],
    ['2026-12-01 09:00:30', '2026-12-01T07:00:30.000Z'],
    ['2026-12-01', '2026-11-30T22:00:00.000Z'],
    ['2026-12-01T09:00Z', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T09:00:00.000+05:30', '2026-12-01T03:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('is right on both sides of each change of clocks, and unclear within', () => {
    expect(read('2026-03-29T02:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(read('2026-03-29T03:30')).toContain('skip this time');
    expect(read('2026-03-29T04:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(read('2026-10-25T02:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(read('2026-10-25T03:30')).toContain('2026-10-25T00:30:00Z or 2026-10-25T01:30:00Z');
    expect(read('2026-10-25T04:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  test('as a day that closes is the end of that day, 23 or 25 hours long as it may be', () => {
    expect(read('2026-10-25', true)).toBe('2026-10-25T22:00:00.000Z');
    expect(read('2026-03-29', true)).toBe('2026-03-29T21:00:00.000Z');
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T24:00',
    '2026-01-01T09:60',
    '1.2.2026',
    'tomorrow',
    '',
    '2026-02-31T09:00Z',
  ])('%j is refused', (text) => {
    expect(read(text)).toContain(`"${text}": `);
  });

  test('is read back to what its zone shows', () => {
    const zones = fc.constantFrom(
      ZONE,
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Auckland',
      'UTC',
      'Africa/Casablanca',
    );
    const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, zones, (date, zone) => {
        const at = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const again = readZonedTime(formatZoned(at, zone), zone, { endOfDay: false });
        expect(again.kind === 'time' ? again.at : again.reason).toEqual(
          again.kind === 'time' ? at : expect.stringContaining('twice'),
        );
      }),
    );
  });

  test('has the day of its zone', () => {
    expect(zonedDay(new Date('2026-11-30T22:30:00Z'), ZONE)).toBe('2026-12-01');
  });
});

test('zones are known by name', () => {
  expect([isTimeZone('Europe/Helsinki'), isTimeZone('Europe/Helsingfors'), isTimeZone('')]).toEqual([
    true,
    false,
    false,
  ]);
});
