import { describe, expect, test } from '@jest/globals';
import { aBlock, aDraft, OWNER, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { words } from '../../test/support/words.ts';
import { OWN_KINDS, ownBlockSchema } from '../engine/own-block.ts';
import { decideFindings } from './decide-findings.ts';
import type { DraftContent, TypedQuestion } from './draft.ts';

const survey = ownSurvey();
const rows = (content: DraftContent) =>
  decideFindings(content, survey, OWNER).map(({ field, rule, blocking }) => `${field} ${rule}${blocking ? '!' : ''}`);
const of = (kind: TypedQuestion['kind'], change: Partial<TypedQuestion>) =>
  rows(aDraft(typedQuestion(kind, 1, change)));
const option = (code: string, text: string) => ({ code, label: words(text), exclusive: false });

test('one sound question of each kind: nothing to say, and the schema takes the block', () => {
  const content = {
    ...aDraft(...OWN_KINDS.map((kind, index) => typedQuestion(kind, index + 1))),
    intro: words('hello'),
  };
  expect(rows(content)).toEqual([]);
  expect(ownBlockSchema.safeParse(aBlock(content)).success).toBe(true);
});

describe('what keeps a block from being published', () => {
  test('no question, more than five', () => {
    expect(rows(aDraft())).toEqual(['questions no_questions!']);
    expect(rows(aDraft(...[1, 2, 3, 4, 5, 6].map((number) => typedQuestion('text', number))))).toEqual([
      'questions too_many_questions!',
    ]);
  });

  test('a language missing anywhere: question, hint, option, "none of these", introduction', () => {
    const none = { code: '9', label: words('none'), exclusive: true };
    const sound = typedQuestion('multiple', 1, {
      hint: words('hint'),
      options: [option('1', 'a'), option('2', 'b'), none],
    });
    const content = { ...aDraft(sound), intro: words('hello') };
    expect(rows(content)).toEqual([]);
    const blank = (text: { fi: string; sv: string; en: string }) => ({ ...text, sv: ' ' });
    const question = (change: Partial<TypedQuestion>) => ({ ...content, questions: [{ ...sound, ...change }] });
    expect(rows({ ...content, intro: blank(content.intro) })).toEqual(['intro-sv missing_translation!']);
    expect(rows(question({ text: blank(sound.text) }))).toEqual(['text-sv missing_translation!']);
    expect(rows(question({ hint: blank(sound.hint) }))).toEqual(['hint-sv missing_translation!']);
    const relabelled = (at: number) =>
      sound.options.map((one, index) => (index === at ? { ...one, label: blank(one.label) } : one));
    expect(rows(question({ options: relabelled(1) }))).toEqual(['option-1-sv missing_translation!']);
    expect(rows(question({ options: relabelled(2) }))).toEqual(['none-sv missing_translation!']);
  });

  test.each<[TypedQuestion['kind'], Partial<TypedQuestion>, string]>([
    ['single', { options: [option('1', 'a')] }, 'option-1-fi few_options!'],
    ['multiple', { options: [option('1', 'a'), { ...option('2', 'b'), exclusive: true }] }, 'option-1-fi few_options!'],
    ['scale', { scale: '' }, 'scale no_scale!'],
    ['multiple', { most: 'many' }, 'most bad_most!'],
    ['multiple', { most: '1' }, 'most bad_most!'],
    ['multiple', { most: '4' }, 'most max_above_options!'],
    ['text', { maxLength: '0' }, 'maxLength bad_length!'],
    ['text', { maxLength: '4001' }, 'maxLength bad_length!'],
    ['text', { maxLength: '' }, 'maxLength bad_length!'],
  ])('%s with %j', (kind, change, row) => {
    expect(of(kind, change)).toEqual([row]);
  });

  test('the same words twice, and braces that mean nothing', () => {
    expect(of('single', { options: [option('1', 'a'), option('2', 'a')] })).toEqual(
      ['fi', 'sv', 'en'].map((language) => `option-1-${language} same_label!`),
    );
    expect(of('text', { text: words('Your {degree') })).toEqual(
      ['fi', 'sv', 'en'].map((language) => `text-${language} malformed_variable!`),
    );
  });

  test('eleven options', () => {
    const options = Array.from({ length: 11 }, (_, index) => option(String(index + 1), `town ${'abcdefghijk'[index]}`));
    expect(of('single', { options })).toEqual(['option-9-fi too_many_options!']);
  });
});

describe('advice', () => {
  test.each<[string, TypedQuestion['kind'], Partial<TypedQuestion>, string]>([
    [
      'two things at once',
      'scale',
      { text: { fi: 'Työ ja palkka', sv: 'Arbetet', en: 'Work' } },
      'text-fi double_barrelled',
    ],
    [
      'leading words',
      'scale',
      { text: { fi: 'Varmaan pidit', sv: 'Du tyckte om', en: 'You liked' } },
      'text-fi leading_wording',
    ],
    [
      'a negation in one language',
      'scale',
      { text: { fi: 'En pitänyt', sv: 'Jag tyckte om', en: 'I liked' } },
      'text-fi negation_differs',
    ],
    [
      'one end of the scale',
      'scale',
      { text: { fi: 'Kuinka tyytyväinen olet?', sv: 'Svara', en: 'Answer' }, scale: 'satisfaction' },
      'text-fi one_sided_question',
    ],
    [
      'a long sentence',
      'text',
      { text: { fi: Array(26).fill('sana').join(' '), sv: 'ord', en: 'word' } },
      'text-fi long_sentence',
    ],
    [
      'words of the other end',
      'single',
      {
        options: [
          option('1', 'a'),
          { ...option('2', 'b'), label: { fi: 'tyytyväinen', sv: 'missnöjd', en: 'satisfied' } },
        ],
      },
      'option-1-sv label_direction',
    ],
  ])('%s', (_what, kind, change, row) => {
    expect(of(kind, change)).toEqual([row]);
  });

  test('a calendar year', () => {
    expect(of('text', { text: words('What did you do in 2024?') })).toEqual(
      ['fi', 'sv', 'en'].map((language) => `text-${language} calendar_year`),
    );
  });
});
