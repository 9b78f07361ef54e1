import { describe, expect, test } from '@jest/globals';
import { clockTime, dayAndMonth, fullDate, lastMoment, monthNames, onWeekday } from './dates.ts';

const ZONE = 'Europe/Helsinki';
const monday = new Date('2026-11-30T10:00:00Z');

describe('dates in sentences', () => {
  test('weekdays in the form that a sentence needs, for every day of a week', () => {
    const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 10, 23 + day, 12)));
    expect(week.map((day) => onWeekday(day, ZONE, 'fi').split(' ')[0])).toEqual([
      'maanantaina',
      'tiistaina',
      'keskiviikkona',
      'torstaina',
      'perjantaina',
      'lauantaina',
      'sunnuntaina',
    ]);
    expect(week.map((day) => onWeekday(day, ZONE, 'sv').split(' ')[0])).toEqual(
      ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'].map((name) => `${name}dagen`),
    );
  });

  test('the day comes after the weekday, as each language writes it', () => {
    expect(onWeekday(monday, ZONE, 'fi')).toBe('maanantaina 30.11.');
    expect(onWeekday(monday, ZONE, 'sv')).toBe('måndagen den 30.11');
    expect(onWeekday(monday, ZONE, 'en')).toBe('Monday 30 November');
    expect([dayAndMonth(monday, ZONE, 'fi'), dayAndMonth(monday, ZONE, 'en')]).toEqual(['30.11.', '30 November']);
  });

  test('midnight at closing belongs to the day that it ends', () => {
    const midnight = new Date('2026-11-30T22:00:00Z');
    expect(dayAndMonth(midnight, ZONE, 'fi')).toBe('1.12.');
    expect(dayAndMonth(lastMoment(midnight), ZONE, 'fi')).toBe('30.11.');
  });

  test('a clock time says whose time it is, in summer and in winter', () => {
    expect(clockTime(new Date('2026-11-02T07:00:00Z'), ZONE, 'fi')).toBe('9.00 Suomen aikaa');
    expect(clockTime(new Date('2026-07-02T06:00:00Z'), ZONE, 'sv')).toBe('9.00 finsk tid');
    expect(clockTime(new Date('2026-11-02T22:30:00Z'), ZONE, 'en')).toBe('0:30 Finnish time');
    expect(clockTime(monday, 'America/New_York', 'en')).toBe('5:00 (Eastern Time)');
  });

  test('a stored day stays that day in every zone', () => {
    expect(fullDate('2026-01-01', 'fi')).toBe('1.1.2026');
    expect(fullDate('2026-12-31', 'sv')).toBe('31.12.2026');
    expect(fullDate('2026-12-31', 'en')).toBe('31 December 2026');
  });

  test('months are twelve, January first', () => {
    expect(monthNames('fi')).toHaveLength(12);
    expect([monthNames('fi')[0], monthNames('sv')[11], monthNames('en')[4]]).toEqual(['tammikuu', 'december', 'May']);
  });
});
