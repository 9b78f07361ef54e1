import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../test/support/words.ts';
import { codeListSchema } from './code-list.ts';
import { codesOn, dayBefore, isOffered, labelOn, successorsOf } from './codes-in-time.ts';

const list = codeListSchema.parse({
  name: 'places',
  codes: [
    { code: 'always', label: words('Always') },
    { code: 'ended', label: words('Ended'), validFrom: '2010-01-01', validTo: '2019-12-31', replacedBy: ['merged'] },
    { code: 'undated', label: words('Undated'), replacedBy: ['ended', 'always'] },
    {
      code: 'merged',
      label: words('Merged'),
      validFrom: '2020-01-01',
      replacedBy: ['one', 'two'],
      validTo: '2029-12-31',
    },
    { code: 'one', label: words('One'), validFrom: '2030-01-01' },
    { code: 'two', label: words('Two'), validFrom: '2030-01-01' },
    {
      code: 'renamed',
      label: words('Third'),
      earlierLabels: [
        { until: '2015-12-31', label: words('First') },
        { until: '2020-12-31', label: words('Second') },
      ],
    },
  ],
});
const entry = (code: string) => list.codes.find((one) => one.code === code) ?? never(code);

function never(code: string): never {
  throw new Error(`no code ${code}`);
}

describe('a list on a day', () => {
  test('offers the codes in force, first and last day included', () => {
    const on = (day: string) => codesOn(list, day).map(({ code }) => code);
    expect(on('2009-12-31')).toEqual(['always', 'renamed']);
    expect(on('2010-01-01')).toEqual(['always', 'ended', 'renamed']);
    expect(on('2019-12-31')).toEqual(['always', 'ended', 'renamed']);
    expect(on('2020-01-01')).toEqual(['always', 'merged', 'renamed']);
    expect(on('2030-01-01')).toEqual(['always', 'one', 'two', 'renamed']);
  });

  test('a code that was replaced on an unknown day is not offered on any', () => {
    expect(isOffered(entry('undated'), '1990-01-01')).toBe(false);
  });

  test('names are those of the day', () => {
    const named = (day: string) => labelOn(entry('renamed'), day).fi;
    expect([named('2015-12-31'), named('2016-01-01'), named('2020-12-31'), named('2021-01-01')]).toEqual(
      ['First', 'Second', 'Second', 'Third'].map((name) => words(name).fi),
    );
    expect(labelOn(entry('ended'), '2026-01-01')).toEqual(words('Ended'));
  });

  test('successors are found over several mergers and splits', () => {
    expect(successorsOf(list, 'ended')).toEqual(['one', 'two']);
    expect(successorsOf(list, 'undated')).toEqual(['one', 'two', 'always']);
    expect(successorsOf(list, 'always')).toEqual([]);
    expect(successorsOf(list, 'nothing')).toEqual([]);
  });

  test('a circle of successors ends', () => {
    const circle = codeListSchema.parse({
      name: 'circle',
      codes: [
        { code: 'a', label: words('A'), replacedBy: ['b'] },
        { code: 'b', label: words('B'), replacedBy: ['a', 'c'] },
        { code: 'c', label: words('C') },
      ],
    });
    expect(successorsOf(circle, 'a')).toEqual(['c']);
  });

  test('the day before is that of the calendar', () => {
    const days = fc.date({ min: new Date('1900-01-02'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const before = new Date(date.getTime() - 24 * 3600 * 1000).toISOString().slice(0, 10);
        expect(dayBefore(date.toISOString().slice(0, 10))).toBe(before);
      }),
    );
  });
});
