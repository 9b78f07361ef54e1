import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gzipTexts, makePageCache, plainPage, takesGzip } from './page-cache.ts';

describe('kept pages', () => {
  test('come back as they were set, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, html) => {
        const cache = makePageCache(1e6);
        expect(cache.get(key)).toBeNull();
        expect(plainPage(cache.set(key, gzipTexts([html])))).toBe(html);
        expect(plainPage(cache.get(key) ?? new Uint8Array())).toBe(html);
      }),
    );
  });

  test('are no more than the room there is: the longest unread goes first', () => {
    const page = gzipTexts(['a page']);
    const size = makePageCache(1e6).set('x', page).byteLength;
    const cache = makePageCache(2 * size);
    cache.set('first', page);
    cache.set('second', page);
    cache.get('first');
    cache.set('third', page);
    expect(['first', 'second', 'third'].filter((key) => cache.get(key))).toEqual(['first', 'third']);
    cache.set('third', page);
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
