import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameList } from '../open-answers/name-list.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { DECISIONS } from './action-content.ts';
import { changeOf } from './change-of.ts';
import { decideAction, readDate, type ActionForm } from './decide-action.ts';
import { effectYears } from './effect-years.ts';

const FORM: ActionForm = {
  title: 'Neuvottelutaidot: suurin ero',
  item: 'skill_negotiation',
  release: 'r1',
  on: '12.2.2026',
  body: 'Opetussuunnitelmatyöryhmä',
  decision: 'decided',
  reason: '',
  what: 'Neuvotteluharjoitus projektikurssiin',
  role: 'Tutkintovastaava',
  due: '2026',
  measure: 'skill_negotiation',
  forStudents: true,
  savedBy: 'Hoitotyön tiimi',
  namesAreFine: false,
};
const lists = { decisions: DECISIONS, measures: ['skill_negotiation'], names: nameList() };
const problemsOf = (more: Partial<ActionForm>) => {
  const decided = decideAction({ ...FORM, ...more }, lists);
  return decided.kind === 'refused' ? decided.problems.map(({ field, kind }) => `${field} ${kind}`) : [];
};

describe('an entry', () => {
  test('is kept as it was typed, with days as the database has them', () => {
    expect(decideAction(FORM, lists)).toMatchObject({
      kind: 'content',
      content: { discussed: { on: '2026-02-12', body: 'Opetussuunnitelmatyöryhmä' }, decision: 'decided', due: '2026' },
    });
  });

  test.each<[Partial<ActionForm>, string[]]>([
    [{ title: '' }, ['title missing']],
    [{ decision: '' }, ['decision missing']],
    [{ decision: 'won' }, ['decision unknown']],
    [{ what: '', role: '' }, ['what missing', 'role missing']],
    [{ decision: 'considering', what: '', role: '' }, []],
    [{ decision: 'no_action', what: '', role: '' }, ['reason missing']],
    [{ decision: 'no_action', reason: 'a strength, kept' }, []],
    [{ on: '31.2.2026' }, ['on no_day']],
    [{ on: '' }, []],
    [{ due: 'soon' }, ['due no_year']],
    [{ due: '1.8.2027' }, []],
    [{ measure: 'salary' }, ['measure unknown']],
    [{ measure: '' }, []],
    [{ savedBy: '' }, ['savedBy missing']],
    [{ what: 'x'.repeat(2001) }, ['what long']],
    [{ role: 'Matti Virtanen' }, ['role person']],
    [{ body: 'Tiimi ja Liisa', savedBy: 'P. Korhonen' }, ['body person', 'savedBy person']],
    [{ role: 'Matti Virtanen', namesAreFine: true }, []],
  ])('%j', (more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
  });
});

test('days are read as people write them, and a day that there is not is none', () => {
  expect(['1.8.2027', '01.08.2027', '2027-08-01', ''].map(readDate)).toEqual([
    '2027-08-01',
    '2027-08-01',
    '2027-08-01',
    '',
  ]);
  expect(['29.2.2026', '1.13.2026', '2026-2-1', 'x', '12.2.'].map(readDate)).toEqual([null, null, null, null, null]);
  const days = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readDate(`${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`)).toBe(day);
      expect(readDate(day)).toBe(day);
    }),
  );
});

test('an effect shows when people who studied under the change are asked', () => {
  expect(effectYears({ change: 2026, lag: 5, level: '62' })).toEqual({ first: 2031, whole: 2035 });
  expect(effectYears({ change: 2026, lag: 5, level: '71' })).toEqual({ first: 2031, whole: 2033 });
  expect(effectYears({ change: 2026, lag: 1, level: '' })).toEqual({ first: 2027, whole: null });
});

describe('the change of a mean', () => {
  const mean = fc.record({
    mean: fc.double({ min: 1, max: 6, noNaN: true }),
    sd: fc.double({ min: 0.1, max: 3, noNaN: true }),
    n: fc.integer({ min: 2, max: 400 }),
  });

  test('has Welch’s interval: equal groups are the plain t interval of both', () => {
    const group = { mean: 4, sd: 1.2, n: 25 };
    const change = changeOf(group, { ...group, mean: 4.5 });
    const half = tQuantile(0.975, 48) * Math.sqrt((2 * 1.44) / 25);
    expect(change?.value).toBeCloseTo(0.5, 9);
    expect(change?.high).toBeCloseTo(0.5 + half, 9);
    expect(change?.low).toBeCloseTo(0.5 - half, 9);
  });

  test('turns its sign with the rounds, and lies within its interval', () => {
    fc.assert(
      fc.property(mean, mean, (one, other) => {
        const [there, back] = [changeOf(one, other), changeOf(other, one)];
        if (!there || !back) throw new Error('two means have a change');
        expect(there.value).toBeCloseTo(-back.value, 9);
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.low).toBeLessThan(there.value);
        expect(there.high).toBeGreaterThan(there.value);
      }),
    );
  });

  test('is not judged on one answer or on answers all alike', () => {
    expect(changeOf({ mean: 4, sd: 1, n: 1 }, { mean: 4, sd: 1, n: 30 })).toBeNull();
    expect(changeOf({ mean: 4, sd: 0, n: 9 }, { mean: 5, sd: 0, n: 30 })).toBeNull();
  });
});
