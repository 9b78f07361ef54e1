import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeptByFacts, type Fact } from './kept-by-facts.ts';

const [fi, sv] = [{ next: 'Seuraava' }, { next: 'Seuraava' }];
// Values that a careless key would take for each other: texts like numbers, an empty text, records that hold the same.
const fact = fc.oneof(
  fc.constantFrom<Fact>('a', 'b', 'ab', '', '0', 'true', 'null', fi, sv),
  fc.boolean(),
  fc.constant(null),
  fc.nat(2),
);
const lists = fc.array(fc.array(fact, { maxLength: 4 }), { maxLength: 40 });

test('each list of facts has what was made of it, however many there are, and no other', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const kept = new KeptByFacts<readonly Fact[]>(most);
      for (const one of [...all, ...all]) {
        const value = kept.get(one, () => one);
        expect(value.length).toBe(one.length);
        for (const [index, part] of value.entries()) expect(part).toBe(one[index]);
      }
    }),
  );
});

test('what is asked for again is made once, as long as not too many others come between', () => {
  const kept = new KeptByFacts<object>(4);
  let made = 0;
  const ask = (title: string) => kept.get([title], () => ({ made: (made += 1) }));
  const first = ask('first');
  for (const other of ['b', 'c', 'd', 'e', 'f']) {
    ask(other);
    expect(ask('first')).toBe(first);
  }
  expect(made).toBe(6);
  for (const other of ['g', 'h', 'i', 'j', 'k']) ask(other);
  expect(ask('first')).not.toBe(first);
});
