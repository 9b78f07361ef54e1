import { describe, expect, test } from '@jest/globals';
import { expectPlain, sentencesIn, textsOf } from '../../../test/support/plain-words.ts';
import { LANGUAGES } from '../../engine/text.ts';
import { FEEDBACK } from './index.ts';

const TRIED = [1, 2, 12].map((count) => [count, '1.2.2026']);

describe.each(LANGUAGES)('the words of feedback in %s', (language) => {
  const texts = textsOf(FEEDBACK[language], TRIED);

  test('are plain', () => {
    expectPlain(sentencesIn(texts));
  });

  test('have no gaps, and are not those of another language', () => {
    expect(texts.filter((text) => text.trim() === '' || /\bundefined\b|\bnull\b|NaN/.test(text))).toEqual([]);
    const others = new Set(
      LANGUAGES.filter((other) => other !== language).flatMap((other) => textsOf(FEEDBACK[other], TRIED)),
    );
    expect(texts.filter((text) => text.split(' ').length > 2 && others.has(text))).toEqual([]);
  });
});
