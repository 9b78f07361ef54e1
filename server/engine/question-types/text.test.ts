import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { text } from './text.ts';

const survey = aSurvey();
const question = questionIn(survey, 'text', 'job');
const MAX = 40;

function posted(raw: string): unknown {
  return text.parseForm(survey, question, { job: raw });
}

describe('an open text', () => {
  test.each([
    ['NUL is removed', 'a\0b', 'ab'],
    ['line ends become LF', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['outer white space goes', ' \n a b \u00a0', 'a b'],
    ['an emoji stays', '👩‍⚕️ nurse', '👩‍⚕️ nurse'],
    ['marks of right-to-left stay', '\u200fمهندس\u200e', '\u200fمهندس\u200e'],
    ['half a surrogate pair is replaced', 'a\ud83dz', 'a\ufffdz'],
    ['markup is only text', '<b>&amp;', '<b>&amp;'],
  ])('%s', (_name, raw, value) => {
    expect(posted(raw)).toEqual({ kind: 'answer', value });
  });

  test.each(['', '   ', '\0', '\r\n'])('%j is no answer', (raw) => {
    expect(posted(raw)).toEqual({ kind: 'empty' });
  });

  test('the limit counts characters, not halves of them', () => {
    expect(posted('😀'.repeat(MAX))).toMatchObject({ kind: 'answer' });
    expect(posted('😀'.repeat(MAX + 1))).toEqual({
      kind: 'invalid',
      problems: [{ question: 'job', field: 'job', problem: 'too_long', params: { limit: MAX, value: MAX + 1 } }],
    });
  });

  test('space that is trimmed does not count', () => {
    expect(posted(` ${'a'.repeat(MAX)} `)).toMatchObject({ kind: 'answer' });
  });

  test('ten thousand characters are a problem, not a crash', () => {
    expect(posted('x'.repeat(10_000))).toMatchObject({
      problems: [{ problem: 'too_long', params: { value: 10_000 } }],
    });
  });

  test('what is stored can be stored: no NUL, no CR, well formed, trimmed, within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const parsed = text.parseForm(survey, question, { job: raw });
        if (parsed.kind !== 'answer') return;
        const value = String(parsed.value);
        expect(value).not.toMatch(/[\0\r]/);
        expect(value.isWellFormed()).toBe(true);
        expect(value).toBe(value.trim());
        expect([...value].length).toBeLessThanOrEqual(MAX);
      }),
    );
  });
});

test('open text is outside the tables', () => {
  expect(text.aggregate(survey, question)).toEqual({ kind: 'none' });
});
