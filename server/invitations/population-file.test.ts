import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { checkPopulationColumns, parsePopulationRow } from './population-file.ts';
import { registerOf } from './register.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('no survey');
const register = registerOf(survey);
const row = {
  person_key: 'A1',
  institution: 'X0101',
  degree: '671112',
  graduation_date: '2020-05-30',
  gender: 'female',
  birth_year: '1994',
  study_language: 'fi',
  contact_language: 'sv',
  email: 'a.b@example.org',
  phone: '+358 40 123-4567',
};

describe('a row of population.csv', () => {
  test('is a person', () => {
    expect(parsePopulationRow(register, row, 2)).toEqual({
      kind: 'person',
      invented: true,
      person: { ...row, birth_year: 1994, phone: '+358401234567' },
    });
  });

  test('may leave out what is not required', () => {
    const { person_key, institution, degree, graduation_date } = row;
    const parsed = parsePopulationRow(
      register,
      { person_key, institution: '02631', degree, graduation_date, email: ' ' },
      2,
    );
    expect(parsed).toMatchObject({
      kind: 'person',
      invented: false,
      person: { gender: null, birth_year: null, email: null },
    });
    expect(institution).toBe('X0101');
  });

  test.each([
    ['person_key', '', 'the column is empty'],
    ['person_key', 'a b', 'no spaces'],
    ['person_key', 'x'.repeat(65), 'at most 64'],
    ['institution', '', 'the column is empty'],
    ['institution', 'X101', 'did you mean X0101?'],
    ['institution', 'Tuulisalmi University of Applied Sciences (example)', 'did you mean X0101?'],
    ['institution', 'toString', 'not in the list "institutions"'],
    ['degree', '67111X', 'did you mean 671112?'],
    ['degree', '999999', 'not in the list "degrees"'],
    ['graduation_date', '30.5.2020', 'YYYY-MM-DD'],
    ['graduation_date', '2020-02-30', 'no such day'],
    ['gender', '3', 'must be one of female, male, unknown'],
    ['birth_year', '94', 'four digits'],
    ['birth_year', '2010', 'too late for someone who graduated in 2020'],
    ['study_language', 'ru', 'must be one of fi, sv, en'],
    ['contact_language', 'FI', 'must be one of fi, sv, en'],
    ['email', 'anna@@example.org', 'more than one @'],
    ['email', 'anna.example.org', 'no e-mail address'],
    ['email', 'anna@example', 'no e-mail address'],
    ['phone', '040 123 4567', 'country code'],
  ])('with %s %j is refused: %s', (column, value, reason) => {
    const parsed = parsePopulationRow(register, { ...row, [column]: value }, 7);
    expect(parsed).toMatchObject({
      kind: 'invalid',
      problems: [{ line: 7, column, value, reason: expect.stringContaining(reason) }],
    });
  });

  test('is refused with every reason at once', () => {
    const parsed = parsePopulationRow(register, { ...row, degree: 'x', email: 'y', graduation_date: 'z' }, 2);
    expect(parsed.kind === 'invalid' && parsed.problems.map(({ column }) => column)).toEqual([
      'degree',
      'graduation_date',
      'email',
    ]);
  });
});

describe('the columns of population.csv', () => {
  test('may stand in any order; what is not known is not read, and said', () => {
    expect(checkPopulationColumns(Object.keys(row).reverse())).toEqual({ problem: null, notices: [] });
    const columns = ['person_key', 'institution', 'degree', 'graduation_date', 'emial', 'name', '_problem'];
    expect(checkPopulationColumns(columns).notices).toEqual([
      'Column "emial" is not read and not stored. Did you mean email?',
      'Column "name" is not read and not stored.',
      expect.stringContaining('The file has no column gender, birth_year'),
    ]);
  });

  test('must include those that no person can be without', () => {
    expect(checkPopulationColumns(['person_key', 'institution', 'dergee', 'graduation_date']).problem).toMatchObject({
      line: 1,
      column: 'degree',
      reason: expect.stringContaining('is "dergee" that column?'),
    });
  });
});
