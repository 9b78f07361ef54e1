import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatsOf } from './format-figures.ts';

const fi = formatsOf('fi');
const en = formatsOf('en');

describe('numbers as text', () => {
  test.each([
    ['share', fi.share(0.365), '37\u00a0%'],
    ['share in English', en.share(0.365), '37%'],
    ['share at a half that binary numbers miss', fi.share(0.145), '15\u00a0%'],
    ['all', fi.share(1), '100\u00a0%'],
    ['none', fi.share(0), '0\u00a0%'],
    ['mean', fi.mean(4.25), '4,3'],
    ['mean in English', en.mean(4.25), '4.3'],
    ['gap', fi.difference(1.166667), '+1,2'],
    ['negative gap', fi.difference(-0.34), '\u22120,3'],
    ['a gap that rounds to nothing has no sign', fi.difference(-0.04), '0,0'],
    ['points', fi.points(20), '+20'],
    ['thousands', fi.count(16212), '16\u00a0212'],
    ['thousands in English', en.count(16212), '16,212'],
    ['pay', fi.amount(2950, 50), '2\u00a0950'],
    ['a step with decimals', fi.amount(3.5, 0.5), '3,5'],
    ['interval of a share', fi.shareInterval({ value: 0.6, low: 0.48, high: 0.731 }), '48–73\u00a0%'],
    ['interval of a mean', en.meanInterval({ value: 4.2, low: 3.857741, high: 4.542259 }), '3.9–4.5'],
    ['interval of a gap', fi.differenceInterval({ value: 0.1, low: -0.3, high: 0.5 }), '\u22120,3\u00a0–\u00a0+0,5'],
    ['no interval', fi.meanInterval({ value: 4, low: null, high: null }), null],
    ['a quarter of a year', fi.quarter(2021.5), '2021, 3.\u00a0neljännes'],
    ['the first quarter', formatsOf('sv').quarter(2021), '2021, kvartal\u00a01'],
    ['day', fi.day('2026-01-15'), '15.1.2026'],
    ['day in English', en.day('2026-01-15'), '15 January 2026'],
  ])('%s', (_, text, expected) => expect(text).toBe(expected));

  test('a count is read back from its text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        (count) => Number(fi.count(count).replaceAll('\u00a0', '')) === count,
      ),
    );
  });

  test('a share is never a whole per cent away from its text', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (part, rest) => {
        const share = part / (part + rest);
        return Math.abs(Number(en.share(share).replace('%', '')) - share * 100) <= 0.5 + 1e-6;
      }),
    );
  });
});
