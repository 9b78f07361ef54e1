import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makePageCache, plainPage, takesGzip } from './page-cache.ts';

describe('kept pages', () => {
  test('come back as they were set, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, html) => {
        const cache = makePageCache(1e6);
        expect(cache.get(key)).toBeNull();
        expect(plainPage(cache.set(key, [html]))).toBe(html);
        expect(plainPage(cache.get(key) ?? new Uint8Array())).toBe(html);
      }),
    );
  });

  test('are the texts that they are made of, in order, of any length and in any letters', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.nat(3), (parts, times) => {
        const html = [...parts, 'ä†€\u{1F600}'.repeat(times * 40_000), ...parts];
        expect(plainPage(makePageCache(1e6).set('x', html))).toBe(html.join(''));
      }),
      { numRuns: 30 },
    );
  });

  test('are no more than the room there is: the longest unread goes first', () => {
    const size = makePageCache(1e6).set('x', ['a page']).byteLength;
    const cache = makePageCache(2 * size);
    cache.set('first', ['a page']);
    cache.set('second', ['a page']);
    cache.get('first');
    cache.set('third', ['a page']);
    expect(['first', 'second', 'third'].filter((key) => cache.get(key))).toEqual(['first', 'third']);
    cache.set('third', ['a page']);
    expect(cache.get('first')).not.toBeNull();
  });
});

test.each([
  ['gzip, deflate, br', true],
  ['br;q=1.0, gzip;q=0.5', true],
  ['GZIP', true],
  ['gzip;q=0', false],
  ['gzip; q=0.0, br', false],
  ['br', false],
  ['', false],
  [undefined, false],
])('%s takes gzip: %s', (accepted, expected) => {
  expect(takesGzip(accepted)).toBe(expected);
});
