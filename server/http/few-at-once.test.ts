import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { fewAtOnce } from './few-at-once.ts';

test('never more than so many at once, in order, whatever fails; and all are answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ turns: fc.integer({ min: 1, max: 3 }), fails: fc.boolean() }), { maxLength: 30 }),
      async (most, works) => {
        const inTurn = fewAtOnce(most);
        const begun: number[] = [];
        let [underWay, mostSeen] = [0, 0];
        const outcomes = await Promise.allSettled(
          works.map(({ turns, fails }, index) =>
            inTurn(async () => {
              begun.push(index);
              underWay += 1;
              mostSeen = Math.max(mostSeen, underWay);
              for (let turn = 0; turn < turns; turn += 1) await setImmediate();
              underWay -= 1;
              if (fails) throw new Error('failed');
              return index;
            }),
          ),
        );
        expect(begun).toEqual(works.map((_, index) => index));
        expect(mostSeen).toBe(Math.min(most, works.length));
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
      },
    ),
    { numRuns: 60 },
  );
});
