import { expect } from '@jest/globals';

const SHOUTING_OR_BEGGING =
  /!|ole hyvä|valitettavasti|virheelli|lomake|vänligen|tyvärr|felaktig|please|unfortunately|invalid/i;

/** Every text of a catalogue; functions are called with each list of arguments. */
export function textsOf(value: unknown, tried: readonly (readonly unknown[])[]): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return tried.flatMap((given) => textsOf(Reflect.apply(value, null, given), tried));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => textsOf(one, tried)) : [];
}

/** The sentences of texts, those without a word left out. */
export function sentencesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/(?<=[.?:])\s+(?=\p{Lu})/u)).filter((sentence) => wordsIn(sentence) > 0);
}

export function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** 12 words a sentence on average, 25 at most, no shouting, no begging. */
export function expectPlain(sentences: readonly string[]): void {
  const counts = sentences.map(wordsIn);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(12);
  expect(sentences.filter((sentence) => wordsIn(sentence) > 25)).toEqual([]);
  expect(sentences.filter((sentence) => SHOUTING_OR_BEGGING.test(sentence))).toEqual([]);
}
