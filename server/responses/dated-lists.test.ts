import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { words } from '../../test/support/words.ts';
import { codeListSchema, type CodeListInput } from '../engine/code-list.ts';
import type { QuestionOf } from '../engine/question.ts';
import { compileSurvey, type Survey } from '../engine/survey.ts';
import { codelistView } from './codelist-view-model.ts';
import { withTypedNames } from './typed-names.ts';

const found = loadSurveys().find('amk-career', 2);
if (!found) throw new Error('The survey of this test is gone.');
const survey = found;
const DAY = '2026-10-01';

/** The survey with other codes in one of its lists. */
function withCodes(name: string, codes: CodeListInput['codes']): Survey {
  const list = codeListSchema.parse({ name, codes });
  return compileSurvey(survey.definition, new Map([...survey.lists, [name, list]]));
}

function view(on: Survey, code: string, chosen: string | null, day = DAY) {
  const question = on.questions.get(code) as QuestionOf<'codelist'>; // both questions of this test are
  const values = new Map(chosen === null ? [] : [[code, [chosen]]]);
  const shown = codelistView(question, { survey: on, language: 'fi', typed: null, values, day });
  const options = shown.kind === 'select' ? shown.list.options : shown.options;
  return options.map(({ label, checked }) => (checked ? `[${label}]` : label));
}

const regions = withCodes('regions', [
  { code: 'old', label: words('Old'), validTo: '2026-06-30', replacedBy: ['new'] },
  {
    code: 'renamed',
    label: words('After'),
    earlierLabels: [{ until: '2026-10-15', label: words('Before') }],
  },
  { code: 'new', label: words('New'), validFrom: '2026-07-01' },
]);

describe('a short list', () => {
  test('offers the codes of the day under their names of that day', () => {
    expect(view(regions, 'job_region', null)).toEqual(['Before fi', 'New fi']);
    expect(view(regions, 'job_region', null, '2026-06-30')).toEqual(['Old fi', 'Before fi']);
    expect(view(regions, 'job_region', null, '2026-10-16')).toEqual(['After fi', 'New fi']);
  });

  test('shows an old code that was chosen, with its name', () => {
    expect(view(regions, 'job_region', 'old')).toEqual(['[Old fi]', 'Before fi', 'New fi']);
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ code: `c${index}`, label: words(`Land ${index}`) }));
  const countries = withCodes('countries', [
    ...many,
    { code: 'old', label: words('Old land'), validTo: '2026-06-30', replacedBy: ['c1'] },
  ]);

  test('shows an old code that was chosen, with its name, before any search', () => {
    expect(view(countries, 'first_job_country', 'old')).toEqual(['[Old land fi]', 'Ei mikään näistä']);
  });

  const questions = [...survey.questions.values()];
  const typed = (text: string, more: Record<string, string> = {}) =>
    withTypedNames(countries, questions, { 'first_job_country._search': text, ...more }, DAY)['first_job_country'];

  test('a whole name that was typed is an answer, whatever was chosen before', () => {
    expect(typed('Land 7 fi')).toBe('c7');
    expect(typed('land 7 EN', { first_job_country: 'c1', nav: 'prev' })).toBe('c7');
    expect(typed('Land 7 fi', { nav: 'pause' })).toBe('c7');
  });

  test.each([
    ['part of a name', { 'first_job_country._search': 'Land' }],
    ['the name of an old code', { 'first_job_country._search': 'Old land fi' }],
    [
      'what was searched for already',
      { 'first_job_country._search': 'Land 7 fi', 'first_job_country._searched': 'Land 7 fi' },
    ],
    ['the search button', { 'first_job_country._search': 'Land 7 fi', search: 'first_job_country' }],
    ['nothing', {}],
  ])('%s chooses nothing', (_, form) => {
    expect(withTypedNames(countries, questions, form, DAY)).toEqual(form);
  });
});
