import { expect, test } from '@jest/globals';
import { readDay } from './read-day.ts';

test('every day that there is, and no other, is read', () => {
  for (let year = 1900; year < 2100; year += 7) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
        const at = new Date(Date.UTC(year, month - 1, day));
        expect(readDay(text).kind).toBe(at.toISOString().startsWith(text) ? 'day' : 'no_day');
      }
    }
  }
});

test.each(['', '1.2.2020', '2020-1-1', '20200101', '2020-01-01T00:00', ' 2020-01-01', '1899-12-31', '٢٠٢٠-01-01'])(
  '%j is no day of a file',
  (text) => {
    expect(readDay(text)).toMatchObject({ kind: 'no_day' });
  },
);
