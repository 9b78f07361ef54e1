import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../test/support/arbitrary-answers.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import type { Answers } from '../engine/answer.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { walk } from '../engine/walk.ts';
import { decidePageSave, pageIndexOf, type PageDecision } from './decide-page-save.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('The survey of this test is gone.');
const [NOW, JOB, CAREER, , , STUDIES, PAY] = [0, 1, 2, 3, 4, 5, 6];
const WORKING = { main_activity: 'permanent_full_time' };
const wholeNow = { ...WORKING, other_activities: 'none', activity_meaningful: '5' };

type Stored = { answers: Answers; revision?: number; submitted_on?: string | null };

function decide(pageIndex: number, form: RawForm, stored: Stored | null = null): PageDecision {
  const response = stored && { pages_saved: [], revision: 1, submitted_on: null, ...stored };
  // The test stops where there is no survey.
  return decidePageSave({
    survey: survey as NonNullable<typeof survey>,
    background: {},
    response,
    pageIndex,
    day: '2026-10-01',
    form,
  });
}

function saved(pageIndex: number, form: RawForm, stored: Stored | null = null) {
  const decision = decide(pageIndex, form, stored);
  if (decision.kind !== 'save') throw new Error(decision.kind);
  return decision;
}

const destination = (decision: { outcome: Extract<PageDecision, { kind: 'save' }>['outcome'] }) =>
  decision.outcome.kind === 'go' ? decision.outcome.to : decision.outcome.kind;

describe('what a posted page changes', () => {
  test('sets what was answered, clears what was left blank, touches no other page', () => {
    const { set, cleared } = saved(NOW, { ...WORKING, other_activities: ['studying', 'volunteering'] });
    expect(set).toEqual({ ...WORKING, other_activities: ['studying', 'volunteering'] });
    expect(cleared).toEqual(['activity_meaningful']);
  });

  test('what can be read is saved although a field beside it cannot; that one stays as it is stored', () => {
    const form = { pay: 'kolme tonnia', consent_research: 'yes', further_study: [] };
    const decision = saved(PAY, form, { answers: { ...WORKING, pay: 3000 } });
    expect(decision.set).toEqual({ consent_research: 'yes' });
    expect(decision.cleared).not.toContain('pay');
    expect(decision.outcome).toMatchObject({
      kind: 'invalid',
      problems: [{ question: 'pay', problem: 'not_a_number' }],
    });
    expect(decision.done).toBe(false);
  });

  test('an option that does not exist is not set; fields of other pages and of the form itself are no answers', () => {
    const form = { main_activity: 'king', pay: '3000', nav: 'next', _revision: '1', constructor: 'x' };
    expect(saved(NOW, form).set).toEqual({});
  });

  test('an answer is cleared by its own button, the rest of the page is saved', () => {
    const decision = saved(
      NOW,
      { ...wholeNow, clear: 'activity_meaningful' },
      { answers: { activity_meaningful: '5' } },
    );
    expect(decision.set).toEqual({ ...WORKING, other_activities: ['none'] });
    expect(decision.cleared).toEqual(['activity_meaningful']);
    expect(destination(decision)).toEqual({ kind: 'part', pageIndex: NOW, question: 'activity_meaningful' });
    expect(saved(NOW, { ...wholeNow, clear: 'pay' }).cleared).toEqual([]);
  });

  test('a draft keeps answers that no longer apply, a sent response drops them', () => {
    const answers = { ...wholeNow, other_activities: ['none'], job_sector: 'state' };
    const stopped = { ...wholeNow, main_activity: 'unemployed' };
    expect(saved(NOW, stopped, { answers }).cleared).toEqual([]);
    expect(saved(NOW, stopped, { answers, submitted_on: '2026-11-12' }).cleared).toEqual(['job_sector']);
  });

  test('whatever is posted to whatever is stored: other pages stay, and each question is set, cleared or refused', () => {
    const someSurvey = survey as NonNullable<typeof survey>; // stopped above
    const codes = [...someSurvey.questions.keys()];
    const field = fc.constantFrom(
      ...codes,
      'skill_digital.importance',
      'job_start.year',
      'nav',
      'lang',
      'clear',
      'search',
    );
    const posted = fc.oneof(fc.string(), fc.constantFrom('1', '6', '_dk', '3400', 'yes', 'fi'), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.dictionary(field, posted), arbitraryAnswers(someSurvey), fc.nat(6), (form, answers, pageIndex) => {
        const decision = decide(pageIndex, form, { answers });
        const { pages, visibleQuestions } = walk(someSurvey, answers, {});
        expect(decision.kind).toBe(pages.includes(pageIndex) ? 'save' : 'not-asked');
        if (decision.kind === 'not-asked') return;
        const problems =
          decision.outcome.kind === 'invalid' ? decision.outcome.problems.map((one) => one.question) : [];
        const touched = [...Object.keys(decision.set), ...decision.cleared];
        expect(new Set(touched).size).toBe(touched.length);
        for (const code of touched) expect(someSurvey.pageOf.get(code)).toBe(pageIndex);
        for (const code of touched) expect(visibleQuestions.has(code)).toBe(true);
        for (const code of problems) expect(touched).not.toContain(code);
      }),
    );
  });
});

describe('where a save leads', () => {
  test('on to the next part that applies; after the last to the review', () => {
    expect(destination(saved(NOW, wholeNow))).toMatchObject({ kind: 'part', pageIndex: JOB });
    expect(destination(saved(NOW, { ...wholeNow, main_activity: 'unemployed' }))).toMatchObject({ pageIndex: CAREER });
    expect(destination(saved(PAY, { _noticed: '1' }))).toEqual({ kind: 'review' });
  });

  test('back to the part before that applies, and from the first to the beginning', () => {
    expect(destination(saved(CAREER, { nav: 'prev' }, { answers: WORKING }))).toMatchObject({ pageIndex: JOB });
    expect(destination(saved(CAREER, { nav: 'prev' }))).toMatchObject({ pageIndex: NOW });
    expect(destination(saved(NOW, { nav: 'prev' }))).toEqual({ kind: 'landing' });
  });

  test('a change of language stays, a pause pauses, a button that does not exist goes on', () => {
    expect(destination(saved(NOW, { lang: 'sv' }))).toMatchObject({ kind: 'part', pageIndex: NOW });
    expect(destination(saved(NOW, { nav: 'pause' }))).toEqual({ kind: 'paused' });
    expect(destination(saved(NOW, { ...wholeNow, nav: 'x', lang: 'de' }))).toMatchObject({ pageIndex: JOB });
  });

  test('a part that does not exist or does not apply is not saved', () => {
    expect(decide(JOB, { job_sector: 'state' })).toEqual({ kind: 'not-asked', firstPage: NOW });
    expect(decide(-1, {})).toEqual({ kind: 'not-asked', firstPage: NOW });
    for (const part of ['0', '8', '01', '-1', '1.0', 'x', '', '1e0', '999999999999']) {
      expect(pageIndexOf(survey as NonNullable<typeof survey>, part)).toBeNull();
    }
    expect(pageIndexOf(survey as NonNullable<typeof survey>, '7')).toBe(PAY);
  });
});

describe('asking once', () => {
  test('blank questions are asked about once, and only on the way on', () => {
    expect(saved(NOW, WORKING).outcome).toEqual({ kind: 'notice', blank: 2, implausible: [] });
    expect(saved(NOW, { ...WORKING, _noticed: '1' }).outcome.kind).toBe('go');
    expect(saved(NOW, { ...WORKING, nav: 'prev' }).outcome.kind).toBe('go');
    expect(saved(NOW, wholeNow).outcome.kind).toBe('go');
  });

  test('texts, lists, sensitive questions and choices without "none" may stay blank without a word', () => {
    const answered = { degree_valued: '1', ready_for_work: '1', entrepreneurship: '1', degree_satisfaction: '1' };
    expect(saved(STUDIES, { ...answered, would_recommend: '0' }).outcome.kind).toBe('go');
  });

  test('half a pair is blank', () => {
    const half = { 'skill_digital.importance': '5' };
    expect(saved(3, half).outcome).toMatchObject({ kind: 'notice', blank: 7 });
    expect(saved(3, { ...half, 'skill_digital.development': '_dk' }).outcome).toMatchObject({ blank: 6 });
  });

  test('an unlikely number is saved and asked about once', () => {
    const stored = { answers: WORKING };
    const decision = saved(PAY, { pay: '34' }, stored);
    expect(decision.set).toMatchObject({ pay: 34 });
    expect(decision.outcome).toMatchObject({ kind: 'notice', implausible: ['pay'] });
    expect(saved(PAY, { pay: '34', _noticed: '1' }, stored).outcome.kind).toBe('go');
  });

  test('a page is done when the person goes on from it, or leaves it whole', () => {
    expect(saved(NOW, WORKING).done).toBe(false);
    expect(saved(NOW, { ...WORKING, _noticed: '1' }).done).toBe(true);
    expect(saved(NOW, { ...WORKING, nav: 'pause' }).done).toBe(false);
    expect(saved(NOW, { ...wholeNow, nav: 'pause' }).done).toBe(true);
  });

  test('a page that went out of sight keeps what can be read and asks nothing', () => {
    const kept = saved(PAY, { ...WORKING, pay: '3,4 k', nav: 'keep' }, { answers: wholeNow });
    expect(kept.outcome).toEqual({ kind: 'kept' });
    expect(kept.done).toBe(false);
    expect(saved(NOW, { ...WORKING, nav: 'keep' })).toMatchObject({ set: WORKING, outcome: { kind: 'kept' } });
  });
});

describe('searching a list', () => {
  const search = 'first_job_country._search';
  const searched = 'first_job_country._searched';

  test('the button searches; Enter searches a new text once and then goes on', () => {
    expect(saved(CAREER, { search: 'first_job_country', [search]: '' }).outcome.kind).toBe('search');
    expect(saved(CAREER, { [search]: 'ruots', _noticed: '1' }).outcome.kind).toBe('search');
    expect(saved(CAREER, { [search]: 'ruots', [searched]: 'ruots', _noticed: '1' }).outcome.kind).toBe('go');
    expect(saved(CAREER, { [search]: 'ruots', nav: 'pause' }).outcome.kind).toBe('go');
  });

  test('a whole name is the answer, without a search', () => {
    const { outcome, set, form } = saved(CAREER, { [search]: 'ruotsi', _noticed: '1' });
    expect([outcome.kind, set['first_job_country']]).toEqual(['go', 'SE']);
    expect(form).toMatchObject({ first_job_country: 'SE', [searched]: 'ruotsi' });
  });
});

describe('answers from elsewhere', () => {
  const stored = { answers: WORKING, revision: 3 };
  const elsewhere = (form: RawForm) => {
    const { outcome } = saved(NOW, { ...wholeNow, ...form }, stored);
    return outcome.kind === 'go' && outcome.elsewhere;
  };

  test('are told of when the page is older than what is stored and changes it', () => {
    expect(elsewhere({ _revision: '2' })).toBe(true);
    expect(elsewhere({ _revision: '3' })).toBe(false);
    expect(elsewhere({})).toBe(false);
  });

  test('are not told of when the same page is only sent twice', () => {
    const again = { answers: { ...wholeNow, other_activities: ['none'] }, revision: 3 };
    expect(saved(NOW, { ...wholeNow, _revision: '2' }, again).outcome).toMatchObject({ elsewhere: false });
    const pair = { 'skill_digital.importance': '5', 'skill_digital.development': '4', _noticed: '1', _revision: '1' };
    const both = { answers: { skill_digital: { development: '4', importance: '5' } }, revision: 3 };
    expect(saved(3, pair, both).outcome).toMatchObject({ elsewhere: false });
  });
});
