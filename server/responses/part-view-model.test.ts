import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { LANGUAGES } from '../engine/text.ts';
import { toPartView, type Showing } from './part-view-model.ts';
import type { QuestionView } from './question-view-model.ts';
import { resumeOf } from './resume-view-model.ts';
import { toReviewView } from './review-view-model.ts';

const found = loadSurveys().find('amk-career', 2);
if (!found) throw new Error('The survey of this test is gone.');
const survey = found;
const OPENED: Showing = { kind: 'opened', elsewhere: false };
const answers = {
  main_activity: 'permanent_full_time',
  job_start: '2022-09',
  job_region: '06',
  first_job_country: 'SE',
  skill_digital: { importance: '5', development: '_dk' },
  pay: 3400,
  open_wishes: 'Enemmän <harjoittelua>',
};
const order = { skills_1: ['skill_digital', 'skill_learning'] };

function view(pageIndex: number, showing: Showing = OPENED) {
  const record = { background: {}, pages_saved: [], language: 'fi', submitted_on: null, late: false, revision: 4 };
  const response = { ...record, answers, question_order: order };
  return toPartView({ survey, response, background: {}, language: 'fi', day: '2026-10-01', pageIndex, showing });
}

function only<K extends QuestionView['kind']>(pageIndex: number, code: string, kind: K, showing = OPENED) {
  const question = view(pageIndex, showing).questions.find((one) => one.code === code);
  if (question?.kind !== kind) throw new Error(`${code} is ${question?.kind}`);
  return question as Extract<QuestionView, { kind: K }>; // just compared
}

describe('what the page of a part prints', () => {
  test('shows stored answers in their fields', () => {
    expect(only(0, 'main_activity', 'options').options.filter((option) => option.checked)).toMatchObject([
      { value: 'permanent_full_time' },
    ]);
    const { lists } = only(1, 'job_start', 'lists');
    expect(lists.map(({ name, options }) => [name, options.find((one) => one.checked)?.label])).toEqual([
      ['job_start.month', 'syyskuu'],
      ['job_start.year', '2022'],
    ]);
    expect(only(1, 'job_region', 'select').list.options.find((one) => one.checked)?.label).toBe('Pirkanmaa');
    expect(only(6, 'pay', 'number').input.value).toBe('3400');
    expect(only(5, 'open_wishes', 'text').input.value).toBe('Enemmän <harjoittelua>');
    const { scales } = only(3, 'skill_digital', 'pair');
    expect(
      scales.map(({ steps, cannotSay }) => [steps.find((step) => step.checked)?.value, cannotSay?.checked]),
    ).toEqual([
      ['5', false],
      [undefined, true],
    ]);
  });

  test('keeps the order that was drawn for the person', () => {
    expect(
      view(3)
        .questions.slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['skill_digital', 'skill_learning']);
  });

  test('offers to clear what is stored, and only that', () => {
    expect(only(3, 'skill_digital', 'pair').clear).toBe(true);
    expect(only(3, 'skill_learning', 'pair').clear).toBe(false);
    expect(only(6, 'pay', 'number').clear).toBe(false);
  });

  test('a page that is shown again holds what was typed, with the message at its field', () => {
    const errors = [{ question: 'pay', field: 'pay', message: 'Kirjoita numeroina', id: 'pay--field' }];
    const showing: Showing = { kind: 'invalid', form: { pay: 'kolme tonnia\0' }, errors };
    const { input, errors: own } = only(6, 'pay', 'number', showing);
    expect([input.value, own]).toEqual(['kolme tonnia', ['Kirjoita numeroina']]);
    expect(view(6, showing).errors).toEqual(errors);
    expect(view(6, showing).questions.flatMap((question) => question.errors)).toHaveLength(1);
  });

  test('a long list: the stored choice, then what a search finds, and always a way out', () => {
    const before = only(2, 'first_job_country', 'search');
    expect(before.options.map(({ label, checked }) => [label, checked])).toEqual([
      ['Ruotsi', true],
      ['Ei mikään näistä', false],
    ]);
    expect(before.found).toBeNull();
    const form = { 'first_job_country._search': 'norj', first_job_country: 'SE' };
    const after = only(2, 'first_job_country', 'search', { kind: 'search', form, question: 'first_job_country' });
    expect(after.options.map(({ label, checked }) => [label, checked])).toEqual([
      ['Norja', false],
      ['Ruotsi', true],
      ['Ei mikään näistä', false],
    ]);
    expect([after.found, after.searched.value]).toEqual(['Yksi osuma', 'norj']);
  });

  test('carries the revision and the language, and once it has asked, that it has', () => {
    expect(view(0).hidden).toEqual([
      { name: '_revision', value: '4' },
      { name: '_language', value: 'fi' },
    ]);
    const notice: Showing = { kind: 'notice', form: {}, blank: 2, implausible: ['pay'] };
    expect(view(6, notice).hidden).toContainEqual({ name: '_noticed', value: '1' });
    expect(view(6, notice).notices[0]).toMatch(/Kirjoitit: 3\s400 euroa kuukaudessa\./);
    const later: Showing = { kind: 'invalid', form: { _noticed: '1' }, errors: [] };
    expect(view(6, later).hidden).toContainEqual({ name: '_noticed', value: '1' });
  });

  test.each(LANGUAGES)('every page in %s: ids are used once, and no text is missing', (language) => {
    for (const pageIndex of survey.definition.pages.keys()) {
      const facts = { survey, response: null, background: {}, language, day: '2026-10-01', pageIndex, showing: OPENED };
      const part = toPartView(facts);
      const json = JSON.stringify(part);
      const ids = [...json.matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(json).not.toMatch(/undefined|NaN|"label":""|"text":""/);
      expect(part.title).toMatch(/\d.*7$/);
    }
  });
});

describe('going on', () => {
  const record = (pagesSaved: string[], activity = 'permanent_full_time') => ({
    answers: { main_activity: activity },
    background: {},
    pages_saved: pagesSaved,
  });

  test('leads to the first part that is not done, over those that are not asked', () => {
    expect(resumeOf(survey, record([]))).toEqual({ next: { place: 1, step: 1 }, first: 1, done: null, total: 7 });
    expect(resumeOf(survey, record(['now', 'job']))).toMatchObject({
      next: { place: 3, step: 3 },
      done: { from: 1, to: 2 },
      total: 7,
    });
    expect(resumeOf(survey, record(['now'], 'unemployed'))).toMatchObject({
      next: { place: 3, step: 2 },
      done: { from: 1, to: 1 },
      total: 6,
    });
    const all = survey.definition.pages.map((page) => page.code);
    expect(resumeOf(survey, record(all))).toMatchObject({ next: null, done: { from: 1, to: 7 } });
  });
});

describe('the review', () => {
  test('says every answer in words, what is blank, and which parts are open', () => {
    const review = toReviewView(survey, { answers, background: {}, pages_saved: ['now', 'career'] }, 'en');
    const rows = review.sections.flatMap((section) => section.rows);
    const linesOf = (text: string) => rows.find((row) => row.text === text)?.lines;
    expect(linesOf('In which region do you work?')).toEqual(['Pirkanmaa']);
    expect(linesOf('Digital skills')).toEqual([
      'How much does this matter in your work?: a lot',
      'How much did your studies develop this?: I don’t know',
    ]);
    expect(linesOf('Coping with stress')).toEqual([]);
    expect(review.open).toContain('Your present job');
    expect(review.open).not.toContain('Your situation now');
    expect(review.isEmpty).toBe(false);
  });

  test('is empty when nothing that applies is answered', () => {
    const left = { answers: { job_sector: 'state' }, background: {}, pages_saved: [] };
    expect(toReviewView(survey, left, 'fi').isEmpty).toBe(true);
  });
});
