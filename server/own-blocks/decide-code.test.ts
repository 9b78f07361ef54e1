import { describe, expect, test } from '@jest/globals';
import { aBlock, aDraft, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { words } from '../../test/support/words.ts';
import { decideCode } from './decide-code.ts';
import type { TypedQuestion } from './draft.ts';
import { surveyParts } from './survey-parts.ts';

const parts = surveyParts(ownSurvey());
const before = typedQuestion('multiple', 1);
const published = new Map(aBlock(aDraft(before)).questions.map((question) => [question.code, question]));
const coded = (change: Partial<TypedQuestion>, known = published) => {
  const { code, replaces } = decideCode(
    { ...before, ...change },
    { parts, published: known, newCode: () => 'own_x0101_9' },
  );
  return { code, replaces };
};
const SAME = { code: 'own_x0101_1', replaces: null };
const NEW = { code: 'own_x0101_9', replaces: 'own_x0101_1' };

describe('a published question', () => {
  test('keeps its code with other words and another order of options', () => {
    expect(coded({ text: words('other'), hint: words('hint'), options: before.options.toReversed() })).toEqual(SAME);
    const renamed = before.options.map((option) => ({ ...option, label: words('x') }));
    expect(coded({ options: renamed })).toEqual(SAME);
  });

  test.each<[string, Partial<TypedQuestion>]>([
    ['kind', { kind: 'single' }],
    ['an option less', { options: before.options.slice(1) }],
    ['an option more', { options: [...before.options, { code: '4', label: words('d'), exclusive: false }] }],
    [
      'an option that excludes the rest',
      { options: before.options.map((one, index) => ({ ...one, exclusive: index === 2 })) },
    ],
    ['how many may be chosen', { most: '2' }],
  ])('gets a new one with another %s, and the old one back when it is put back', (_what, change) => {
    expect(coded(change)).toEqual(NEW);
    expect(coded({ ...NEW, ...change })).toEqual(NEW);
    expect(coded(NEW)).toEqual(SAME);
  });

  test('on another scale, or with "cannot say", is another question', () => {
    const statement = typedQuestion('scale', 1);
    const known = new Map(aBlock(aDraft(statement)).questions.map((question) => [question.code, question]));
    expect(coded({ ...statement }, known)).toEqual(SAME);
    expect(coded({ ...statement, scale: 'frequency' }, known)).toEqual(NEW);
    expect(coded({ ...statement, cannotSay: true }, known)).toEqual(NEW);
  });
});

test('a question that was never published keeps its code whatever changes', () => {
  expect(coded({ kind: 'text' }, new Map())).toEqual(SAME);
});
