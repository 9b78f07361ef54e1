import { describe, expect, test } from '@jest/globals';
import { aSurvey } from '../../test/support/build-definition.ts';
import { band, editPage, editQuestion, findingsAfter } from '../../test/support/edit-definition.ts';
import { checkDefinition } from './check-definition.ts';

test('a sound definition has no findings', () => {
  expect(checkDefinition(aSurvey())).toEqual([]);
});

test('every finding says where, by what rule, and what to do', () => {
  const broken = aSurvey((input) => {
    editQuestion('staff', { min: 10, bands: [band('a', 0, 1), band('a', 2, 3), band('c', 3, 3), band('d', 2, 9)] })(
      input,
    );
    editQuestion('activity', { text: { fi: 'a', sv: '', en: 'b' } })(input);
    editPage(1, { showIf: { kind: 'answered', question: 'zzz' } })(input);
  });
  const found = checkDefinition(broken);
  expect(found.length).toBeGreaterThan(5);
  for (const { place, rule, message } of found) {
    expect(place).toMatch(/^pages\[\d\]\./);
    expect(rule).toMatch(/^[a-z_]+$/);
    expect(message).toMatch(/\.$/);
  }
});

describe('the rest', () => {
  test('a funding question without a score', () => {
    expect(findingsAfter(editQuestion('recommend', { funding: { of: 1, per: 1 } }))).toEqual([
      'pages[4].questions[1].funding funding_without_score',
    ]);
  });

  test('a page to shuffle on which nothing moves', () => {
    expect(findingsAfter((input) => Object.assign(input.pages[5] ?? {}, { shuffle: true }))).toEqual([
      'pages[5].shuffle nothing_to_shuffle',
    ]);
  });

  test('minutes the wrong way round', () => {
    expect(findingsAfter((input) => Object.assign(input.minutes, { from: 9 }))).toEqual(['minutes.to empty_range']);
  });
});
