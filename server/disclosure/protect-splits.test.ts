import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import type { SafeTable } from './safe-table.ts';

const nations = fc
  .record({
    degrees: fc.array(fc.record({ field: fc.constantFrom('1', '2'), n: fc.integer({ min: 6, max: 40 }) }), {
      minLength: 2,
      maxLength: 4,
    }),
    seed: fc.nat(1_000_000),
  })
  .map(({ degrees, seed }) => smallNation(degrees, seed, 0.05, ['gender']));

const isSplit = (key: string): boolean => key.includes('@');
const splitCells = ({ cells }: SafeTable) =>
  [...cells].filter(([key]) => isSplit(key)).flatMap(([, row]) => [...row.values()]);
const undivided = (nation: SmallNation): SafeTable => protectSmall({ ...nation, splits: [] }).table;

describe('splits beside totals', () => {
  test('no total is given up for a split, nor changed', () => {
    fc.assert(
      fc.property(nations, (nation) => {
        const { table } = protectSmall(nation);
        const totals = new Map([...table.cells].filter(([key]) => !isSplit(key)));
        expect(totals).toEqual(undivided(nation).cells);
        expect(table.populations.filter(({ split }) => split === '')).toEqual(undivided(nation).populations);
      }),
      { numRuns: 3 },
    );
  });

  test('a large nation is divided, by questions that neither lead nor are led to', () => {
    const nation = smallNation(
      Array.from({ length: 5 }, (_, index) => ({ field: String(index % 2), n: 30 })),
      4,
      0,
      ['gender'],
    );
    const divided = new Set(splitCells(protectSmall(nation).table).map(({ id }) => id));
    expect(divided).toContain('recommend');
    expect(divided).toContain('skill.importance');
    for (const id of ['status', 'match', 'pay', 'reason', 'fair_use', 'channels/fair'])
      expect(divided).not.toContain(id);
  });

  test('of a split nothing is said as a bound, and no "cannot say"', () => {
    fc.assert(
      fc.property(nations, (nation) => {
        for (const cell of splitCells(protectSmall(nation).table)) {
          expect(cell).toMatchObject({ status: 'exact' });
          expect(cell.status === 'exact' && cell.cannotSay).toBeNull();
        }
      }),
      { numRuns: 3 },
    );
  });
});
