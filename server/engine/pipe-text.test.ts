import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasLooseBrace, pipesIn, pipeText } from './pipe-text.ts';

describe('a text with variables', () => {
  test.each([
    ['Your degree: {degree}', { degree: 'Nurse' }, 'Your degree: Nurse'],
    ['Your degree: {degree|your degree}', {}, 'Your degree: your degree'],
    ['In {answer:job_region|your region}, {graduation_year}', { graduation_year: '2021' }, 'In your region, 2021'],
    ['In {answer:job_region|your region}', { 'answer:job_region': 'Lappi' }, 'In Lappi'],
    ['In {answer:job_region|your region}', { 'answer:job_region': ' ' }, 'In your region'],
    ['Nothing: {degree}.', { degree: undefined }, 'Nothing: .'],
    ['{constructor|words}', {}, 'words'],
    ['No variable', { degree: 'Nurse' }, 'No variable'],
  ])('%s', (text, values, expected) => {
    expect(pipeText(text, values)).toBe(expected);
  });

  test('puts a value in as it is, whatever it holds, and never reads it again', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '');
        expect(pipeText('[{degree|none}]', { degree: value })).toBe(`[${value}]`);
      }),
    );
    const values = { 'answer:a': '{institution}<b>$&', institution: 'X' };
    expect(pipeText('{answer:a|none}', values)).toBe('{institution}<b>$&');
  });
});

test('the variables of a text and loose braces', () => {
  expect(pipesIn('{degree} and {answer:pay|your pay}')).toEqual([
    { name: 'degree', fallback: null },
    { name: 'answer:pay', fallback: 'your pay' },
  ]);
  expect(['{degree}', '{degree', 'degree}', '{a|b|c}', '{{degree}}', 'none'].map(hasLooseBrace)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
});
