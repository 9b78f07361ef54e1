import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeptByContent } from './kept-by-content.ts';

// Values that a careless key would take for each other: texts like names, numbers like texts, lists like records.
const leaf = fc.oneof(fc.constantFrom('a', 'b', '', '0', 'true', 'null'), fc.boolean(), fc.constant(null), fc.nat(2));
const name = fc.constantFrom('a', 'b', '0', 'words');
const { content } = fc.letrec<{ content: object; value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('content')),
  content: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
}));
/** Without records under the name of a catalogue, which are told apart by what they are. */
const told = content.filter((one) => !/"words":\{/.test(JSON.stringify(one)));

test('each content has what was made of it, however many there are, and no other', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (all, most) => {
      const kept = new KeptByContent<string>(most);
      for (const one of [...all, ...all]) expect(kept.get(one, () => JSON.stringify(one))).toBe(JSON.stringify(one));
    }),
  );
});

test('what is asked for again is made once, as long as not too many others come between', () => {
  const kept = new KeptByContent<object>(4);
  let made = 0;
  const ask = (title: string) => kept.get({ title }, () => ({ made: (made += 1) }));
  const first = ask('first');
  for (const other of ['b', 'c', 'd', 'e', 'f']) {
    ask(other);
    expect(ask('first')).toBe(first);
  }
  expect(made).toBe(6);
  for (const other of ['g', 'h', 'i', 'j', 'k']) ask(other);
  expect(ask('first')).not.toBe(first);
});

test('catalogues are told apart by what they are, wherever they stand', () => {
  const kept = new KeptByContent<number>(10);
  const [fi, sv] = [{ next: 'Seuraava' }, { next: 'Nästa' }];
  expect(kept.get({ part: { t: fi } }, () => 1)).toBe(1);
  expect(kept.get({ part: { t: sv } }, () => 2)).toBe(2);
  expect(kept.get({ part: { t: fi } }, () => 3)).toBe(1);
});
