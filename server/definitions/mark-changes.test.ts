import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markChanges, type Piece } from './mark-changes.ts';

const joined = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the marks of what changed', () => {
  test('are on words, not on letters', () => {
    expect(markChanges('Kuinka usein käytät tekoälyä?', 'Kuinka paljon käytät tekoälyä?')).toEqual([
      { kind: 'same', text: 'Kuinka ' },
      { kind: 'deleted', text: 'usein' },
      { kind: 'inserted', text: 'paljon' },
      { kind: 'same', text: ' käytät tekoälyä?' },
    ]);
  });

  test('of neighbouring words are one mark', () => {
    expect(markChanges('It was a very good long day for us', 'It was a quite bad long day for us')).toEqual([
      { kind: 'same', text: 'It was a ' },
      { kind: 'deleted', text: 'very good' },
      { kind: 'inserted', text: 'quite bad' },
      { kind: 'same', text: ' long day for us' },
    ]);
  });

  test('of a text that was written anew are on the whole of it', () => {
    expect(markChanges('How many spells of it?', 'Since graduation, of what kind is it?')).toEqual([
      { kind: 'deleted', text: 'How many spells of it?' },
      { kind: 'inserted', text: 'Since graduation, of what kind is it?' },
    ]);
  });

  test('of a text that came, went or stayed are one piece', () => {
    expect(markChanges(null, 'new')).toEqual([{ kind: 'inserted', text: 'new' }]);
    expect(markChanges('old', null)).toEqual([{ kind: 'deleted', text: 'old' }]);
    expect(markChanges('as it was', 'as it was')).toEqual([{ kind: 'same', text: 'as it was' }]);
    expect(markChanges(null, null)).toEqual([]);
  });

  test('lose nothing: without what came it is the earlier text, without what went the later', () => {
    const some = fc
      .array(fc.constantFrom('a', 'bb', ' ', '  ', ', ', 'ä{', '<b>', '\n', '🎓', 'שלום'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(some, fc.string({ unit: 'grapheme' })), some, (before, after) => {
        const pieces = markChanges(before, after);
        expect([joined(pieces, 'inserted'), joined(pieces, 'deleted')]).toEqual([before, after]);
      }),
    );
  });
});
