import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Level, SafePopulation } from '../disclosure/safe-table.ts';
import { chooseGroups, choicesOf, MOST_GROUPS } from './decide-comparison.ts';

function population(key: string, respondents: number): SafePopulation {
  const [level = '', one = '', other = ''] = key.split('/');
  const place = {
    nation: { institution: '', field: '', degree: '' },
    field: { institution: '', field: one, degree: '' },
    institution: { institution: one, field: '', degree: '' },
    institution_field: { institution: one, field: other, degree: '' },
    degree: { institution: one, field: '2', degree: other },
    degree_national: { institution: '', field: '2', degree: one },
    others: { institution: '', field: '', degree: '' },
  }[level as Level];
  const size = { target: respondents * 2, respondents };
  return { key, level: level as Level, ...place, split: '', split_value: '', members: [], ...size };
}
const own = population('degree/A/d', 40);
const others = (...sizes: number[]) => sizes.map((size, index) => population(`degree/${'BCDEFG'[index]}/d`, size));
const stateOf = (populations: readonly SafePopulation[], code: string) =>
  choicesOf({ own, populations: [own, ...populations], before: null }).find((choice) => choice.code === code)?.state;

describe('whether a group may be chosen', () => {
  test.each([
    ['three institutions, none large', [200, ...[50, 50, 60]], 'open'],
    ['two institutions', [200, ...[80, 80]], 'one_sided'],
    ['one of them has most of the answers', [200, ...[100, 30, 30]], 'one_sided'],
    ['fewer than 30 others', [69, ...[10, 10, 9]], 'too_few'],
    ['exactly 30 others', [70, ...[10, 10, 10]], 'open'],
  ])('%s', (_name, [whole = 0, ...sizes], state) => {
    expect(stateOf([population('degree_national/d', whole), ...others(...sizes)], 'degree_national')).toBe(state);
  });

  test('what a release does not have is not shown, and its size is not told', () => {
    const found = choicesOf({ own, populations: [own], before: null });
    expect(found.map(({ state, n }) => [state, n])).toEqual(Array(5).fill(['not_shown', null]));
  });

  test('the own institution needs no other institutions', () => {
    expect(stateOf([population('institution/A', 90)], 'institution')).toBe('open');
    expect(stateOf([population('institution/A', 60)], 'institution')).toBe('too_few');
  });

  test('another institution is compared from 30 answers on and stands beside from 21 on', () => {
    const found = choicesOf({ own, populations: [own, ...others(30, 29, 21, 20)], before: 35 });
    const at = found.filter((choice) => choice.with === 'at');
    expect(at.map(({ code, state, isBeside }) => [code, state, isBeside])).toEqual([
      ['at-B', 'open', true],
      ['at-C', 'too_few', true],
      ['at-D', 'too_few', true],
      ['at-E', 'too_few', false],
    ]);
    expect(found.find(({ code }) => code === 'before')?.state).toBe('open');
  });
});

describe('what an address asks for', () => {
  const populations = [population('nation', 900), population('field/2', 700), ...others(100, 100, 100, 100, 100, 100)];
  const choices = choicesOf({ own, populations: [own, ...populations], before: null });

  test('nothing: the first group that may be chosen; none: none', () => {
    expect(chooseGroups(choices, { compare: '', beside: [] }).main?.code).toBe('field');
    expect(chooseGroups(choices, { compare: 'none', beside: [] })).toMatchObject({ main: null, refused: [] });
  });

  test('what is no group, or none that may be chosen, becomes the default and is told', () => {
    expect(chooseGroups(choices, { compare: 'xyz', beside: ['abc'] })).toMatchObject({
      main: { code: 'field' },
      beside: [],
      refused: ['xyz', 'abc'],
    });
    expect(chooseGroups(choices, { compare: 'institution', beside: [] })).toMatchObject({
      main: { code: 'field' },
      refused: ['institution'],
    });
  });

  test('never more than six side by side, whatever is asked for', () => {
    const code = fc.constantFrom(...choices.map((choice) => choice.code), 'none', '', 'xyz');
    fc.assert(
      fc.property(code, fc.array(code, { maxLength: 12 }), (compare, beside) => {
        const found = chooseGroups(choices, { compare, beside });
        expect(1 + (found.main ? 1 : 0) + found.beside.length).toBeLessThanOrEqual(MOST_GROUPS);
        expect(found.beside.every((choice) => choice.isBeside && choice.code !== found.main?.code)).toBe(true);
        if (found.main) expect(found.main.state).toBe('open');
      }),
    );
  });
});
