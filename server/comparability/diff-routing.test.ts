import { describe, expect, test } from '@jest/globals';
import { questionInput } from '../../test/support/build-definition.ts';
import { aMap, recode, related, steps } from '../../test/support/build-maps.ts';
import { before, differing, later, one, scaleSteps, type Edit } from '../../test/support/compare-versions.ts';
import { diffDefinitions } from './diff-definitions.ts';

describe('who is asked', () => {
  test('a page with another condition changes the base of its questions', () => {
    const edit: Edit = ({ pages }) => pages[1] && delete pages[1].showIf;
    // "staff" has a condition of its own that asks for more, so neither it nor what depends on it changes.
    expect(differing(edit).map(([code, verdict]) => `${code} ${verdict}`)).toEqual([
      'place routing',
      'job routing',
      'started routing',
    ]);
    expect(diffDefinitions(before, later(edit)).pages[1]?.verdicts).toEqual(['routing']);
  });

  test('the same condition written in another order is the same base', () => {
    const edit: Edit = ({ pages }) => {
      if (pages[1]) pages[1].showIf = { kind: 'any_of', question: 'activity', options: ['entrepreneur', 'employed'] };
    };
    expect(differing(edit)).toEqual([]);
  });

  test('a filter on a common scale keeps the base where the condition takes whole classes', () => {
    const shorter: Edit = (input) => scaleSteps(input, 'agreement').splice(5);
    const onClasses = (from: Record<string, number>, to: Record<string, number>) =>
      aMap(1, 2, { items: [related('level', 'recodable', { recode: recode(steps(from), steps(to)) })] });
    // "reasons" is asked of those who answered 3 at most.
    expect(one('reasons', shorter, onClasses({ low: 3, high: 3 }, { low: 3, high: 2 })).verdicts).toEqual(['same']);
    expect(one('reasons', shorter, onClasses({ low: 2, high: 4 }, { low: 2, high: 3 })).verdicts).toEqual(['routing']);
    expect(one('reasons', shorter, onClasses({ low: 3, high: 3 }, { low: 2, high: 3 })).verdicts).toEqual(['routing']);
  });

  test('a filter under another code is followed by the map', () => {
    const edit: Edit = (input) => {
      questionInput(input, 'level')['code'] = 'level_fits';
      questionInput(input, 'reasons')['showIf'] = { kind: 'at_most', question: 'level_fits', value: 3 };
    };
    expect(differing(edit).map(([code, verdict]) => [code, verdict])).toEqual([
      ['level', 'dropped'],
      ['level_fits', 'new'],
      ['reasons', 'routing'],
    ]);
    expect(differing(edit, aMap(1, 2, { items: [{ ...related('level', 'identical'), to: 'level_fits' }] }))).toEqual(
      [],
    );
  });

  test('a filter that cannot be compared breaks what depends on it', () => {
    const map = aMap(1, 2, { items: [related('level', 'broken')] });
    expect(one('reasons', () => {}, map).routing?.through).toEqual(['level']);
  });

  test('a background variable with other bands changes who is asked by it, and is recodable itself', () => {
    const edit: Edit = ({ background }) => {
      const age = background.find(({ kind }) => kind === 'age_band');
      if (age?.kind === 'age_band' && age.bands[0] && age.bands[1]) age.bands[0].below = age.bands[1].from = 35;
    };
    const [, , age] = diffDefinitions(before, later(edit)).background;
    expect([age?.verdicts, age?.limits?.answers]).toEqual([['options'], 'recodable']);
  });
});
