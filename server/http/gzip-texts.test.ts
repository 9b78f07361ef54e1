import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { changePart, gzipAround, gzipPart, gzipTexts } from './gzip-texts.ts';

const text = fc.string({ unit: 'grapheme' });
const texts = fc.tuple(fc.array(text, { maxLength: 20 }), fc.nat(3)).map(([some, times]) => {
  return [...some, 'ä†€\u{1F600}'.repeat(times * 40_000), ...some];
});
const read = (file: Uint8Array) => gunzipSync(file).toString('utf8');
// Half a character pair is no text: it is sent as the sign for what cannot be read.
const sent = (...parts: string[]) => parts.map((part) => Buffer.from(part).toString('utf8')).join('');

describe('texts as one file', () => {
  test('are themselves in order, of any length and in any letters', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        expect(read(gzipTexts(parts))).toBe(sent(...parts));
        expect(read(gzipPart(parts, 9))).toBe(sent(...parts));
      }),
      { numRuns: 30 },
    );
  });

  test('stand in a page as they were compressed, with whatever is around them', () => {
    fc.assert(
      fc.property(text, texts, text, (before, parts, after) => {
        const part = gzipPart(parts);
        const page = gzipAround(before, part, after);
        expect(read(page)).toBe(sent(before, ...parts, after));
        expect(page.includes(part.subarray(10, -10))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('change as bytes, and are a part of a page then', () => {
    fc.assert(
      fc.property(texts, text, (parts, other) => {
        const changed = changePart(gzipPart(parts), (bytes) => Buffer.concat([bytes, Buffer.from(other)]));
        expect(read(changed)).toBe(sent(...parts, other));
        expect(read(gzipAround('<', changed, '>'))).toBe(sent('<', ...parts, other, '>'));
      }),
      { numRuns: 30 },
    );
  });
});
