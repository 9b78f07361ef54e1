import { describe, expect, test } from '@jest/globals';
import {
  bounded,
  careerSurvey,
  exact,
  figure,
  figureContext,
  pairCells,
  textsIn,
} from '../../test/support/figure-context.ts';
import { toDumbbell } from './chart-dumbbell.ts';

const definition = careerSurvey()
  .report.sections.flatMap((section) => section.figures)
  .find((one) => one.kind === 'dumbbell');
if (!definition) throw new Error('no dumbbell');
const order = definition.items;

describe('skills', () => {
  const context = figureContext({
    own: [
      ...pairCells('skill_learning', 4.5, 4.4),
      ...pairCells('skill_negotiation', 5.1, 3.2, 8),
      ...pairCells('skill_time', 3.5, 4.1),
      bounded('skill_digital.importance', '6', 0.85),
      exact('skill_digital.development', { '1': 10, '6': 20 }, { mean: figure(4.3, 0.2) }),
    ],
    field: pairCells('skill_negotiation', 5, 3.4),
    nation: pairCells('skill_digital', 5, 4.5),
  });
  const { rows, table } = toDumbbell(context, definition);

  test('stand by their gap, largest first; what is not shown comes last in the definition’s order', () => {
    const shown = ['skill_negotiation', 'skill_learning', 'skill_time'];
    expect(rows.map(({ id }) => id)).toEqual([...shown, ...order.filter((item) => !shown.includes(item))]);
    expect(table.bodies[0]?.rows.map(({ head }) => head)).toEqual(rows.map(({ name }) => name));
  });

  test('say the own gap and the field’s and the nation’s beside it', () => {
    const [first] = rows;
    expect(first?.value).toBe('gap +1.9');
    expect(first?.beside).toEqual(['Field +1.6', 'Whole country not shown']);
    expect(first?.facts).toEqual([
      'importance in work 5.1',
      'developed in studies 3.2',
      '95% interval of the gap +1.8\u00a0–\u00a0+2.0',
      'few answers',
    ]);
    expect(textsIn(table.bodies[0]?.rows[0])).toEqual([
      '5.1 (4.9–5.3)',
      '3.2 (3.0–3.4)',
      '+1.9 (+1.8\u00a0–\u00a0+2.0)',
      '+1.6 (+1.5\u00a0–\u00a0+1.7)',
      'not shown',
      '8 (few answers)',
    ]);
  });

  test('a top-coded part is said as a bound, and neither sorted nor drawn', () => {
    const row = rows.find(({ id }) => id === 'skill_digital');
    expect(row?.value).toBe('not shown');
    expect(row?.facts[0]).toBe('importance in work at least 85% answered “very much”');
    expect(row?.drawing).toBeNull();
  });

  test('a drawing has the values of the cells, on the whole scale', () => {
    const chart = rows[0]?.drawing?.chart;
    const points = chart?.data.datasets.filter((dataset) => 'pointStyle' in dataset).map(({ data }) => data[0]?.x);
    expect(points?.sort()).toEqual([3.2, 5.1]);
    expect(chart?.options?.scales?.['x']).toMatchObject({ min: 1, max: 6 });
  });

  test('the order of the shown ones does not change when others are hidden', () => {
    const all = ['skill_learning', 'skill_negotiation', 'skill_time', 'skill_stress'].map((item, index) => [
      ...pairCells(item, 5, 3 + index / 2),
    ]);
    const idsOf = (cells: typeof all) =>
      toDumbbell(figureContext({ own: cells.flat() }), definition)
        .rows.filter(({ drawing }) => drawing)
        .map(({ id }) => id);
    const full = idsOf(all);
    for (const hidden of all) {
      const left = idsOf(all.filter((cells) => cells !== hidden));
      expect(left).toEqual(full.filter((id) => id !== hidden[2]?.id));
    }
  });
});
