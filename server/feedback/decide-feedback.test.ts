import { describe, expect, test } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { deriveCode, formatCode } from '../invitations/code.ts';
import { CODE_GONE, decideFeedback, LONGEST_MESSAGE, withoutCodes } from './decide-feedback.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const codes = fc
  .string({ minLength: 1 })
  .map((person) => deriveCode({ code: key, contact: key, answer: key }, person, 0));
const WRITTEN: Readonly<Record<string, (code: string) => string>> = {
  link: (code) => `https://kysely.example.org/v/${code}/part/3?lang=fi`,
  'link in small letters': (code) => `kysely.example.org/v/${code.toLowerCase()}`,
  'link with dashes': (code) => `/v/${formatCode(code)}`,
  code: (code) => code,
  'code as printed': formatCode,
  'code with spaces': (code) => formatCode(code).replaceAll('-', ' '),
};

describe('personal links and codes', () => {
  test.each(Object.entries(WRITTEN))('are not kept: %s', (_name, written) => {
    fc.assert(
      fc.property(codes, (code) => {
        const kept = withoutCodes(`Sivu ${written(code)} ei mahdu puhelimeen, kohta 12.`);
        expect(kept).toBe(`Sivu ${CODE_GONE} ei mahdu puhelimeen, kohta 12.`);
      }),
    );
  });

  test('what is none stays as it was written', () => {
    const texts = [
      'The page about accessibility does not fit: part 3 of 7.',
      'Ruudunlukuohjelma ei lue kohtaa 1234 5678 9012 3 ollenkaan.',
      'Tillgänglighetsutlåtandet är för brett på min telefon 2026-11-27.',
    ];
    for (const text of texts) expect(withoutCodes(text)).toBe(text);
  });
});

describe('the form', () => {
  const typed = { institution: 'X0101', place: '', message: 'Too wide', email: '' };
  const decide = (change: Partial<typeof typed>) => decideFeedback({ ...typed, ...change }, ['X0101']);

  test('needs a message and nothing else', () => {
    expect(decide({ institution: '' }).problems).toEqual([]);
    expect(decide({}).feedback).toEqual({ ...typed, email: null });
    expect(decide({ message: ' \n ' }).problems).toEqual([{ field: 'message', why: 'blank' }]);
  });

  test('names every field that is wrong', () => {
    const wrong = { institution: 'X9', place: 'a'.repeat(300), message: 'b'.repeat(LONGEST_MESSAGE + 1), email: 'me' };
    expect(decide(wrong).problems).toEqual([
      { field: 'message', why: 'too_long' },
      { field: 'place', why: 'too_long' },
      { field: 'institution', why: 'unknown_institution' },
      { field: 'email', why: 'bad_email' },
    ]);
  });
});
