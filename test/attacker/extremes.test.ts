import { describe, expect, test } from '@jest/globals';
import { attack, attackAll } from './attack.ts';
import { bound, degreeOf, exact, fieldOf, genderOf, handMade, nation, type Some } from './hand-made.ts';
import type { AttackInput, Finding } from './input.ts';

const tests = (input: AttackInput) => [...new Set(attack(input).map((finding) => finding.test))].toSorted();
const about = (findings: readonly Finding[], test: string) => findings.filter((finding) => finding.test === test);

describe('extremes', () => {
  const others: Some[] = [
    { degree: 'b', counts: [6, 5, 4] },
    { degree: 'c', counts: [3, 8, 4] },
  ];

  test('a degree where all answered is no leak; one where all gave one answer must be a bound', () => {
    const people: Some[] = [{ degree: 'a', counts: [4, 4, 4] }, ...others];
    expect(attack(handMade(people, exact(nation, degreeOf('a'))))).toEqual([]);
    const alike: Some[] = [{ degree: 'a', counts: [0, 12, 0] }, ...others];
    expect(tests(handMade(alike, exact(nation, degreeOf('a'))))).toEqual(expect.arrayContaining(['T3', 'T6']));
    expect(attack(handMade(alike, [...exact(nation), ...bound(degreeOf('a'))]))).toEqual([]);
  });

  test('T10: one other answer is enough for an insider', () => {
    const people: Some[] = [
      { degree: 'a', counts: [9, 1, 0] },
      { degree: 'b', counts: [4, 6, 0] },
      { degree: 'c', counts: [5, 0, 5] },
    ];
    const findings = attack(
      handMade(people, exact(nation, degreeOf('c'), { level: 'others', field: '1', degree: 'X1-a' }, degreeOf('b'))),
    );
    expect(about(findings, 'T10')).toContainEqual(
      expect.objectContaining({ people: 9, derived: { 1: 9 }, confirmed: true }),
    );
  });

  test('T3: few answers, and fewer than ten of a sensitive question or a split', () => {
    const people: Some[] = [
      { degree: 'a', counts: [2, 2, 0] },
      { degree: 'b', counts: [3, 3, 2] },
    ];
    expect(tests(handMade(people, exact(degreeOf('a'))))).toContain('T3');
    expect(attack(handMade(people, exact(degreeOf('b'))))).toEqual([]);
    expect(tests(handMade(people, exact(degreeOf('b')), { questions: [{ item: 'q', sensitive: true }] }))).toContain(
      'T3',
    );
    expect(tests(handMade(people, exact(genderOf('female', degreeOf('b')))))).toContain('T3');
  });

  test('T0: figures of other people are not attacked in silence', () => {
    const people: Some[] = [{ degree: 'a', counts: [3, 3, 2] }];
    const [other] = handMade([{ degree: 'a', counts: [3, 2, 3] }], exact(degreeOf('a'))).releases;
    const [own] = handMade(people, []).releases;
    if (!other || !own) throw new Error('no release');
    expect(tests({ releases: [{ ...own, release: other.release }] })).toContain('T0');
  });
});

test('without protection nearly every small group of a tree can be recomputed', () => {
  const sizes = [3, 12, 4, 9, 25, 2, 14, 6, 1, 17, 8, 3, 11, 4, 30];
  const people = sizes.map((n, index): Some => {
    const third = Math.floor(n / 3);
    return { degree: `d${index}`, field: `${index % 4}`, counts: [n - 2 * third, third, third] };
  });
  const rows = exact(
    nation,
    ...[0, 1, 2, 3].map((field) => fieldOf(`${field}`)),
    ...people.flatMap(({ degree, field, counts }) =>
      counts.reduce((a, b) => a + b) >= 5 ? [degreeOf(degree, field)] : [],
    ),
  );
  const { recovered, findings } = attackAll(handMade(people, rows));
  // Fields 2 and 3 have one small degree each, and fields 0 and 1 two: those are covered by each other.
  expect(recovered).toEqual([{ item: 'q', small: 6, recovered: 2, single: 0, people: 7 }]);
  expect(about(findings, 'T4').every(({ confirmed }) => confirmed === true)).toBe(true);
});
