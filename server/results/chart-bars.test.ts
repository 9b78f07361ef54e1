import { describe, expect, test } from '@jest/globals';
import { bounded, careerSurvey, exact, figure, figureContext, textsIn } from '../../test/support/figure-context.ts';
import { toBars } from './chart-bars.ts';
import { categoriesOf } from './item-labels.ts';

const title = { fi: 'Otsikko', sv: 'Rubrik', en: 'Title' };
const bars = (item: string, cells: Parameters<typeof figureContext>[0]) => {
  const figure = toBars(figureContext(cells), { kind: 'bars', item, title });
  if (!figure) throw new Error(`no figure of ${item}`);
  return figure;
};
const careers = exact('unemployment_spells', { '0': 24, '1': 8, '2': 5, '3_or_more': 3 });

describe('a single choice', () => {
  test('has a bar for each category in the definition’s order, from zero', () => {
    const { rows, notes } = bars('unemployment_spells', { own: [careers], field: [careers] });
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['0', '60%'],
      ['1', '20%'],
      ['2', '13%'],
      ['3 or more', '8%'],
    ]);
    expect(rows[0]?.beside).toEqual(['Field 60%', 'Whole country not shown']);
    const bar = rows[0]?.drawing?.chart.data.datasets.find((dataset) => dataset.type === 'bar');
    expect(bar?.data[0]?.x).toEqual([0, 0.6]);
    expect(notes.at(-1)).toBe('This degree: 40 answers.');
  });

  test('that is hidden says so once and draws nothing, while the table keeps the others', () => {
    const { rows, notes, table, legend } = bars('unemployment_spells', { own: [], field: [careers] });
    expect(rows).toEqual([]);
    expect(legend).toEqual([]);
    expect(notes.at(-1)).toBe('This degree: not shown.');
    expect(textsIn(table.bodies[0]?.rows[0])).toEqual(['not shown', '60% (48–71%)', 'not shown']);
  });

  test('that is top-coded says the bound at its category and nothing of the rest', () => {
    const { rows, notes, table } = bars('unemployment_spells', { own: [bounded('unemployment_spells', '0', 0.85)] });
    expect(rows).toEqual([]);
    expect(notes.at(-1)).toBe('This degree: at least 85% answered “0”.');
    expect(table.bodies[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'at least 85%',
      ...Array(4).fill('not shown'),
    ]);
  });
});

test('several choices are hidden one by one, in the definition’s order', () => {
  const { rows } = bars('other_activities', {
    own: [exact('other_activities/studying', { studying: 12 }), bounded('other_activities/none', 'none', 0.8)],
  });
  expect(rows.map(({ value }) => value)).toEqual([
    'not shown',
    'not shown',
    '100%',
    'not shown',
    'not shown',
    'at least 80%',
  ]);
  expect(rows.map(({ drawing }) => drawing !== null)).toEqual([false, false, true, false, false, false]);
});

test('a recommendation is three sums and the score', () => {
  const counts = Object.fromEntries([1, 0, 0, 1, 0, 2, 1, 4, 6, 5, 5].map((count, score) => [String(score), count]));
  const { rows, notes, table } = bars('would_recommend', {
    own: [exact('would_recommend', counts, { nps: figure(20, 22.593323) })],
  });
  expect(rows.map(({ value }) => value)).toEqual(['40%', '40%', '20%']);
  expect(notes.at(-1)).toBe('Net promoter score +20 (−3\u00a0–\u00a0+43).');
  expect(textsIn(table.bodies[0]?.rows.at(-2))).toEqual(['+20 (−3\u00a0–\u00a0+43)', 'not shown', 'not shown']);
});

test('of a long list the largest shares are drawn, and the table has all in the list’s order', () => {
  const { survey } = careerSurvey();
  const question = survey.questions.get('job_region');
  if (!question) throw new Error('no question');
  const regions = categoriesOf(survey, question, 'en');
  const counts = Object.fromEntries(regions.map(({ code }, index) => [code, index === 3 ? 9 : index < 12 ? 1 : 0]));
  const { rows, table } = bars('job_region', { own: [exact('job_region', counts)] });
  expect(rows).toHaveLength(8);
  expect(rows[0]?.name).toBe(regions[3]?.label);
  expect(table.bodies[0]?.rows.map(({ head }) => head).slice(0, -1)).toEqual(regions.map(({ label }) => label));
  const hidden = bars('job_region', { own: [] });
  expect(hidden.table.bodies[0]?.rows.map(({ head }) => head)).toEqual(table.bodies[0]?.rows.map(({ head }) => head));
});

test('a question that the version does not ask has no figure', () => {
  expect(toBars(figureContext({ own: [] }), { kind: 'bars', item: 'job_remote', title })).toBeNull();
});
