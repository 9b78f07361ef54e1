import { describe, expect, test } from '@jest/globals';
import { withoutDoubt, type Alike } from './doubt.ts';

/** Groups by their counts and the names of the sums they are part of; every sum is told exactly. */
function sure(groups: readonly { counts: readonly number[]; in: string }[], insiders = true): number[] {
  const names = [...new Set(groups.flatMap(({ in: of }) => [...of]))];
  const alike = groups.map(({ counts, in: of }): Alike => ({
    counts,
    facts: [...of].map((name) => names.indexOf(name)),
  }));
  const bounds = names.map((name) => {
    const told = groups.filter(({ in: of }) => of.includes(name)).map(({ counts }) => counts);
    const sums = (told[0] ?? []).map((_, answer) => told.reduce((total, counts) => total + (counts[answer] ?? 0), 0));
    return { low: sums, high: sums };
  });
  const steps = withoutDoubt(alike, bounds, { least: 5, insiders });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.toSorted((a, b) => a - b);
}

describe('whose answer is without doubt', () => {
  test('nobody where a degree answered variously', () => {
    expect(sure([{ counts: [4, 3, 3], in: 'd' }])).toEqual([]);
  });

  test('everybody of a degree of one answer', () => {
    expect(sure([{ counts: [0, 8], in: 'd' }])).toEqual([0]);
  });

  test('the women of a degree whose people gave 4 and 5 while no woman of the field gave 4', () => {
    const found = sure([
      { counts: [0, 0, 3, 0], in: 'dw' },
      { counts: [0, 0, 2, 4], in: 'd' },
      { counts: [0, 5, 4, 0], in: 'w' },
    ]);
    expect(found).toContain(0);
  });

  test('two men and two women of two degrees, who may have changed places', () => {
    const square = [
      { counts: [1, 0], in: 'am' },
      { counts: [0, 1], in: 'aw' },
      { counts: [0, 1], in: 'bm' },
      { counts: [1, 0], in: 'bw' },
    ];
    expect(sure(square, false)).toEqual([]);
    // Any one of them knows all the others.
    expect(sure(square)).toEqual([0, 1, 2, 3]);
  });

  test('nobody where there are two of each', () => {
    const pairs = [
      { counts: [2, 0], in: 'am' },
      { counts: [0, 2], in: 'aw' },
      { counts: [0, 2], in: 'bm' },
      { counts: [2, 0], in: 'bw' },
    ];
    expect(sure(pairs)).toEqual([]);
  });

  test('the others of a group, for the only one of them who answered otherwise', () => {
    expect(sure([{ counts: [1, 4], in: 'd' }])).toEqual([0]);
  });
});
