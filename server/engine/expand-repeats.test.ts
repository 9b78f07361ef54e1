import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey, definitionInput } from '../../test/support/build-definition.ts';
import { words } from '../../test/support/words.ts';
import { checkDefinition } from './check-definition.ts';
import { typeOf } from './question-types/index.ts';
import { walk } from './walk.ts';

const PAGE = 1;
const plain = definitionInput();
const code = plain.pages[PAGE]?.code ?? '';
const repeat = (max: number) => ({ max, another: words('another'), yes: words('more'), no: words('enough') });
const repeated = (max: number) =>
  aSurvey((input) => {
    delete input.pages[PAGE]?.showIf;
    Object.assign(input.pages[PAGE] ?? {}, { repeat: repeat(max) });
  });

describe('a page that repeats', () => {
  test('stands as often as it may be asked, with codes of its own, and the checker finds nothing', () => {
    const survey = repeated(3);
    const codes = survey.definition.pages.map((page) => page.code);
    expect(codes.slice(PAGE, PAGE + 3)).toEqual([code, `${code}_2`, `${code}_3`]);
    expect(checkDefinition(survey).filter(({ severity }) => severity !== 'advice')).toEqual([]);
    const columns = [...survey.questions.values()].flatMap((question) => typeOf(question).columns(question));
    expect(new Set(columns).size).toBe(columns.length);
  });

  test('is asked once more of those who say so, and never more often than its most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 7 }), (max, wishes) => {
        const survey = repeated(max);
        const more = Array.from({ length: wishes }, (_, index) => [`${code}_more_${index + 1}`, 'yes'] as const);
        const asked = walk(survey, Object.fromEntries(more), {}).pages.length;
        const without = walk(survey, {}, {}).pages.length;
        expect(asked - without).toBe(Math.min(wishes, max - 1));
      }),
    );
  });

  test('taking "one more" back leaves later times out: their answers are no longer relevant', () => {
    const survey = repeated(3);
    const later = survey.definition.pages[PAGE + 1]?.questions.find(
      ({ kind }) => kind === 'scale' || kind === 'single',
    );
    if (!later) throw new Error('the page has no question to answer');
    const answer = later.kind === 'single' ? (later.options[0]?.code ?? '') : '1';
    const yes = { [`${code}_more_1`]: 'yes', [later.code]: answer };
    expect(later.code in walk(survey, yes, {}).relevantAnswers).toBe(later.showIf === undefined);
    expect(later.code in walk(survey, { ...yes, [`${code}_more_1`]: 'no' }, {}).relevantAnswers).toBe(false);
  });

  test('that ends the core ends it with its last time', () => {
    const survey = aSurvey((input) => {
      Object.assign(input, { core: { lastPage: code, minutes: 1 } });
      Object.assign(input.pages[PAGE] ?? {}, { repeat: repeat(2) });
    });
    expect(survey.definition.core?.lastPage).toBe(`${code}_2`);
  });
});
