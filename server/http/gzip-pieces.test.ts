import { describe, expect, test } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { gzipPieces, joinPieces, ownText, pieceOf, type Part } from './gzip-pieces.ts';

// Words that come again, so that pieces have something to refer to.
const text = fc.array(fc.constantFrom('<li class="choice">', 'työ ', 'arbete ', 'a', '</li>\n', '😀'), {
  maxLength: 200,
});
const own = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'K7QF2M9TXR4C8', 'x'.repeat(70), 'x'.repeat(0xffff), 'å'.repeat(40_000)),
  )
  .map((words) => ownText(words));

/** Pages made of the same few pieces, in any order, with own texts between them. */
const pages = fc.array(text, { minLength: 1, maxLength: 6 }).chain((texts) => {
  const pieces = texts.map((words) => pieceOf(words.join('')));
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Part>(...pieces) }, { weight: 1, arbitrary: own });
  return fc.array(fc.array(part, { maxLength: 12 }), { maxLength: 6 });
});

describe('a page of kept pieces', () => {
  test('is read as it is, whatever stands after what', () => {
    fc.assert(
      fc.property(pages, (all) => {
        for (const parts of all) expect(gunzipSync(gzipPieces(parts)).equals(joinPieces(parts))).toBe(true);
      }),
    );
  });

  test('is read as it is where it is longer than a reference reaches', () => {
    const noise = Array.from({ length: 9_000 }, (_, index) => `${(index * 7919) % 10_007} `).join('');
    const parts = [pieceOf(noise), ownText('K7QF'), pieceOf(`${noise}!`), pieceOf(noise)];
    expect(gunzipSync(gzipPieces(parts)).equals(joinPieces(parts))).toBe(true);
  });

  test('tells readers who look for its end that nothing is missing', () => {
    const page = gzipPieces([pieceOf('<p>one</p>'), ownText('two'), pieceOf('<p>one</p>')]);
    expect(() => gunzipSync(page.subarray(0, -1))).toThrow('unexpected end of file');
    const changed = Buffer.from(page);
    changed.writeUInt8((changed.at(-6) ?? 0) ^ 1, changed.length - 6);
    expect(() => gunzipSync(changed)).toThrow('incorrect data check');
  });
});
