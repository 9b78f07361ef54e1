import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { decideSubmission, type SubmissionFacts } from './decide-submission.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('The survey of this test is gone.');

const OPEN = new Date('2026-11-12T10:00:00Z');
const LATE = new Date('2026-12-01T10:00:00Z');
const OVER = new Date('2026-12-02T10:00:00Z');
const facts: SubmissionFacts = {
  survey,
  round: {
    opens_at: new Date('2026-11-02T07:00:00Z'),
    closes_at: new Date('2026-11-30T22:00:00Z'),
    tolerance_hours: 24,
  },
  refusedOn: null,
  response: { answers: { main_activity: 'unemployed', job_sector: 'state' }, background: {}, submitted_on: null },
};
const { response } = facts;
if (!response) throw new Error('unreachable');

describe('sending', () => {
  test('takes what applies and drops answers on a branch that was left', () => {
    expect(decideSubmission(facts, OPEN)).toEqual({ kind: 'accepted', dropped: ['job_sector'], late: false });
  });

  test('is late within the tolerance, and not taken after it, before opening, or after a refusal', () => {
    expect(decideSubmission(facts, LATE)).toMatchObject({ kind: 'accepted', late: true });
    expect(decideSubmission(facts, OVER)).toEqual({ kind: 'not-taken' });
    expect(decideSubmission(facts, new Date('2026-11-01T10:00:00Z'))).toEqual({ kind: 'not-taken' });
    expect(decideSubmission({ ...facts, refusedOn: '2026-11-11' }, OPEN)).toEqual({ kind: 'not-taken' });
  });

  test('a second time is known, also when the round is over', () => {
    const sent = { ...facts, response: { ...response, submitted_on: '2026-11-11' } };
    for (const now of [OPEN, LATE, OVER]) expect(decideSubmission(sent, now)).toEqual({ kind: 'already-sent' });
  });

  test('needs one answer that applies', () => {
    expect(decideSubmission({ ...facts, response: null }, OPEN)).toEqual({ kind: 'nothing' });
    const left = { ...facts, response: { ...response, answers: { job_sector: 'state' } } };
    expect(decideSubmission(left, OPEN)).toEqual({ kind: 'nothing' });
  });
});
