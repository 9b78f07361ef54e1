import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../survey-definitions/index.ts';
import { amkCareerReport } from './amk-career.ts';
import { checkReport } from './check-report.ts';
import { loadReports } from './index.ts';
import { reportDefinitionSchema, type ReportDefinition } from './report-definition.ts';

const surveys = loadSurveys();
const versions = surveys.all.map(({ survey }) => survey).filter((survey) => survey.definition.survey === 'amk-career');
const report = reportDefinitionSchema.parse(amkCareerReport);

describe('the report on the career survey', () => {
  test('fits versions 1 to 3 and names every question of each', () => {
    expect(versions.map((survey) => survey.definition.version)).toEqual([1, 2, 3]);
    expect(checkReport(report, versions)).toEqual([]);
  });

  test('is found by the name of its survey', () => {
    expect(loadReports(surveys).find('amk-career')).toEqual(report);
    expect(loadReports(surveys).find('another')).toBeUndefined();
  });

  test.each<[string, (changed: ReportDefinition) => void, RegExp]>([
    [
      'an item that no version asks',
      (changed) => changed.leftOut.push({ item: 'shoe_size', reason: 'none' }),
      /no version asks "shoe_size"/,
    ],
    [
      'a question that is not mentioned',
      (changed) => (changed.leftOut = changed.leftOut.filter(({ item }) => item !== 'consent_research')),
      /"consent_research" is neither shown nor left out/,
    ],
    [
      'an item that stands twice',
      (changed) => changed.leftOut.push({ item: 'pay', reason: 'none' }),
      /"pay" stands twice/,
    ],
    [
      'a kind of chart that does not fit',
      (changed) => changeFigure(changed, 'pay', 'bars'),
      /"pay" \(number\) is no matter for bars/,
    ],
    [
      'a category that does not exist',
      (changed) => changed.headlines[0]?.categories.push('retired'),
      /"main_activity" has no category "retired"/,
    ],
    [
      'a scale without words',
      (changed) => delete changed.upperHalf['agreement'],
      /no words for the upper half of scale "agreement"/,
    ],
    [
      'two scales in one figure',
      (changed) => {
        for (const figure of changed.sections.flatMap((section) => section.figures)) {
          if (figure.kind === 'diverging') figure.items.push('career_satisfaction');
        }
      },
      /"study_statements" shows several scales/,
    ],
    [
      'a scale with a middle step',
      (changed) => {
        changeFigure(changed, 'job_in_field', 'diverging');
      },
      /scale "match_5" has a middle step/,
    ],
  ])('finds %s', (_, change, message) => {
    const changed = structuredClone(report);
    change(changed);
    expect(checkReport(changed, versions).join('\n')).toMatch(message);
  });
});

/** Shows an item in another kind of chart. */
function changeFigure(changed: ReportDefinition, item: string, kind: 'bars' | 'diverging'): void {
  for (const section of changed.sections) {
    section.figures = section.figures.map((figure) => {
      if (!('item' in figure) || figure.item !== item) return figure;
      return kind === 'bars'
        ? { ...figure, kind }
        : { kind, code: `${item}_steps`, title: figure.title, items: [item] };
    });
  }
}
