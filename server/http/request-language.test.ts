import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedLanguage, languageFrom } from './request-language.ts';

describe('the language of someone of whom nothing is known', () => {
  test.each([
    [undefined, 'fi'],
    ['', 'fi'],
    ['de-DE,de;q=0.9', 'fi'],
    ['en-GB,en;q=0.9', 'en'],
    ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv'],
    ['de, sv;q=0.4, en;q=0.7', 'en'],
    ['en;q=0, sv;q=0.1', 'sv'],
    ['en;q=x, sv;q=0.1', 'sv'],
    ['SV', 'sv'],
  ])('%p is answered in %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  test('any header at all has an answer', () => {
    fc.assert(fc.property(fc.string(), (header) => ['fi', 'sv', 'en'].includes(acceptedLanguage(header))));
  });

  test('a language named in a request is one of ours or none', () => {
    expect(languageFrom('sv')).toBe('sv');
    for (const other of ['SV', 'de', '', undefined, null, ['sv'], {}, '__proto__'])
      expect(languageFrom(other)).toBeNull();
  });
});
