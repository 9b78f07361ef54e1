import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../engine/answer.ts';
import { protectedTable, type BuiltDegree } from '../../test/support/build-release.ts';
import { careerSurvey } from '../../test/support/figure-context.ts';
import type { ShownGroups } from './figure.ts';
import { drawingsOf, withDrawings } from './drawings.ts';
import { toReportView } from './view-model.ts';

const { survey, report } = careerSurvey();
const release = { id: 'r', survey: 'amk-career', version: 2, period: '2025', invented: true, built_on: '2026-01-15' };
const degrees = (survey.lists.get('degrees')?.codes ?? []).filter(({ group }) => group === '11').slice(0, 3);
const other = survey.lists.get('degrees')?.codes.find(({ group }) => group === '8');

type Step = '1' | '2' | '3' | '4' | '5' | '6';
const steps = (count: number) =>
  fc.array(fc.constantFrom<Step[]>('1', '2', '3', '4', '5', '6'), { minLength: count, maxLength: count });

/** A degree of twelve respondents, of whom the first ones answer one statement. */
function degreeOf(index: number, statement: readonly Step[]): BuiltDegree {
  const answers = Array.from({ length: 12 }, (_, person): Answers => {
    const step = statement[person];
    const base = { career_path: person < 6 ? 'continuous_one' : 'with_breaks' };
    return step === undefined ? base : { ...base, entrepreneurship: step };
  });
  return { institution: 'X0101', degree: degrees[index]?.code ?? '', target: 30, answers };
}

function groupsOf(built: readonly BuiltDegree[], shown: BuiltDegree): ShownGroups {
  const { table } = protectedTable(survey, built);
  const group = (key: string) => {
    const population = table.populations.find((one) => one.key === key);
    return population ? { population, cells: table.cells.get(key) ?? new Map() } : null;
  };
  return {
    own: group(`degree/${shown.institution}/${shown.degree}`),
    field: group('field/11'),
    nation: group('nation'),
  };
}

const viewOf = (groups: ShownGroups) => toReportView({ release, survey, report, groups, language: 'fi' });
const alone = (groups: ShownGroups): ShownGroups => ({ ...groups, field: null, nation: null });
const nationOf = (first: readonly Step[], second: readonly Step[], third: readonly Step[]) => {
  const built = [degreeOf(0, first), degreeOf(1, second), degreeOf(2, third)];
  const elsewhere = { ...degreeOf(0, [...third].reverse()), degree: other?.code ?? '' };
  return [...built, elsewhere];
};

describe('what is hidden', () => {
  // Which of the wider groups is shown beside it may depend on how many answered where: the gate looks at the answers.
  test('changes nothing on the page: not which answers, and in its own column not how many nor whether any', () => {
    fc.assert(
      fc.property(steps(4), steps(4), steps(12), (mine, theirs, rest) => {
        const own = degreeOf(0, mine);
        const groups = groupsOf(nationOf(mine, theirs, rest), own);
        const page = viewOf(groups);
        const swapped = viewOf(groupsOf(nationOf(theirs, mine, rest), own));
        const none = groupsOf(nationOf([], [...mine, ...theirs], rest), own);
        expect(swapped).toEqual(page);
        expect(viewOf(alone(none))).toEqual(viewOf(alone(groups)));
        const row = page.sections
          .flatMap(({ figures }) => figures.flatMap(({ rows }) => rows))
          .find(({ id }) => id === 'entrepreneurship');
        expect(row?.value).toBe('ei näytetä');
        expect(row?.drawing).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test('has no drawing, and nothing of it is drawn under another name', () => {
    const groups = groupsOf(
      nationOf(
        ['1', '2', '3', '4'],
        ['1', '6', '6', '6'],
        ['1', '2', '3', '4', '5', '6', '1', '2', '3', '4', '5', '6'],
      ),
      degreeOf(0, []),
    );
    const names = [...drawingsOf(viewOf(groups)).keys()];
    expect(names.filter((name) => name.includes('entrepreneurship'))).toEqual([]);
    expect(names).toContain('2/career_path/career_path-with_breaks');
  });

  test('of a group is one sign: the report stands without its field and its nation', () => {
    const groups = groupsOf(nationOf([], [], []), degreeOf(0, []));
    const view = viewOf({ ...groups, field: null, nation: null });
    expect(view.comparisons.map(({ answered }) => answered)).toEqual(['ei näytetä', 'ei näytetä']);
  });
});

describe('the header', () => {
  const groups = groupsOf(nationOf([], [], []), degreeOf(0, []));
  const withNumbers = (respondents: number, target: number) => {
    if (!groups.own) throw new Error('not shown');
    const own = { ...groups.own, population: { ...groups.own.population, respondents, target } };
    return toReportView({ release, survey, report, groups: { ...groups, own }, language: 'fi' });
  };

  test.each([
    [41, 112, '41 vastausta 112 valmistuneesta (37\u00a0%)', 'fair', false],
    [120, 400, '120 vastausta 400 valmistuneesta (30\u00a0%)', 'good', false],
    [12, 50, '12 vastausta 50 valmistuneesta (24\u00a0%)', 'low', true],
    [7, 9, '7 vastausta 9 valmistuneesta (78\u00a0%)', 'few', false],
  ])('%i of %i', (respondents, target, answered, sign, lowResponse) => {
    const view = withNumbers(respondents, target);
    expect(view.answered).toBe(answered);
    expect(view.who.reliability.sign).toBe(sign);
    expect(view.who.cautions.length > 0).toBe(lowResponse);
    expect(view.who.balance).toBeNull();
  });

  test('the words of a fair reliability hold the half-width of its number of answers', () => {
    expect(withNumbers(41, 112).who.reliability.text).toContain('±15 prosenttiyksikköä');
  });

  test('few and one-sided people: the word drops a class, and both are said', () => {
    if (!groups.own) throw new Error('not shown');
    const population = { ...groups.own.population, respondents: 40, target: 200 };
    const women = { ...population, split: 'gender', split_value: 'female', respondents: 38, target: 100 };
    const shown = { ...groups, own: { ...groups.own, population } };
    const { who } = toReportView({ release, survey, report, groups: shown, parts: [women], language: 'en' });
    expect(who.reliability.sign).toBe('low');
    expect(who.cautions).toHaveLength(2);
    expect(who.balance).toMatch(/^Those who answered, in brackets all graduates: .+ 95% \(50%\)$/);
    expect(who.details).toHaveLength(1);
  });

  test('names and day are those of the language', () => {
    const view = toReportView({ release, survey, report, groups, language: 'en' });
    expect(view.institution).toMatch(/\(example\)$/);
    expect(view.built).toBe('Results built on 15 January 2026');
  });
});

test('a drawing is printed in its row and nowhere else', () => {
  const groups = groupsOf(nationOf([], [], []), degreeOf(0, []));
  const view = viewOf(groups);
  const svgs = new Map([...drawingsOf(view).keys()].map((name) => [name, `<svg>${name}</svg>`]));
  const printed = withDrawings(view, svgs);
  const rows = [printed.headlines, ...printed.sections.flatMap(({ figures }) => figures)].flatMap(({ rows }) => rows);
  expect(rows.flatMap(({ svg }) => svg ?? []).sort()).toEqual([...svgs.values()].sort());
});
