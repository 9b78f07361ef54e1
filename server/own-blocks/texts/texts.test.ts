import { expect, test } from '@jest/globals';
import { LANGUAGES } from '../../engine/text.ts';
import { ownTexts } from './index.ts';

/** Every text of a catalogue by its path; functions are called with numbers. */
function leaves(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String((part as (...given: number[]) => string)(3, 4, 5))]]; // texts take words and numbers
  return Object.entries(part ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test.each(LANGUAGES)('%s: every text has words, fills in what it is given and exclaims nothing', (language) => {
  const texts = leaves(ownTexts(language));
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter(([, text]) => text.trim() === '' || /undefined|NaN|!|\.\./.test(text))).toEqual([]);
});

test('no language repeats another by mistake', () => {
  const [fi, sv, en] = LANGUAGES.map((language) => new Map(leaves(ownTexts(language))));
  const same = [...(fi ?? [])].filter(([path, text]) => text === sv?.get(path) || text === en?.get(path));
  expect(same.map(([path]) => path).filter((path) => !/\.versionOption$/.test(path))).toEqual([]);
});
