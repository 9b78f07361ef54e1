import { describe, expect, test } from '@jest/globals';
import { checkComparability } from '../server/comparability/check-comparability.ts';
import { checkMaps } from '../server/comparability/check-maps.ts';
import { diffDefinitions } from '../server/comparability/diff-definitions.ts';
import type { SurveyDefinition } from '../server/engine/definition.ts';
import { compileSurvey, type Survey } from '../server/engine/survey.ts';
import { loadMaps } from './comparability.ts';
import { loadSurveys } from './index.ts';

const surveys = loadSurveys();
const maps = loadMaps();
const version = (number: number): Survey => {
  const survey = surveys.find('amk-career', number);
  if (!survey) throw new Error(`no version ${number}`);
  return survey;
};
const map = maps.find((one) => one.map.survey === 'amk-career' && one.map.from === 1)?.map;
if (!map) throw new Error('no map from version 1');

/** Version 2 after an edit of a copy. */
function edited(edit: (definition: SurveyDefinition) => void): Survey {
  const definition = structuredClone(version(2).definition);
  edit(definition);
  return compileSurvey(definition, surveys.lists);
}

test('every registered map is complete and sound, and a map leads to every version', () => {
  expect(checkMaps(surveys.all, maps)).toEqual([]);
});

test('a version without a map from the one before it is refused', () => {
  expect(checkMaps(surveys.all, [])).toEqual([
    expect.objectContaining({ file: 'survey-definitions/amk-career/v2.ts', place: 'version', rule: 'no_map' }),
    expect.objectContaining({ file: 'survey-definitions/amk-career/v3.ts', place: 'version', rule: 'no_map' }),
  ]);
});

describe('from version 1 to version 2 of the career survey', () => {
  test('four trends are affected, and the map says how', () => {
    const items = diffDefinitions(version(1), version(2), map).pages.flatMap(({ questions }) => questions);
    const affected = items.filter(({ verdicts }) => !verdicts.includes('same'));
    expect(affected.map(({ from, to, verdicts, trend }) => [from, to, verdicts, trend.kind])).toEqual([
      ['job_in_field', 'job_in_field', ['scale', 'wording'], 'recoded'],
      ['job_remote', null, ['dropped'], 'ends'],
      [null, 'job_ai_use', ['new'], 'begins'],
      ['unemployment_spells', 'unemployment_spells', ['wording'], 'continues'],
    ]);
    expect(items).toHaveLength(45);
  });

  test('a scale changed without a mapping fails and names each item on it', () => {
    const changed = edited(({ scales }) => {
      scales.find(({ code }) => code === 'satisfaction')?.options.pop();
    });
    const findings = checkComparability(version(1), changed, map);
    for (const code of ['career_satisfaction', 'degree_satisfaction']) {
      const named = findings.filter(({ message }) => message.includes(`"${code}"`));
      expect(named.map(({ rule }) => rule)).toEqual(['scale_without_mapping', 'mean_across_scales']);
    }
    expect(findings).toHaveLength(4);
  });

  test('a filter on another scale fails for every question that depends on it', () => {
    const changed = edited(({ scales }) => {
      scales.find(({ code }) => code === 'agreement')?.options.shift();
    });
    const findings = checkComparability(version(1), changed, map);
    const base = findings.filter(({ rule }) => rule === 'base_undeclared');
    expect(base.map(({ message }) => /"(\w+)".*depends on (\w+)/.exec(message)?.slice(1))).toEqual([
      ['mismatch_reasons', 'job_matches_level'],
    ]);
  });

  test('a question that the map does not know fails by name', () => {
    const changed = edited(({ pages }) => {
      const question = pages[0]?.questions[0];
      if (question) question.code = 'activity_now';
    });
    const rules = checkComparability(version(1), changed, map).map(({ rule, message }) => [
      rule,
      /"(\w+)"/.exec(message)?.[1],
    ]);
    expect(rules).toContainEqual(['no_relation', 'activity_now']);
    expect(rules).toContainEqual(['unknown_item', 'main_activity']);
  });
});
