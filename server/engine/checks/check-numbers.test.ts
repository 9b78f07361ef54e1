import { describe, expect, test } from '@jest/globals';
import { band, editQuestion, findingsAfter } from '../../../test/support/edit-definition.ts';

describe('numbers', () => {
  const place = 'pages[1].questions[3]';
  const rest = [band('b', 1, 5), band('c', 5, 20), band('d', 20, 501)];

  test.each<[string, Record<string, unknown>, string[]]>([
    ['a gap', { bands: [band('a', 0, 0.5), ...rest] }, ['bands[1].from band_gap']],
    ['an overlap', { bands: [band('a', 0, 2), ...rest] }, ['bands[1].from band_overlap']],
    ['the least number in no band', { min: -1, plausible: { from: 0, to: 9 } }, ['bands[0].from bands_do_not_cover']],
    ['the greatest in no band', { max: 501 }, ['bands[3].below bands_do_not_cover']],
    ['a band without numbers', { bands: [band('a', 0, 1), band('z', 1, 1), ...rest] }, ['bands[1] band_empty']],
    ['a band outside', { bands: [band('z', -5, 0), band('a', 0, 1), ...rest] }, ['bands[0] band_outside']],
    ['plausible outside', { plausible: { from: 0, to: 501 } }, ['plausible plausible_outside']],
    ['plausible turned round', { plausible: { from: 9, to: 3 } }, ['plausible plausible_outside']],
    ['least above greatest', { min: 501 }, ['max empty_range']],
  ])('%s', (_name, change, expected) => {
    expect(findingsAfter(editQuestion('staff', change))).toEqual(expected.map((finding) => `${place}.${finding}`));
  });

  test('years in no band, and bands that split a month', () => {
    expect(findingsAfter(editQuestion('started', { toYear: 2025 }))).toEqual([
      'pages[1].questions[2].bands[3].below bands_do_not_cover',
    ]);
    const bands = [band('a', 2015, 2018), band('b', 2018, 2020.3), band('c', 2020.3, 2022), band('d', 2022, 2025)];
    expect(findingsAfter(editQuestion('started', { bands }))).toEqual([
      'pages[1].questions[2].bands[1].from band_not_months',
      'pages[1].questions[2].bands[2].from band_not_months',
    ]);
    expect(findingsAfter(editQuestion('started', { fromYear: 2030 }))).toEqual([
      'pages[1].questions[2].toYear empty_range',
    ]);
  });

  test('bands of age', () => {
    const found = findingsAfter((input) =>
      Object.assign(input.background[2] ?? {}, { bands: [band('young', 15, 30), band('older', 31, 100)] }),
    );
    expect(found).toEqual(['background[2].bands[1].from band_gap']);
  });
});
