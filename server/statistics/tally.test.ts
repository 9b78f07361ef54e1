import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation } from '../engine/aggregation.ts';
import type { Answers } from '../engine/answer.ts';
import { gapIndexes, gapsOf } from './item-counts.ts';
import { createTally } from './tally.ts';

const STEPS = ['1', '2', '3'];
const aggregations = new Map<string, Aggregation>([
  [
    'status',
    {
      kind: 'categories',
      categories: ['work', 'study', 'other'],
      scores: null,
      nps: false,
      cannotSay: false,
      categoryOf: (value) => (value === 'army' ? 'other' : typeof value === 'string' ? value : null),
    },
  ],
  [
    'support',
    {
      kind: 'categories',
      categories: STEPS,
      scores: [1, 2, 3],
      nps: false,
      cannotSay: true,
      categoryOf: (value) => (typeof value === 'string' ? value : null),
    },
  ],
  ['channels', { kind: 'options', options: ['web', 'friend', 'none'] }],
  [
    'skill',
    {
      kind: 'pair',
      categories: STEPS,
      scores: [1, 2, 3],
      cannotSay: { importance: true, development: false },
    },
  ],
  [
    'pay',
    {
      kind: 'bands',
      roundTo: 50,
      numberOf: Number,
      bands: [
        { code: 'low', from: 0, below: 1000 },
        { code: 'high', from: 1000, below: 2000 },
      ],
    },
  ],
  ['wish', { kind: 'none' }],
]);

const RESPONSES: readonly Answers[] = [
  {
    status: 'work',
    support: '3',
    channels: ['web', 'friend'],
    skill: { importance: '3', development: '1' },
    pay: 1500,
  },
  {
    status: 'army',
    support: '_dk',
    channels: ['web', 'web'],
    skill: { importance: '_dk', development: '2' },
    pay: 900,
  },
  { status: 'study', support: '1', channels: ['none'], skill: { importance: '2' }, pay: 1500, wish: 'less paper' },
  { skill: { importance: '2', development: '2' }, pay: 9999, status: '_dk' },
];

function tallyOf(responses: readonly Answers[]): ReturnType<typeof createTally> {
  const tally = createTally(aggregations);
  for (const answers of responses) tally.add(['nation', 'field/7'], answers);
  return tally;
}

describe('one pass over the answers', () => {
  const tally = tallyOf(RESPONSES);

  test('people are counted in every population named', () => {
    expect(tally.respondents('nation')).toBe(4);
    expect(tally.respondents('field/7')).toBe(4);
    expect(tally.respondents('field/8')).toBe(0);
    expect(tally.item('field/7', 'status')).toEqual(tally.item('nation', 'status'));
  });

  test('choices are counted after merging; "cannot say" apart from n, and only where offered', () => {
    expect(tally.item('nation', 'status')).toEqual({ kind: 'categories', counts: [1, 1, 1], cannotSay: null });
    expect(tally.item('nation', 'support')).toEqual({ kind: 'categories', counts: [1, 0, 1], cannotSay: 1 });
  });

  test('n of several choices is those who answered, and an option counts once a person', () => {
    expect(tally.item('nation', 'channels')).toEqual({ kind: 'options', n: 3, chosen: [2, 1, 1] });
  });

  test('importance, development and gap count complete pairs only', () => {
    expect(tally.item('nation', 'skill')).toEqual({
      kind: 'pair',
      importance: [0, 1, 1],
      development: [1, 1, 0],
      gap: [0, 0, 1, 0, 1],
      cannotSay: { importance: 1, development: null },
    });
  });

  test('numbers are counted in bands and kept in order; one outside every band is left out', () => {
    expect(tally.item('nation', 'pay')).toEqual({ kind: 'bands', counts: [1, 2], values: [900, 1500, 1500] });
  });

  test('what has no answer counts nothing, what has no place in the tables is refused', () => {
    expect(tally.item('nowhere', 'channels')).toEqual({ kind: 'options', n: 0, chosen: [0, 0, 0] });
    expect(() => tally.item('nation', 'wish')).toThrow('not counted');
  });

  test('does not depend on the order of the responses', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...RESPONSES, ...RESPONSES], { minLength: 8, maxLength: 8 }), (shuffled) => {
        const one = tallyOf(shuffled);
        const other = tallyOf([...RESPONSES, ...RESPONSES]);
        for (const code of ['status', 'support', 'channels', 'skill', 'pay']) {
          expect(JSON.stringify(one.item('nation', code))).toBe(JSON.stringify(other.item('nation', code)));
        }
      }),
    );
  });
});

describe('gaps of a scale', () => {
  test('from the largest shortfall to the largest surplus', () => {
    expect(gapsOf([1, 2, 3, 4, 5, 6])).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
    expect(gapsOf([0.1, 0.2, 0.3])).toEqual([-0.2, -0.1, 0, 0.1, 0.2]);
    expect(gapIndexes([1, 2])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });
});
