import { describe, expect, test } from '@jest/globals';
import { expectPlain, sentencesIn, textsOf, wordsIn } from '../../../test/support/plain-words.ts';
import { LANGUAGES, type Language } from '../../engine/text.ts';
import { RIGHTS } from './index.ts';

const sentences = (language: Language) => sentencesIn(textsOf(RIGHTS[language], [['2026', '12.11.2026']]));

describe.each(LANGUAGES)('what the pages of rights say in %s', (language) => {
  test('is plain: 12 words a sentence on average, 25 at most, no shouting, no begging', () => {
    expectPlain(sentences(language));
  });

  test('is not the text of another language', () => {
    const others = new Set(LANGUAGES.filter((other) => other !== language).flatMap(sentences));
    expect(sentences(language).filter((text) => wordsIn(text) > 2 && others.has(text))).toEqual([]);
  });
});
