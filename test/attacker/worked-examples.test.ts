import { describe, expect, test } from '@jest/globals';
import { attack } from './attack.ts';
import {
  bound,
  degreeOf,
  edition,
  exact,
  fieldOf,
  genderOf,
  handMade,
  nation,
  type Of,
  type Some,
} from './hand-made.ts';
import type { Finding } from './input.ts';
import { distributionsOf } from './thresholds.ts';

// Each case is told twice: as it must not be told, where the attacker must find the leak, and
// protected, where it must find nothing. Numbers D07 … D28 are those of the design's worked examples.

const about = (findings: readonly Finding[], test: string) => findings.filter((finding) => finding.test === test);

describe('D07: a table of institutions and fields', () => {
  const table = [
    [
      [6, 8, 6],
      [3, 3, 2],
      [1, 1, 1],
    ],
    [
      [5, 5, 5],
      [4, 3, 2],
      [4, 4, 4],
    ],
    [
      [10, 10, 10],
      [2, 3, 2],
      [4, 3, 3],
    ],
  ];
  const people = table.flatMap((row, institution) =>
    row.map((counts, field): Some => ({
      institution: `X${institution}`,
      field: `${field}`,
      degree: `d${field}`,
      counts,
    })),
  );
  const totals = [0, 1, 2].flatMap((one): Of[] => [
    { level: 'institution', institution: `X${one}` },
    fieldOf(`${one}`),
  ]);
  const all = table.flatMap((row, institution) =>
    row.map((_counts, field): Of => ({
      level: 'institution_field',
      institution: `X${institution}`,
      field: `${field}`,
    })),
  );
  const but = (...hidden: string[]) =>
    all.filter(({ institution = '', field = '' }) => !hidden.includes(`${institution}/${field}`));

  test('the withheld cell of three follows from its row', () => {
    const findings = attack(handMade(people, exact(nation, ...totals, ...but('X0/2'))));
    const [found] = about(findings, 'T4').filter(({ people: n }) => n === 3);
    expect(found).toMatchObject({ people: 3, derived: { 1: 1, 2: 1, 3: 1 }, confirmed: true });
    expect(found?.group).toContain('X0');
    expect(found?.rows.length).toBeGreaterThanOrEqual(3);
  });

  test('with three more cells withheld nothing follows', () => {
    const protectedCells = but('X0/2', 'X0/1', 'X2/1', 'X2/2');
    expect(attack(handMade(people, exact(nation, ...totals, ...protectedCells)))).toEqual([]);
  });
});

describe('D08: three years and a pooled window', () => {
  const people: Some[] = [
    { degree: 'a', year: 2018, counts: [2, 2, 2] },
    { degree: 'a', year: 2019, counts: [1, 1, 1] },
    { degree: 'a', year: 2020, counts: [3, 2, 2] },
  ];
  const of = (period: string): Of => ({ ...degreeOf('a'), period });

  test('the year of three follows from the window', () => {
    const findings = attack(handMade(people, exact(of('2018'), of('2020'), of('2018-2020'))));
    expect(about(findings, 'T4')).toEqual([
      expect.objectContaining({ group: 'the nation, 2019', people: 3, derived: { 1: 1, 2: 1, 3: 1 }, confirmed: true }),
    ]);
  });

  test('a second year withheld covers it', () => {
    expect(attack(handMade(people, exact(of('2020'), of('2018-2020'))))).toEqual([]);
  });
});

describe('D09: thin pairs', () => {
  const people: Some[] = [
    { degree: 'e', field: 'E', gender: 'male', counts: [0, 1, 4, 10, 12, 3] },
    { degree: 'e', field: 'E', gender: 'female', counts: [0, 0, 0, 0, 0, 1] },
    { degree: 'n', field: 'N', gender: 'male', counts: [0, 0, 0, 1, 1, 0] },
    { degree: 'n', field: 'N', gender: 'female', counts: [1, 2, 6, 13, 12, 6] },
  ];

  test('cells of thirty and more tell what the one woman engineer answered', () => {
    const rows = exact(nation, fieldOf('E'), fieldOf('N'), genderOf('male'), genderOf('female'));
    const findings = attack(handMade(people, rows));
    const thin = about(findings, 'T5')[0];
    expect(thin).toMatchObject({ people: 3, derived: { 4: -1, 5: -1, 6: 1 } });
    expect(thin?.rows).toEqual([
      { factor: '+1', row: 'nation gender=female in 2020' },
      { factor: '+1', row: 'field E in 2020' },
      { factor: '−1', row: 'nation in 2020' },
    ]);
    const certain = about(findings, 'T6').find(({ group }) => group.includes('female') && group.includes('degree e'));
    expect(certain).toMatchObject({ people: 1, derived: { 6: 1 }, confirmed: true });
  });

  test('with one gender and one field withheld nothing follows', () => {
    expect(attack(handMade(people, exact(nation, fieldOf('N'), fieldOf('E'))))).toEqual([]);
  });
});

describe('D10: what elimination does not see', () => {
  const people: Some[] = [
    { degree: 'd', gender: 'female', counts: [0, 0, 0, 0, 3, 0] },
    { degree: 'd', gender: 'male', counts: [0, 0, 0, 0, 1, 5] },
    { degree: 'o', gender: 'female', counts: [0, 0, 0, 5, 4, 0] },
    { degree: 'o', gender: 'male', counts: [5, 4, 3, 2, 2, 4] },
  ];

  test('women answered 4 and 5, the degree 5 and 6: its women answered 5', () => {
    const findings = attack(handMade(people, exact(nation, degreeOf('d'), genderOf('female'))));
    expect(about(findings, 'T4')).toEqual([]);
    expect(about(findings, 'T6')).toEqual([expect.objectContaining({ people: 3, derived: { 5: 3 }, confirmed: true })]);
  });

  test('with the women withheld nothing follows', () => {
    expect(attack(handMade(people, exact(nation, degreeOf('d'))))).toEqual([]);
  });
});

describe('D13: live figures', () => {
  const before: Some[] = [{ degree: 'a', counts: [0, 1, 2, 4, 3, 2] }];
  // The one who came later answered 5; keys run on, so that she is the only new one.
  const after: Some[] = [...before, { degree: 'a', gender: 'male', counts: [0, 0, 0, 0, 1, 0] }];
  const row = exact(degreeOf('a'));

  test('two editions tell what the one who came between them answered', () => {
    const findings = attack({ releases: [edition(before, row), edition(after, row)] });
    expect(about(findings, 'T7')).toContainEqual(
      expect.objectContaining({ people: 1, derived: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 0 } }),
    );
  });

  test('the old figure may stand in the new edition', () => {
    const stands = edition(after, [], { people: before, tellings: row });
    expect(attack({ releases: [edition(before, row), stands] })).toEqual([]);
  });
});

describe('D15: sums of points', () => {
  const people: Some[] = [
    { degree: 'a', counts: [0, 0, 0, 2, 3, 0] },
    { degree: 'b', counts: [0, 0, 0, 1, 0, 0] },
  ];

  test('two means tell the answer of the sixth', () => {
    const means = [
      { of: fieldOf('1'), as: { mean: 27 / 6 } },
      { of: degreeOf('a'), as: { mean: 23 / 5 } },
    ];
    const findings = attack(handMade(people, means));
    expect(about(findings, 'T4')).toEqual([
      expect.objectContaining({ group: 'degree b everywhere, 2020', people: 1, derived: { 'sum of scores': 4 } }),
    ]);
    expect(about(findings, 'T8').length).toBe(2);
  });

  test('the field alone tells nothing', () => {
    expect(attack(handMade([{ degree: 'a', counts: [0, 0, 1, 2, 2, 1] }], exact(fieldOf('1'))))).toEqual([]);
  });
});

test('D12: a mean and a standard deviation of five people are their answers', () => {
  expect(distributionsOf(5, 4.6, 1.1, 6, 0.05)).toEqual([[0, 0, 1, 1, 2, 1]]);
  expect(distributionsOf(6, 5.83, 0.41, 6, 0.005).length).toBe(1);
  expect(distributionsOf(8, 4.25, 1.04, 6, 0.005).length).toBe(3);
  expect(distributionsOf(12, 4.33, 1.15, 6, 0.005).length).toBe(7);
  expect(distributionsOf(20, 4.35, 1.09, 6, 0.005).length).toBe(19);
});

describe('D26: nearly all alike', () => {
  const people: Some[] = [
    { degree: 'a', counts: [12, 0] },
    { degree: 'b', counts: [9, 0] },
    { degree: 'c', counts: [9, 5] },
    { degree: 'd', counts: [14, 6] },
  ];

  test('bounds beside what is left of the field are exact', () => {
    const findings = attack(
      handMade(people, [...exact(fieldOf('1'), degreeOf('c'), degreeOf('d')), ...bound(degreeOf('a'), degreeOf('b'))]),
    );
    expect(about(findings, 'T6').map(({ derived }) => derived)).toEqual([{ 1: 12 }, { 1: 9 }]);
  });

  test('with a third degree in the group nothing follows', () => {
    const group: Of = { level: 'others', field: '1', degree: 'X1-a|X1-b|X1-c' };
    const rows = [...exact(fieldOf('1'), degreeOf('d'), group), ...bound(degreeOf('a'), degreeOf('b'))];
    expect(attack(handMade(people, rows))).toEqual([]);
  });
});

describe('D28: weights', () => {
  // Women are 12 of the 20 that were asked, men 8: weights 0.8 and 1.6 of those who answered.
  const people: Some[] = [
    { degree: 'a', gender: 'female', counts: [0, 0, 1, 2, 2, 1], silent: 6 },
    { degree: 'a', gender: 'male', counts: [0, 1, 0, 1, 0, 0], silent: 6 },
  ];

  test('a weighted mean beside the plain one splits the degree', () => {
    const findings = attack(handMade(people, [{ of: degreeOf('a'), as: { mean: 33 / 8, weighted_mean: 3.9 } }]));
    expect(about(findings, 'T4')).toContainEqual(
      expect.objectContaining({ group: 'the nation, gender male, 2020', people: 2, derived: { 'sum of scores': 6 } }),
    );
  });

  test('the plain figures alone tell nothing', () => {
    expect(attack(handMade(people, exact(degreeOf('a'))))).toEqual([]);
  });
});
