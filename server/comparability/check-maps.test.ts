import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { aSurvey, TEST_LISTS } from '../../test/support/build-definition.ts';
import { aMap, related, unitChange } from '../../test/support/build-maps.ts';
import { words } from '../../test/support/words.ts';
import type { CodeLists } from '../engine/code-list.ts';
import { checkComparability } from './check-comparability.ts';
import { checkMaps } from './check-maps.ts';
import { checkUnits } from './check-units.ts';
import { unitRelationSchema, type ComparabilityMapInput } from './comparability-schema.ts';
import { earlierUnit, unitLink } from './unit-link.ts';
import { unitLists } from './unit-lists.ts';

const lists: CodeLists = new Map([
  ...TEST_LISTS,
  ['institutions', { name: 'institutions', codes: ['A', 'B', 'C'].map((code) => ({ code, label: words(code) })) }],
]);
const version = (number: number) =>
  aSurvey((input) => {
    input.version = number;
    input.background.push({
      kind: 'codelist',
      code: 'institution',
      label: words('institution'),
      column: 'institution',
      list: 'institutions',
    });
  }, lists);

function completeMap(from: number, to: number, more: Partial<ComparabilityMapInput> = {}) {
  const asked = [...version(from).questions.values()].filter(({ kind }) => kind !== 'info');
  const identical = (entries: readonly { code: string }[]) => entries.map(({ code }) => related(code, 'identical'));
  return aMap(from, to, {
    items: identical(asked),
    background: identical(version(from).definition.background),
    ...more,
  });
}

describe('units', () => {
  const found = (...units: ReturnType<typeof unitChange>[]) =>
    checkComparability(version(1), version(2), completeMap(1, 2, { units })).map(
      ({ rule, place }) => `${rule} at ${place}`,
    );

  test('mergers, renamings and splits of known codes are sound', () => {
    expect(found(unitChange('merged', ['A', 'B'], ['C'], { sum: true }))).toEqual([]);
    expect(
      found(unitChange('renamed', ['A'], ['B']), unitChange('split', ['B'], ['A', 'C'], { since: '2025-01-01' })),
    ).toEqual([]);
  });

  test('unknown codes, wrong numbers of codes and a code that went twice are refused', () => {
    expect(found(unitChange('merged', ['A', 'Z'], ['C']))).toEqual(['unknown_unit at units[0].from[1]']);
    expect(found(unitChange('renamed', ['A'], ['Z']))).toEqual(['unknown_unit at units[0].to[0]']);
    expect(found(unitChange('merged', ['A'], ['C']))).toEqual(['unit_shape at units[0]']);
    expect(found(unitChange('split', ['A'], ['C']))).toEqual(['unit_shape at units[0]']);
    expect(found(unitChange('renamed', ['A'], ['A']))).toEqual(['unit_shape at units[0]']);
    expect(found(unitChange('merged', ['A', 'A'], ['C']))).toEqual([
      'unit_shape at units[0]',
      'unit_related_twice at units[0].from',
    ]);
    expect(found(unitChange('renamed', ['A'], ['B'], { sum: true }))).toEqual(['unit_shape at units[0].sum']);
    expect(found(unitChange('renamed', ['A'], ['B']), unitChange('renamed', ['A'], ['C']))).toEqual([
      'unit_related_twice at units[1].from',
    ]);
  });
});

describe('lists of units', () => {
  const surveys = loadSurveys();
  const of = (survey: string, number: number) => surveys.find(survey, number) ?? never(survey);
  const rules = (units: ReturnType<typeof unitChange>[], survey = 'yo-career', number = 1) =>
    checkUnits(
      units.map((unit) => unitRelationSchema.parse(unit)),
      of(survey, number),
      of(survey, number),
    ).map(({ rule, place }) => `${rule} at ${place}`);

  function never(survey: string): never {
    throw new Error(`no survey ${survey}`);
  }

  test('are those of the survey: its register lists, and the fields of its degrees', () => {
    expect(unitLists(of('amk-career', 2))).toEqual(['institutions', 'degrees', 'fields']);
    expect(unitLists(of('yo-career', 1))).toEqual(['universities', 'university-degrees', 'fields']);
  });

  test('every survey can declare mergers of its own units, and only of those', () => {
    const universities = unitChange('merged', ['01905', '01915'], ['10122'], {
      list: 'universities',
      since: '2019-01-01',
    });
    const degrees = unitChange('split', ['own-fm-historia'], ['own-fm-kielet', 'own-musiikin-maisteri'], {
      list: 'university-degrees',
    });
    const fields = unitChange('renamed', ['1'], ['2'], { list: 'fields' });
    expect(rules([universities, degrees, fields])).toEqual([]);
    expect(rules([unitChange('merged', ['02470', '02609'], ['10126'])], 'amk-career', 2)).toEqual([]);
    expect(rules([unitChange('merged', ['02470', '02609'], ['10126'])])).toEqual([
      'unknown_unit_list at units[0].list',
    ]);
    expect(rules([universities], 'amk-career', 2)).toEqual(['unknown_unit_list at units[0].list']);
    expect(rules([unitChange('renamed', ['AX'], ['FI'], { list: 'countries' })])).toEqual([
      'unknown_unit_list at units[0].list',
    ]);
  });

  test('a map must not tell another story than the list', () => {
    expect(rules([unitChange('renamed', ['02470'], ['10118'])], 'amk-career', 2)).toEqual([
      'unit_against_list at units[0].from[0]',
    ]);
  });

  test('units of any list are followed in a trend', () => {
    const maps = [
      aMap(1, 2, { units: [unitChange('merged', ['01905', '01915'], ['10122'], { list: 'universities', sum: true })] }),
    ];
    const unit = (list: string, ...codes: string[]) => ({ list, codes });
    expect(unitLink(maps, unit('universities', '01905', '01915'), unit('universities', '10122')).kind).toBe('summed');
    expect(unitLink(maps, unit('institutions', '01905', '01915'), unit('institutions', '10122')).kind).toBe('broken');
    expect(earlierUnit(maps, unit('universities', '10122'))?.codes).toEqual(['01905', '01915']);
    expect(earlierUnit(maps, unit('degrees', '10122'))).toBeNull();
  });
});

describe('all maps', () => {
  const versions = [1, 2, 3].map((number) => ({
    file: `v${number}.ts`,
    survey: version(number),
  }));
  const file = (from: number, to: number) => ({
    file: `map-${from}-${to}.ts`,
    map: { ...completeMap(1, 2), from, to },
  });
  const found = (...maps: { file: string; map: ReturnType<typeof aMap> }[]) =>
    checkMaps(versions, maps).map((finding) => `${finding.rule} in ${finding.file}`);

  test('a map leads to every version from the one before it', () => {
    expect(found(file(1, 2), file(2, 3))).toEqual([]);
    expect(found(file(1, 2))).toEqual(['no_map in v3.ts']);
    expect(found(file(1, 3), file(2, 3))).toEqual(['no_map in v2.ts']);
  });

  test('a map that skips versions may relate some items only', () => {
    const skipping = { file: 'map-1-3.ts', map: aMap(1, 3, { items: [related('level', 'identical')] }) };
    expect(found(file(1, 2), file(2, 3), skipping)).toEqual([]);
  });

  test('maps of versions that do not exist, turned round, or written twice are refused', () => {
    expect(found(file(1, 2), file(2, 3), file(3, 4))).toEqual(['unknown_version in map-3-4.ts']);
    expect(found(file(1, 2), file(2, 3), file(3, 2))).toEqual(['versions_reversed in map-3-2.ts']);
    expect(found(file(1, 2), file(2, 3), file(2, 3))).toEqual(['map_twice in map-2-3.ts']);
  });
});
