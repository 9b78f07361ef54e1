import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileNumber, readWrittenNumber } from './written-number.ts';

const euros = { fi: '€/kk', sv: '€/mån', en: '€/month' };
const months = { fi: 'kk', sv: 'mån', en: 'months' };

describe('a number as people write it', () => {
  test.each<[string, number, number]>([
    ['3400', 3400, 0],
    ['3 400', 3400, 0],
    ['3\u00a0400', 3400, 0],
    ['3\u202f400', 3400, 0],
    ['3\u2009400', 3400, 0],
    ['3.400', 3400, 0],
    ['1.234.567', 1_234_567, 0],
    ['3,400', 3400, 0],
    ['3400,00', 3400, 0],
    ['3400.00', 3400, 0],
    ['3400,5', 3400.5, 1],
    ['3.400,50', 3400.5, 1],
    ['3,400.50', 3400.5, 1],
    ['3 400,50', 3400.5, 1],
    ['0,5', 0.5, 1],
    ['0.500', 0.5, 1],
    ['1.0', 1, 0],
    ['9.2', 9.2, 1],
    ['1234.567', 1234.567, 3],
    ['007', 7, 0],
    ['3 400 €', 3400, 0],
    ['3400€', 3400, 0],
    ['€3,400', 3400, 0],
    ['3400 euroa', 3400, 0],
    ['3400 EUR', 3400, 0],
    ['3400 €/kk', 3400, 0],
    ['3400 €/Month', 3400, 0],
    ['-5', -5, 0],
    ['−5,5', -5.5, 1],
    ['- 5', -5, 0],
    ['-0', 0, 0],
    ['\u200e3400\u200f', 3400, 0],
  ])('%j is %d', (text, value, decimals) => {
    expect(readWrittenNumber(text, euros)).toEqual({ value, decimals });
  });

  test.each([
    '',
    '3,4 k',
    '3k',
    '1.',
    '.',
    ',',
    '.5',
    '1,',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '+5',
    '--5',
    '3²',
    '½',
    '٣٤٠٠',
    '34 00',
    '3 40',
    '3.40.000',
    '3.400.5',
    '3,400,5',
    '3.400 000',
    '1 2 3',
    'kolme tonnia',
    '3400-3500',
    '3400 €/vuosi',
    '9'.repeat(41),
  ])('%j is none', (text) => {
    expect(readWrittenNumber(text, euros)).toBeNull();
  });

  test('only the unit of the question may stand beside it', () => {
    expect(readWrittenNumber('6 kk', months)?.value).toBe(6);
    expect(readWrittenNumber('6 months', months)?.value).toBe(6);
    expect(readWrittenNumber('6 €', months)).toBeNull();
    expect(readWrittenNumber('6 kk', euros)).toBeNull();
  });

  test('never throws, and gives only finite numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readWrittenNumber(text, euros);
        expect(read === null || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });

  test('however thousands are parted, the value is the same', () => {
    const parted = fc.tuple(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom('', ' ', '.', ',', '\u00a0', '\u202f'),
    );
    fc.assert(
      fc.property(parted, ([number, by]) => {
        const text = String(number).replace(/\B(?=(\d{3})+$)/g, by);
        expect(readWrittenNumber(text, euros)).toEqual({ value: number, decimals: 0 });
      }),
    );
  });
});

describe('a number of a file', () => {
  test.each<[string, number, number]>([
    ['3400', 3400, 0],
    ['3400.50', 3400.5, 1],
    ['1.0', 1, 0],
    ['-2.25', -2.25, 2],
    ['-0', 0, 0],
    ['3.400', 3.4, 1],
  ])('%j is %d', (text, value, decimals) => {
    expect(readFileNumber(text)).toEqual({ value, decimals });
  });

  test.each(['', '.', '1.', '.5', '3,4', '3 400', '1e3', '3400 €', '+1', '0x1', 'NaN', '9'.repeat(41)])(
    '%j is none',
    (text) => {
      expect(readFileNumber(text)).toBeNull();
    },
  );
});
