import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { certaintyLeaks } from '../../test/support/attacker/certainty-attack.ts';
import { findLeaks, thresholdLeaks } from '../../test/support/attacker/find-leaks.ts';
import { linearLeaks } from '../../test/support/attacker/linear-attack.ts';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { routingLeaks } from '../../test/support/attacker/routing-attack.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import type { CellStandings, QuestionFacts } from './question-standings.ts';
import type { SafeTable } from './safe-table.ts';
import type { AlikeSibling, Family, SmallSibling } from './siblings.ts';

// The guard is guarded: with a rule switched off, the attack must find leaks in the same nations in
// which it finds none with the rule on. A rule is switched off by putting another module in its
// place, so that the product has no switch for it.

const NATIONS: readonly SmallNation[] = Array.from({ length: 6 }, (_, seed) => {
  const sizes = [9, 14, 3, 8, 25, 2, 12, 7, 8].map((n, index) => ({ field: String(index % 2), n: n + (seed % 4) }));
  return smallNation(sizes, seed, seed % 2 === 0 ? 0 : 0.1);
});

const replaced = new Set<string>();

/** Leaks in all nations, protected by the rules as they stand now. */
async function leaks(attack: typeof findLeaks): Promise<string[]> {
  const { protectRelease } = await import('./protect-release.ts');
  return NATIONS.flatMap((nation) => attack(nation, protectSmall(nation, protectRelease).table));
}

async function replace(file: string, change: (original: object) => object): Promise<void> {
  const original: object = await import(file);
  jest.resetModules();
  jest.unstable_mockModule(file, () => ({ ...original, ...change(original) }));
  replaced.add(file);
}

const onlyHidden = (children: readonly SmallSibling[], threshold: number): Family => ({
  kind: 'children',
  combined: new Set(children.filter(({ hidden, n }) => hidden || n < threshold).map(({ key }) => key)),
});
const onlyInexact = (children: readonly AlikeSibling[]): Family => ({
  kind: 'children',
  combined: new Set(children.filter(({ standing }) => standing !== 'exact').map(({ key }) => key)),
});

afterEach(() => {
  for (const file of replaced) jest.unstable_unmockModule(file);
  replaced.clear();
  jest.resetModules();
});

test('with all rules on the attack finds nothing', async () => {
  expect(await leaks(findLeaks)).toEqual([]);
});

describe('with a rule switched off the attack finds leaks', () => {
  test('no sibling rule: sums and differences single out hidden units and small groups', async () => {
    await replace('./siblings.ts', () => ({ hideSmall: onlyHidden, hideAlike: onlyInexact }));
    const found = await leaks(linearLeaks);
    expect(found.filter((leak) => leak.includes('hidden unit')).length).toBeGreaterThan(10);
    expect(found.filter((leak) => leak.includes(': group ')).length).toBeGreaterThan(10);
  });

  test('no first pass: the number of answers of a small group', async () => {
    await replace('./siblings.ts', () => ({ hideSmall: onlyHidden }));
    expect((await leaks(linearLeaks)).filter((leak) => leak.includes('n of ')).length).toBeGreaterThan(0);
  });

  test('no second pass: answers of hidden units', async () => {
    await replace('./siblings.ts', () => ({ hideAlike: onlyInexact }));
    expect((await leaks(linearLeaks)).filter((leak) => leak.includes('hidden unit')).length).toBeGreaterThan(0);
    expect((await leaks(certaintyLeaks)).length).toBeGreaterThan(0);
  });

  test('follow-ups shown where the leading question is not: the leading answer', async () => {
    await replace('./routing.ts', () => ({ routingOf: () => ({ cells: [], coarse: false, register: false }) }));
    expect((await leaks(routingLeaks)).length).toBeGreaterThan(0);
  });

  test('"cannot say" shown wherever the item is: those of small groups', async () => {
    const everywhere = (_facts: QuestionFacts, { exact, cannotSay }: CellStandings): void => {
      for (const key of exact) cannotSay.add(key);
    };
    await replace('./protect-cannot-say.ts', () => ({ protectCannotSay: everywhere }));
    const found = await leaks((_nation, table) => thresholdLeaks(table));
    expect(found.filter((leak) => leak.includes('could not say')).length).toBeGreaterThan(0);
  });

  test.each([
    ['no answers outside the largest category are too few', { slack: 0 }, certaintyLeaks],
    ['groups of three', { threshold: 3 }, (_nation: SmallNation, table: SafeTable) => thresholdLeaks(table)],
    ['sensitive questions like others', { sensitive_threshold: 5 }, linearLeaks],
  ])('other values of a rule: %s', async (_name, change, attack) => {
    await replace('./rules.ts', (original) => ({
      RULES: { ...('RULES' in original && typeof original.RULES === 'object' ? original.RULES : {}), ...change },
    }));
    expect((await leaks(attack)).length).toBeGreaterThan(0);
  });
});
