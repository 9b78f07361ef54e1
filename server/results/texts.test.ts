import { describe, expect, test } from '@jest/globals';
import { BANNED } from '../../test/support/banned-words.ts';
import { LANGUAGES } from '../engine/text.ts';
import { textsOf } from './texts/index.ts';

/** Every text of a catalogue, functions called with a sign that stands for a number. */
function allTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return allTexts(value('7', '8', '9'), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => allTexts(part, `${path}.${key}`));
}

describe.each(LANGUAGES)('words of reports: %s', (language) => {
  const texts = allTexts(textsOf(language));

  test('nothing is blank, and no parameter is lost', () => {
    expect(texts.filter(([, text]) => text.trim() === '' || /undefined|\$\{/.test(text))).toEqual([]);
  });

  test('no word judges, explains or promises', () => {
    expect(texts.filter(([, text]) => BANNED[language].test(text))).toEqual([]);
  });

  test('the per cent sign stands as the language has it', () => {
    const wrong = language === 'en' ? /\d\s%/ : /\d%|\d %/;
    expect(texts.filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

test('all languages have the same texts', () => {
  const paths = LANGUAGES.map((language) => allTexts(textsOf(language)).map(([path]) => path));
  expect(paths[1]).toEqual(paths[0]);
  expect(paths[2]).toEqual(paths[0]);
});
