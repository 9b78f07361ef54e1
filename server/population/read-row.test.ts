import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { registerOf } from '../invitations/register.ts';
import { readRow, type RowRules } from './read-row.ts';
import { readYes } from '../invitations/read-flags.ts';
import { makeTidier } from './tidy-values.ts';
import { importReasonIn } from './texts/index.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('no survey');
const register = registerOf(survey);
const rules: RowRules = {
  settings: {
    days: 'dmy',
    columns: { person_key: 0, institution: 1, degree: 2, graduation_date: 3, gender: 4, phone: 5, protected: 6 },
  },
  register,
  tidy: makeTidier(survey, register, 'dmy'),
  width: 7,
  institutions: new Set(['X0101']),
  absent: new Set(['X0109']),
};
const row = (phone: string) => ({
  line: 7,
  cells: ['1', 'X0101', '671112', '31.5.2020', '', phone, ''],
  fault: null,
});
const read = (...cells: string[]) => readRow(rules, { line: 7, cells, fault: null });

describe('a row', () => {
  test('is read as people and registers write it', () => {
    expect(read('1', 'X0101', '671112', '31.5.2020', 'Nainen', '040 123 4567', 'ei')).toMatchObject({
      kind: 'person',
      person: { graduation_date: '2020-05-31', gender: 'female', phone: '+358401234567' },
      protected: false,
    });
  });

  test('of an institution that takes no part is not taken, and a plus behind an apostrophe is one', () => {
    const absent = readRow({ ...rules, absent: new Set(['X0101']) }, row("'+358 40 123 4567"));
    expect(absent).toMatchObject({ problems: [{ field: 'institution', why: { code: 'no_part' } }] });
    expect(readRow(rules, row("'+358 40 123 4567"))).toMatchObject({ person: { phone: '+358401234567' } });
  });

  test('tells everything that is wrong with it, in the order of its fields', () => {
    const row = read('', 'X0102', '67111X', '31.2.2020', 'x', '12', 'perhaps');
    if (row.kind !== 'rejected') throw new Error('taken');
    expect(row.problems.map(({ field, why }) => [field, why.code])).toEqual([
      ['person_key', 'empty'],
      ['degree', 'not_in_list'],
      ['graduation_date', 'no_such_day'],
      ['gender', 'not_one_of'],
      ['phone', 'no_phone'],
      ['protected', 'yes_or_no'],
    ]);
  });

  test('of another institution, or of another number of cells, is not taken', () => {
    expect(read('1', 'X0102', '671112', '31.5.2020', '', '', '')).toMatchObject({
      problems: [{ why: { code: 'not_yours' } }],
    });
    expect(read('1', 'X0101')).toMatchObject({ problems: [{ why: { code: 'cells', found: 2, named: 7 } }] });
  });

  test('of any cells is a person or a problem in every language', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('X0101', '671112', '31.5.2020', '1', ''));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 9 }), (cells) => {
        const row = readRow(rules, { line: 1, cells, fault: null });
        if (row.kind === 'person') return;
        expect(row.problems.length).toBeGreaterThan(0);
        for (const { why } of row.problems)
          for (const language of ['fi', 'sv', 'en'] as const) expect(importReasonIn(language, why)).not.toBe('');
      }),
    );
  });
});

test.each([
  ['kyllä', true],
  ['1', true],
  ['X', true],
  ['1.2.2024', true],
  ['', false],
  ['ei', false],
  ['N', false],
  ['perhaps', null],
])('%j says %j', (value, expected) => expect(readYes(value)).toBe(expected));
