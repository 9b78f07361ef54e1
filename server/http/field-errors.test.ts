import { describe, expect, test } from '@jest/globals';
import { PROBLEMS } from '../engine/question-types/question-type.ts';
import { LANGUAGES } from '../engine/text.ts';
import { fieldErrorText } from './field-errors.ts';

const params = { min: 0, max: 50_000, limit: 2000, value: 2500, example: '3000', option: 'X' };

describe('messages at a field', () => {
  test.each(LANGUAGES)('every problem has one in %s, filled in, each another', (language) => {
    const messages = PROBLEMS.map((problem) => fieldErrorText(language, problem, params));
    for (const message of messages) expect(message).toMatch(/^\p{Lu}[^!]{8,}$/u);
    expect(messages.join()).not.toMatch(/undefined|NaN|  /);
    expect(new Set(messages).size).toBe(PROBLEMS.length);
  });

  test('numbers are written as the language has them, years without thousands', () => {
    expect(fieldErrorText('fi', 'above_max', { max: 50_000 })).toContain('50\u00a0000');
    expect(fieldErrorText('en', 'above_max', { max: 50_000 })).toContain('50,000');
    expect(fieldErrorText('en', 'outside_years', { min: 1980, max: 2027 })).toContain('between 1980 and 2027');
  });

  test('no decimals at all means a whole number', () => {
    expect(fieldErrorText('sv', 'too_many_decimals', { limit: 0 })).toBe('Skriv ett heltal');
    expect(fieldErrorText('sv', 'too_many_decimals', { limit: 2 })).toBe('Använd högst 2 decimaler');
  });
});
