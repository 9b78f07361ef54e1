import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_WRITERS, groupsOf, placeTexts, SMALLEST_BATCH, type Writer } from './place-texts.ts';

const all = () => true;
let made = 0;
function writers(count: number, degree = 'D1', institution = 'I1', field = 'F1'): Writer[] {
  return Array.from({ length: count }, () => ({ key: `k${(made += 1)}`, institution, degree, field }));
}
const sizes = (placed: ReadonlyMap<string, readonly Writer[]>) =>
  Object.fromEntries([...placed].map(([group, texts]) => [group, texts.length]));

describe('the group in which texts are shown', () => {
  test('is the degree from ten writers on', () => {
    const { placed, held } = placeTexts({ waiting: writers(10), shown: [], mayOpen: all });
    expect(sizes(placed)).toEqual({ 'degree/I1/D1': 10 });
    expect(held).toEqual([]);
  });

  test('is the next larger one below that, up to the nation', () => {
    const place = (...waiting: Writer[][]) =>
      sizes(placeTexts({ waiting: waiting.flat(), shown: [], mayOpen: all }).placed);
    expect(place(writers(9), writers(3, 'D2'))).toEqual({ 'institution_field/I1/F1': 12 });
    expect(place(writers(9), writers(3, 'D1', 'I2'))).toEqual({ 'field/F1': 12 });
    expect(place(writers(9), writers(3, 'D9', 'I2', 'F2'))).toEqual({ nation: 12 });
    expect(place(writers(5), writers(4, 'D9', 'I2', 'F2'))).toEqual({});
  });

  test('never leaves fewer than ten of the group above: the smallest below joins them', () => {
    const waiting = [...writers(20), ...writers(12, 'D2'), ...writers(3, 'D3')];
    expect(sizes(placeTexts({ waiting, shown: [], mayOpen: all }).placed)).toEqual({
      'degree/I1/D1': 20,
      'institution_field/I1/F1': 15,
    });
    const { placed, held } = placeTexts({
      waiting: [...writers(10), ...writers(1, 'D9', 'I9', 'F9')],
      shown: [],
      mayOpen: all,
    });
    expect(sizes(placed)).toEqual({ nation: 11 });
    expect(held).toEqual([]);
  });

  test('is one that the release speaks of', () => {
    const { placed } = placeTexts({
      waiting: writers(30),
      shown: [],
      mayOpen: (group) => !group.startsWith('degree/'),
    });
    expect(sizes(placed)).toEqual({ 'institution_field/I1/F1': 30 });
  });

  test('takes new texts in batches of five', () => {
    const shown = writers(10).map((writer) => ({ writer, group: 'degree/I1/D1' }));
    const later = (count: number) => placeTexts({ waiting: writers(count), shown, mayOpen: all });
    expect(later(4).held).toHaveLength(4);
    expect(sizes(later(4).placed)).toEqual({});
    expect(sizes(later(5).placed)).toEqual({ 'degree/I1/D1': 5 });
  });
});

/** A nation of few fields, institutions and degrees, whose texts are approved in one to four rounds of work. */
const nation = fc.record({
  closed: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }),
  batches: fc.array(
    fc.array(fc.record({ institution: fc.nat(1), degree: fc.nat(3), count: fc.integer({ min: 1, max: 16 }) }), {
      maxLength: 8,
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

test('whatever is approved when: ten writers or more a group, one group a text, ten or none left above, batches of five', () => {
  let opened = 0;
  let addedLater = 0;
  fc.assert(
    fc.property(nation, ({ closed, batches }) => {
      const closedDegrees = new Set(closed.map((index) => `degree/I${index % 2}/D${index >> 1}`));
      let shown: { writer: Writer; group: string }[] = [];
      let waiting: Writer[] = [];
      for (const batch of batches) {
        waiting.push(
          ...batch.flatMap(({ institution, degree, count }) =>
            writers(count, `D${degree}`, `I${institution}`, `F${degree % 2}`),
          ),
        );
        const { placed, held } = placeTexts({ waiting, shown, mayOpen: (group) => !closedDegrees.has(group) });
        const before = new Map<string, number>();
        for (const { group } of shown) before.set(group, (before.get(group) ?? 0) + 1);
        for (const [group, texts] of placed) {
          const smallest = before.has(group) ? SMALLEST_BATCH : FEWEST_WRITERS;
          expect(texts.length).toBeGreaterThanOrEqual(smallest);
          expect(closedDegrees.has(group)).toBe(false);
          for (const writer of texts) expect(groupsOf(writer)).toContain(group);
          if (before.has(group)) addedLater += 1;
          else opened += 1;
        }
        const placedKeys = [...placed.values()].flat().map(({ key }) => key);
        expect([...placedKeys, ...held.map(({ key }) => key)].sort()).toEqual(waiting.map(({ key }) => key).sort());
        shown = [...shown, ...[...placed].flatMap(([group, texts]) => texts.map((writer) => ({ writer, group })))];
        waiting = [...held];
        expectNobodyStandsOut(shown);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(opened).toBeGreaterThan(200);
  expect(addedLater).toBeGreaterThan(20);
});

/** Of each group with something shown below it, ten texts or more are shown in it or above, or none. */
function expectNobodyStandsOut(shown: readonly { writer: Writer; group: string }[]): void {
  const below = new Set<string>();
  const atOrAbove = new Map<string, number>();
  for (const { writer, group } of shown) {
    const groups = groupsOf(writer);
    const at = groups.indexOf(group);
    for (const upper of groups.slice(at + 1)) below.add(upper);
    for (const lower of groups.slice(0, at + 1)) atOrAbove.set(lower, (atOrAbove.get(lower) ?? 0) + 1);
  }
  for (const group of below) {
    const left = atOrAbove.get(group) ?? 0;
    if (left > 0) expect([group, left]).toEqual([group, Math.max(left, FEWEST_WRITERS)]);
  }
}
