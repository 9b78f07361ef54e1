import { describe, expect, test } from '@jest/globals';
import { TEST_LISTS } from '../../../test/support/build-definition.ts';
import { editQuestion, findingsAfter } from '../../../test/support/edit-definition.ts';
import { words } from '../../../test/support/words.ts';

const places = TEST_LISTS.get('places');

describe('lists', () => {
  test('one that does not exist', () => {
    expect(findingsAfter(editQuestion('place', { list: 'zzz' }))).toEqual(['pages[1].questions[0].list unknown_list']);
    expect(findingsAfter((input) => Object.assign(input.background[0] ?? {}, { list: 'zzz' }))).toContain(
      'background[0].list unknown_list',
    );
  });

  test('results by group of a list without groups', () => {
    expect(findingsAfter(editQuestion('place', { list: 'fields' }))).toEqual([
      'pages[1].questions[0].resultsBy list_without_groups',
    ]);
  });

  test('a code twice, a group that is not declared, a label that is blank', () => {
    const codes = [
      ...(places?.codes ?? []),
      { code: 'P1', label: words('harbour again') },
      { code: 'P4', label: words('hill'), group: 'zzz' },
      { code: 'P5', label: { fi: 'a', sv: 'b', en: '' } },
    ];
    expect(
      findingsAfter(() => {}, new Map([...TEST_LISTS, ['places', { name: 'places', groups: places?.groups, codes }]])),
    ).toEqual([
      'lists.places.codes[4].code duplicate_code',
      'lists.places.codes[5].group unknown_group',
      'lists.places.codes[6].label.en missing_translation',
    ]);
  });
});
