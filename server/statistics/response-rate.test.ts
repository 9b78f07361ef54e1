import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemResponse, responseRate, responseRates, type Dispositions } from './response-rate.ts';

const nobody: Dispositions = {
  complete: 0,
  partial: 0,
  break_off: 0,
  refused: 0,
  no_contact: 0,
  other: 0,
  unknown: 0,
  ineligible: 0,
};
const S01 = { ...nobody, complete: 412, partial: 38, refused: 25, no_contact: 210, other: 15, unknown: 50 };

test('share of the target population; nothing for an empty one', () => {
  expect(responseRate(450, 750)).toBe(0.6);
  expect(responseRate(0, 12)).toBe(0);
  expect(responseRate(9, 9)).toBe(1);
  expect(responseRate(0, 0)).toBeNull();
});

describe('the six rates', () => {
  test('S01', () => {
    const { delivered, ...rates } = responseRates(S01, 0.9) ?? { delivered: NaN };
    expect(Object.values(rates).map((rate) => rate.toFixed(6))).toEqual([
      '0.549333',
      '0.600000',
      '0.553020',
      '0.604027',
      '0.588571',
      '0.642857',
    ]);
    expect(delivered).toBe(540 / 750);
  });

  test('break-offs count as refusals, the ineligible not at all', () => {
    expect(responseRates({ ...S01, refused: 20, break_off: 5, ineligible: 99 }, 0.9)).toEqual(responseRates(S01, 0.9));
  });

  test('lie in 0 to 1, in order; with e = 1 and 0 the middle ones meet the outer ones', () => {
    const count = fc.nat(300);
    const counts = fc.record({
      complete: count,
      partial: count,
      break_off: count,
      refused: count,
      no_contact: count,
      other: count,
      unknown: count,
      ineligible: count,
    });
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (dispositions, eligible) => {
        const rates = responseRates(dispositions, eligible);
        if (!rates) return;
        for (const rate of Object.values(rates)) expect(rate >= 0 && rate <= 1).toBe(true);
        expect(rates.rr1).toBeLessThanOrEqual(rates.rr3);
        expect(rates.rr3).toBeLessThanOrEqual(rates.rr5);
        expect(rates.rr1).toBeLessThanOrEqual(rates.rr2);
        expect(responseRates(dispositions, 1)?.rr4).toBe(rates.rr2);
        expect(responseRates(dispositions, 0)?.rr4).toBe(rates.rr6);
      }),
    );
  });

  test('nobody, nobody known, all alike, and what cannot be', () => {
    expect(responseRates({ ...nobody, ineligible: 4 }, 1)).toBeNull();
    expect(responseRates({ ...nobody, unknown: 4 }, 0)?.rr6).toBe(0);
    expect(responseRates({ ...nobody, complete: 9 }, 0.5)).toEqual({
      rr1: 1,
      rr2: 1,
      rr3: 1,
      rr4: 1,
      rr5: 1,
      rr6: 1,
      delivered: 1,
    });
    expect(() => responseRates(nobody, 1.1)).toThrow(RangeError);
    expect(() => responseRates({ ...nobody, refused: -1 }, 1)).toThrow(RangeError);
  });
});

describe('item response', () => {
  test('of those led to the question, and of the target population', () => {
    expect(itemResponse(180, 200, { respondents: 450, target: 750 })).toEqual({ item: 0.9, effective: 0.54 });
    expect(itemResponse(0, 200, { respondents: 450, target: 750 })).toEqual({ item: 0, effective: 0 });
    expect(itemResponse(0, 0, { respondents: 450, target: 750 })).toBeNull();
    expect(itemResponse(0, 3, { respondents: 0, target: 0 })).toBeNull();
    expect(() => itemResponse(4, 3, { respondents: 450, target: 750 })).toThrow(RangeError);
  });
});
