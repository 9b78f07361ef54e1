import { describe, expect, test } from '@jest/globals';
import { loadReports } from '../reports/index.ts';
import { checkDefinition } from '../server/engine/check-definition.ts';
import { registerList } from '../server/engine/register-lists.ts';
import { loadSurveys } from './index.ts';

const surveys = loadSurveys();
const survey = surveys.find('yo-career', 1);
if (!survey) throw new Error('no survey of university masters');
const amk = surveys.find('amk-career', 2);

describe('the survey of university masters', () => {
  test('passes the checker and has a report', () => {
    expect(checkDefinition(survey)).toEqual([]);
    expect(loadReports(surveys).find('yo-career')?.survey).toBe('yo-career');
  });

  test('has lists of its own', () => {
    const lists = (['institution', 'degree'] as const).map((column) => registerList(survey, column).name);
    expect(lists).toEqual(['universities', 'university-degrees']);
  });

  test('has four invented universities, which say so, and degrees of every field but services', () => {
    const invented = registerList(survey, 'institution').codes.filter((entry) => entry.invented);
    expect(invented).toHaveLength(4);
    for (const { label } of invented) {
      expect(Object.values(label).map((name) => /\((\w+)\)$/.exec(name)?.[1])).toEqual([
        'esimerkki',
        'exempel',
        'example',
      ]);
    }
    const degrees = registerList(survey, 'degree').codes;
    expect(new Set(degrees.map(({ group }) => group)).size).toBe(11);
    expect(degrees.length).toBeGreaterThanOrEqual(10);
  });

  test('a code looks official only where it is', () => {
    for (const { code, own, invented } of registerList(survey, 'institution').codes) {
      expect({ code, official: /^\d{5}$/.test(code) }).toEqual({ code, official: !own && !invented });
    }
    for (const { code, own } of registerList(survey, 'degree').codes) {
      expect({ code, official: /^7\d{5}$/.test(code) }).toEqual({ code, official: !own });
    }
  });

  test('asks in the same words and options what has the same code in the survey of applied sciences', () => {
    const shared = ['main_activity', 'career_path', 'career_satisfaction', 'unemployment_spells', 'job_sector'];
    for (const code of [...shared, 'job_region', 'pay', 'degree_valued', 'ready_for_work', 'degree_satisfaction']) {
      const [own, other] = [survey.questions.get(code), amk?.questions.get(code)];
      expect({ ...own, showIf: null }).toEqual({ ...other, showIf: null });
    }
  });
});
