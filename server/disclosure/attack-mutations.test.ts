import { describe, expect, jest, test, afterEach } from '@jest/globals';
import { certaintyLeaks } from '../../test/support/attacker/certainty-attack.ts';
import { findLeaks, thresholdLeaks } from '../../test/support/attacker/find-leaks.ts';
import { linearLeaks } from '../../test/support/attacker/linear-attack.ts';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { routingLeaks } from '../../test/support/attacker/routing-attack.ts';
import { takenApart } from '../../test/support/attacker/told.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import type { SafeTable } from './safe-table.ts';
import type { Switches } from './switches.ts';

// The guard is guarded: with a rule switched off, the attack must find leaks in the same nations in
// which it finds none with the rule on.

const SIZES = [9, 14, 3, 8, 25, 2, 12, 7, 8];
// Splits make many more insiders to try: a smaller nation does.
const SEEDS = [
  ...[0, 1, 5, 13].map((seed) => ({ seed, splits: [], sizes: SIZES })),
  ...[7, 13].map((seed) => ({ seed, splits: ['gender'], sizes: SIZES.slice(0, 7) })),
];
const NATIONS: readonly SmallNation[] = SEEDS.map(({ seed, splits, sizes }) => {
  const degrees = sizes.map((n, index) => ({ field: String(index % 2), n: n + (seed % 4) }));
  return smallNation(degrees, seed, seed % 2 === 0 ? 0 : 0.1, splits);
});

type Attack = (nation: SmallNation, table: SafeTable) => string[];

/** Leaks in all nations, protected with these rules off. */
function leaks(attack: Attack, switches: Partial<Switches> = {}): string[] {
  return NATIONS.flatMap((nation) => attack(takenApart(nation), protectSmall(nation, switches).table));
}

/** Whether some nation leaks. */
function leaksSomewhere(attack: Attack, switches: Partial<Switches>, protect: typeof protectSmall = protectSmall) {
  return NATIONS.some((nation) => attack(takenApart(nation), protect(nation, switches).table).length > 0);
}

const thresholds: Attack = (_nation, table) => thresholdLeaks(table);
const like = (found: readonly string[], text: string): number => found.filter((leak) => leak.includes(text)).length;

test('with all rules on the attack finds nothing', () => {
  expect(leaks(findLeaks)).toEqual([]);
});

describe('with a rule switched off the attack finds leaks', () => {
  test('no secondary suppression: sums and differences single out hidden units and small groups', () => {
    const found = leaks(linearLeaks, { secondary: false, leftovers: false });
    expect(like(found, 'hidden unit')).toBeGreaterThan(10);
    expect(like(found, ': group ')).toBeGreaterThan(10);
  });

  test('nothing asked of what is left over: groups below the threshold', () => {
    expect(leaksSomewhere(findLeaks, { leftovers: false })).toBe(true);
  });

  test('the threshold holds for populations only: questions that few answered', () => {
    expect(like(leaks(thresholds, { questionThreshold: false }), ': n ')).toBeGreaterThan(0);
  });

  test('no top-coding: everybody of a group gave one answer', () => {
    expect(leaksSomewhere(certaintyLeaks, { topCoding: false, gate: false, leftovers: false })).toBe(true);
  });

  test('no gate: answers that zeros and bounds rule out', () => {
    expect(leaksSomewhere(certaintyLeaks, { gate: false })).toBe(true);
  });

  test('follow-ups shown where the leading question is not: the leading answer', () => {
    expect(leaksSomewhere(routingLeaks, { routing: false })).toBe(true);
  });

  test('"cannot say" shown wherever the item is: those of small groups', () => {
    expect(like(leaks(thresholds, { cannotSay: false }), 'could not say')).toBeGreaterThan(0);
  });

  test('splits as small as totals', () => {
    const found = leaks(thresholds, { splitThreshold: false });
    expect(like(found, 'is small')).toBeGreaterThan(0);
  });
});

describe('with another value of a rule the attack finds leaks', () => {
  afterEach(() => {
    jest.unstable_unmockModule('./rules.ts');
    jest.resetModules();
  });

  test.each<[string, object, Attack, Partial<Switches>?]>([
    ['no answers outside the largest category are too few', { slack: 0 }, certaintyLeaks, { gate: false }],
    ['groups of three', { threshold: 3 }, thresholds],
    ['sensitive questions like others', { sensitive_threshold: 5 }, linearLeaks],
  ])('%s', async (_name, change, attack, switches = {}) => {
    const { RULES } = await import('./rules.ts');
    jest.resetModules();
    jest.unstable_mockModule('./rules.ts', () => ({ RULES: { ...RULES, ...change } }));
    const { protectSmall: protect } = await import('../../test/support/attacker/protect-small.ts');
    expect(leaksSomewhere(attack, switches, protect)).toBe(true);
  });
});
