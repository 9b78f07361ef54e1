import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, type Language } from '../../engine/text.ts';
import { EARLIER } from './index.ts';

function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentencesOf(Reflect.apply(value, null, ['2019', '12 %', '30 %']));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}

const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
const sentences = (language: Language) =>
  sentencesOf(EARLIER[language]).flatMap((text) => text.split(/(?<=[.?:])\s+(?=\p{Lu})/u));

describe.each(LANGUAGES)('what the page of earlier graduates says in %s', (language) => {
  test('is plain: 12 words a sentence on average, 25 at most, no shouting, no begging', () => {
    const counts = sentences(language).map(words);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(12);
    expect(sentences(language).filter((sentence) => words(sentence) > 25)).toEqual([]);
    const banned = /!|ole hyvä|valitettavasti|virheelli|lomake|vänligen|tyvärr|felaktig|please|unfortunately|invalid/i;
    expect(sentences(language).filter((sentence) => banned.test(sentence))).toEqual([]);
  });

  test('is not the text of another language', () => {
    const others = new Set(LANGUAGES.filter((other) => other !== language).flatMap(sentences));
    expect(sentences(language).filter((text) => words(text) > 2 && others.has(text))).toEqual([]);
  });
});
