import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import { parsePage } from './parse-page.ts';
import type { RawForm } from './question-types/question-type.ts';
import { visibleQuestionsOf, walk } from './walk.ts';

const survey = aSurvey();
const entrepreneur = walk(survey, { activity: 'entrepreneur' }, {});
const WORK = 1;
const work = visibleQuestionsOf(entrepreneur, survey, WORK);

describe('a posted page', () => {
  test('sets what was answered and clears what was not', () => {
    const form = { place: 'P1', job: ' nurse ', 'started.year': '', 'started.month': '', staff: '3' };
    expect(parsePage(survey, WORK, work, form)).toEqual({
      answers: { place: 'P1', job: 'nurse', staff: 3 },
      cleared: ['started'],
      problems: [],
      implausible: [],
    });
  });

  test('keeps every field that parses when another fails, and leaves the one that fails alone', () => {
    const form = { place: 'P1', 'started.month': '5', staff: 'many' };
    const page = parsePage(survey, WORK, work, form);
    expect(page.answers).toEqual({ place: 'P1' });
    expect(page.cleared).toEqual(['job']);
    expect(page.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      'started.year month_without_year',
      'staff not_a_number',
    ]);
  });

  test('keeps an unlikely number and says so', () => {
    const page = parsePage(survey, WORK, work, { staff: '400' });
    expect(page.answers).toEqual({ staff: 400 });
    expect(page.implausible).toEqual(['staff']);
  });

  test('changes nothing of a question that was not shown, nor of another page', () => {
    const employed = visibleQuestionsOf(walk(survey, { activity: 'employed' }, {}), survey, WORK);
    const page = parsePage(survey, WORK, employed, { staff: '3', salary: '3400', place: 'P1' });
    expect(page.answers).toEqual({ place: 'P1' });
    expect(page.cleared).toEqual(['job', 'started']);
    expect(parsePage(survey, 0, work, { place: 'P1' })).toEqual({
      answers: {},
      cleared: [],
      problems: [],
      implausible: [],
    });
  });

  test('information is neither set nor cleared', () => {
    const page = parsePage(survey, 0, visibleQuestionsOf(entrepreneur, survey, 0), { welcome: 'x' });
    expect(page.cleared).toEqual(['activity', 'further']);
  });

  test('an option that does not exist is a problem, and clears nothing', () => {
    const page = parsePage(survey, WORK, work, { place: 'P1" or 1=1' });
    expect(page.cleared).not.toContain('place');
    expect(page.problems).toMatchObject([{ question: 'place', problem: 'not_in_list' }]);
  });
});

test('every question shown is set, cleared or a problem, exactly one of the three, whatever is posted', () => {
  const forms = fc.dictionary(
    fc.constantFrom('place', 'job', 'started', 'started.year', 'started.month', 'staff', '__proto__', 'activity'),
    fc.oneof(fc.constantFrom('P1', '2020', '5', '700', 'x'), fc.string(), fc.array(fc.string(), { maxLength: 3 })),
  );
  fc.assert(
    fc.property(forms, (form: RawForm) => {
      const page = parsePage(survey, WORK, work, form);
      const failed = new Set(page.problems.map(({ question }) => question));
      const all = [...Object.keys(page.answers), ...page.cleared, ...failed];
      expect(all.sort()).toEqual(['job', 'place', 'staff', 'started']);
      for (const code of page.implausible) expect(page.answers).toHaveProperty(code);
    }),
  );
});

test('what a browser posts for stored answers is parsed to the same answers', () => {
  fc.assert(
    fc.property(arbitraryAnswers(survey), (stored) => {
      for (const [index, { questions }] of survey.definition.pages.entries()) {
        const page = parsePage(survey, index, questions, formOf(stored));
        expect(page.problems).toEqual([]);
        for (const { code } of questions) expect(page.answers[code]).toEqual(stored[code]);
      }
    }),
  );
});

/** The fields of a form that shows these answers, by the shape of each value. */
function formOf(stored: Readonly<Record<string, unknown>>): RawForm {
  const fields = Object.entries(stored).flatMap(([code, value]): [string, string | string[]][] => {
    if (code === 'started') {
      const [year = '', month = ''] = String(value).split('-');
      return [
        ['started.year', year],
        ['started.month', String(Number(month))],
      ];
    }
    if (Array.isArray(value)) return [[code, value.map(String)]];
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([part, step]) => [`${code}.${part}`, String(step)]);
    }
    // A form shows decimals with a comma, and posts line ends as CR LF.
    if (typeof value === 'number') return [[code, String(value).replace('.', ',')]];
    return [[code, String(value).replaceAll('\n', '\r\n')]];
  });
  return Object.fromEntries(fields);
}
