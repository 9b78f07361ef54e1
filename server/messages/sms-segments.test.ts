import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smsLength } from './sms-segments.ts';

describe('the length of an SMS', () => {
  test.each([
    ['', 'gsm-7', 0, 1],
    ['Hyvää päivää, Åbo', 'gsm-7', 17, 1],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    // A part never ends between the two septets of one sign: 76 of them go into one, not 76½.
    ['€'.repeat(81), 'gsm-7', 162, 2],
    ['€'.repeat(153), 'gsm-7', 306, 3],
    ['š'.repeat(70), 'ucs-2', 70, 1],
    ['š'.repeat(71), 'ucs-2', 71, 2],
    ['🦊'.repeat(35), 'ucs-2', 70, 1],
    ['🦊'.repeat(36), 'ucs-2', 72, 2],
    ['🦊'.repeat(66), 'ucs-2', 132, 2],
    ['🦊'.repeat(67), 'ucs-2', 134, 3],
  ])('%#', (text, encoding, units, segments) => {
    expect(smsLength(text)).toMatchObject({ encoding, units, segments });
  });

  test('says which characters make it long', () => {
    expect(smsLength('Nähdään – pian…').foreign).toEqual(['–', '…']);
  });

  test('a longer text never takes fewer parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, more) => {
        expect(smsLength(text + more).segments).toBeGreaterThanOrEqual(smsLength(text).segments);
      }),
    );
  });
});
