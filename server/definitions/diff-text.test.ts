import { describe, expect, test } from '@jest/globals';
import { aMap, recode, related, steps } from '../../test/support/build-maps.ts';
import { questionInput } from '../../test/support/build-definition.ts';
import { before, editing, later, optionsOf, scaleSteps, type Edit } from '../../test/support/compare-versions.ts';
import { words } from '../../test/support/words.ts';
import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { diffDefinitions } from '../comparability/diff-definitions.ts';
import { conditionText } from './condition-text.ts';
import { diffText } from './diff-text.ts';

const linesOf = (edit: Edit, map?: ComparabilityMap) => diffText(diffDefinitions(before, later(edit), map)).split('\n');

describe('the difference in words', () => {
  test('of versions without one is a line', () => {
    expect(linesOf(() => {})).toEqual([
      'test-career: version 1 to version 2',
      '19 questions: 19 the same, 0 changed, 0 new, 0 dropped.',
    ]);
  });

  test('says what is still to be declared', () => {
    const lines = linesOf((input) => {
      scaleSteps(input, 'satisfaction').pop();
      questionInput(input, 'level')['text'] = words('another');
    });
    expect(lines.slice(-1)).toEqual(['To be declared in the comparability map: level, satisfied.']);
    expect(lines).toContain('    trend: needs a mapping onto a common scale, or to be declared broken.');
    expect(lines).toContain('    trend: needs a declaration.');
  });

  test('shows texts by language, options that moved, settings, pages and who is asked', () => {
    const edit: Edit = (input) => {
      optionsOf(input, 'reasons').reverse();
      editing('further', (question) => (question['max'] = 3))(input);
      input.pages.push({ code: 'last', title: words('last'), questions: input.pages[5]?.questions.splice(1, 1) ?? [] });
      const [, work] = input.pages;
      if (work) work.intro = words('about your work');
      if (work) work.showIf = { kind: 'any_of', question: 'activity', options: ['employed'] };
    };
    expect(linesOf(edit)).toEqual(
      expect.arrayContaining([
        'Page work: routing, wording',
        '  intro sv (new): "about your work sv"',
        '    asked: activity is employed or entrepreneur -> activity is employed',
        '    option pay: moved',
        '    max: 2 -> 3',
        'Page last: new',
        '    moved from page pay',
      ]),
    );
  });

  test('tells a declared break of a question that did not change, and the classes of a recode', () => {
    const map = aMap(1, 2, {
      items: [
        related('level', 'broken'),
        related('satisfied', 'recodable', { recode: recode(steps({ low: 3, high: 3 }), steps({ low: 3, high: 2 })) }),
      ],
    });
    const lines = linesOf((input) => scaleSteps(input, 'satisfaction').pop(), map);
    expect(lines).toContain('    trend: broken (broken). level broken en');
    expect(lines).toContain('    trend: recoded to 2 classes. satisfied recodable en');
    // Who is asked "reasons" depends on "level".
    expect(lines).toContain('    which depends on changed questions: level');
  });
});

test('conditions in words', () => {
  const works = { kind: 'any_of' as const, question: 'activity', options: ['a', 'b'] };
  const old = { kind: 'background' as const, variable: 'age', values: ['older'] };
  expect(
    conditionText({
      kind: 'all',
      conditions: [
        { kind: 'any', conditions: [works, { kind: 'at_least', question: 'nps', value: 9 }] },
        { kind: 'not', condition: old },
      ],
    }),
  ).toBe('(activity is a or b or nps is at least 9) and not (age is older)');
  expect(conditionText({ kind: 'answered', question: 'x' })).toBe('x is answered');
  expect(conditionText({ kind: 'at_most', question: 'x', value: 3 })).toBe('x is at most 3');
});
