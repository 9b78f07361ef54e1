import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forecastRate, type EarlierRound } from './forecast-rate.ts';

const round = fc
  .record({
    target: fc.integer({ min: 2, max: 20_000 }),
    now: fc.double({ min: 0, max: 0.99, noNaN: true }),
    late: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ target, now, late }): EarlierRound => {
    const sentByNow = Math.min(Math.floor(target * now), target - 1);
    return { target, sentByNow, sentFinally: sentByNow + Math.floor((target - sentByNow) * late) };
  });
const current = fc
  .record({ target: fc.integer({ min: 1, max: 20_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ target, share }) => ({ target, sent: Math.floor(target * share) }));

describe('the forecast of a final rate', () => {
  test('by hand: 80 of 720 answered late, so 77.8 of 700 will', () => {
    const found = forecastRate({ target: 1000, sent: 300 }, [{ target: 1000, sentByNow: 280, sentFinally: 360 }]);
    const q = 80 / 720;
    const half = 1.959964 * Math.sqrt(700 * q * (1 - q) * (1 + 700 / 720));
    expect(found?.value).toBeCloseTo((300 + 700 * q) / 1000, 6);
    expect(found?.low).toBeCloseTo((300 + 700 * q - half) / 1000, 6);
    expect(found?.high).toBeCloseTo((300 + 700 * q + half) / 1000, 6);
    expect(found?.rounds).toBe(1);
  });

  test('without an earlier round there is none', () => {
    expect(forecastRate({ target: 100, sent: 10 }, [])).toBeNull();
    expect(forecastRate({ target: 0, sent: 0 }, [{ target: 10, sentByNow: 1, sentFinally: 2 }])).toBeNull();
    expect(forecastRate({ target: 100, sent: 10 }, [{ target: 10, sentByNow: 10, sentFinally: 10 }])).toBeNull();
  });

  test('rounds that differ make the interval wider than chance does', () => {
    const now = { target: 1000, sent: 300 };
    const alike = [250, 250, 250].map((late) => ({ target: 1000, sentByNow: 300, sentFinally: 300 + late }));
    const unlike = [100, 250, 400].map((late) => ({ target: 1000, sentByNow: 300, sentFinally: 300 + late }));
    const width = (earlier: EarlierRound[]) => {
      const found = forecastRate(now, earlier);
      return found ? found.high - found.low : NaN;
    };
    expect(width(unlike)).toBeGreaterThan(2 * width(alike));
  });

  test('it lies between what has been answered and everyone, and its ends around it', () => {
    fc.assert(
      fc.property(current, fc.array(round, { minLength: 1, maxLength: 6 }), (now, earlier) => {
        const found = forecastRate(now, earlier);
        if (!found) throw new Error('no forecast');
        const tiny = 1e-9;
        expect(found.low).toBeGreaterThanOrEqual(now.sent / now.target - tiny);
        expect(found.low).toBeLessThanOrEqual(found.value + tiny);
        expect(found.value).toBeLessThanOrEqual(found.high + tiny);
        expect(found.high).toBeLessThanOrEqual(1 + tiny);
      }),
    );
  });

  test('the order of earlier rounds changes nothing, and on the last day nothing is left to forecast', () => {
    fc.assert(
      fc.property(current, fc.array(round, { minLength: 2, maxLength: 5 }), (now, earlier) => {
        const [one, other] = [forecastRate(now, earlier), forecastRate(now, earlier.toReversed())];
        expect(one?.value).toBeCloseTo(other?.value ?? NaN, 9);
        expect(one?.high).toBeCloseTo(other?.high ?? NaN, 9);
        const over = earlier
          .map((each) => ({ ...each, sentByNow: each.sentFinally }))
          .filter((each) => each.target > each.sentByNow);
        if (over.length > 0) expect(forecastRate(now, over)?.value).toBeCloseTo(now.sent / now.target, 9);
      }),
    );
  });

  test('nineteen of twenty intervals hold what comes, where only chance is at work', () => {
    // A fixed walk of pseudo-random numbers (Park and Miller), so that the test says the same each time.
    let state = 20_261_126;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const drawn = (people: number, share: number) => {
      let count = 0;
      for (let one = 0; one < people; one += 1) count += random() < share ? 1 : 0;
      return count;
    };
    let held = 0;
    const runs = 600;
    for (let run = 0; run < runs; run += 1) {
      const earlier = [{ target: 500, sentByNow: 150, sentFinally: 150 + drawn(350, 0.15) }];
      const found = forecastRate({ target: 400, sent: 100 }, earlier);
      const final = (100 + drawn(300, 0.15)) / 400;
      if (found && found.low <= final && final <= found.high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.98);
  });
});
