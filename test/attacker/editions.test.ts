import { describe, expect, test } from '@jest/globals';
import { attack } from './attack.ts';
import { degreeOf, edition, exact, fieldOf, genderOf, type Of, type Some } from './hand-made.ts';
import type { Finding } from './input.ts';

// Several releases of the same people: rounds, windows over them, later editions. Each by itself tells
// nothing; together those that must not be published tell what a few answered.

const across = (findings: readonly Finding[]) => findings.filter((finding) => finding.test === 'T7');

describe('rounds and windows, each a release of its own (D08)', () => {
  const round = (year: number, counts: number[]): Some[] => [{ degree: 'a', year, counts }];
  const [y2018, y2019, y2020] = [round(2018, [2, 2, 2]), round(2019, [1, 1, 1]), round(2020, [3, 2, 2])];
  const all = [...y2018, ...y2019, ...y2020];
  const of = (period: string): Of[] => [{ ...degreeOf('a'), period }];

  test('the year of three follows from two rounds and the window', () => {
    const releases = [
      edition(y2018, exact(...of('2018'))),
      edition(y2019, []),
      edition(y2020, exact(...of('2020'))),
      edition(all, exact(...of('2018-2020'))),
    ];
    expect(across(attack({ releases }))).toContainEqual(
      expect.objectContaining({ people: 3, derived: { 1: 1, 2: 1, 3: 1 }, confirmed: true }),
    );
  });

  test('with the year of six withheld too, nothing follows', () => {
    const releases = [
      edition(y2018, []),
      edition(y2019, []),
      edition(y2020, exact(...of('2020'))),
      edition(all, exact(...of('2018-2020'))),
    ];
    expect(attack({ releases })).toEqual([]);
  });

  test('two windows that overlap differ by the years at their ends', () => {
    const y2021 = round(2021, [2, 1, 0]);
    const [first, second] = [
      [...y2018, ...y2019, ...y2020],
      [...y2019, ...y2020, ...y2021],
    ];
    const windows = [edition(first, exact(...of('2018-2020'))), edition(second, exact(...of('2019-2021')))];
    expect(attack({ releases: windows })).toEqual([]);
    const known = [...windows, edition(y2018, exact(...of('2018')))];
    expect(across(attack({ releases: known }))).toContainEqual(
      expect.objectContaining({ people: 3, derived: { 1: 2, 2: 1, 3: 0 }, confirmed: true }),
    );
  });
});

describe('editions of one round', () => {
  const others: Some = { degree: 'b', field: '2', counts: [3, 4, 4] };
  const rows = exact(degreeOf('a'), degreeOf('b', '2'));

  test('D14: one who was erased between two editions', () => {
    const before: Some[] = [{ degree: 'a', counts: [4, 4, 4] }, others];
    // Counts run in the order of keys: the last of the group is the one who is gone.
    const after: Some[] = [{ degree: 'a', counts: [4, 4, 3] }, others];
    const told = across(attack({ releases: [edition(before, rows), edition(after, rows)] }));
    expect(told).toContainEqual(expect.objectContaining({ people: 1, derived: { 1: 0, 2: 0, 3: 1 } }));
    const stands = edition(after, exact(degreeOf('b', '2')), { people: before, tellings: exact(degreeOf('a')) });
    expect(attack({ releases: [edition(before, rows), stands] })).toEqual([]);
  });

  test('one who moved to another degree when the register was corrected', () => {
    const before: Some[] = [
      { degree: 'a', counts: [4, 4, 4] },
      { degree: 'b', counts: [3, 4, 4] },
    ];
    const after: Some[] = [
      { degree: 'a', counts: [4, 4, 3] },
      { degree: 'b', counts: [3, 4, 5] },
    ];
    const degrees = exact(fieldOf('1'), degreeOf('a'), degreeOf('b'));
    const told = across(attack({ releases: [edition(before, degrees), edition(after, degrees)] }));
    expect(told).toContainEqual(expect.objectContaining({ people: 1, derived: { 1: 0, 2: 0, 3: 1 } }));
  });

  test('five who came together tell nothing of each other', () => {
    const before: Some[] = [{ degree: 'a', counts: [4, 4, 4] }];
    const after: Some[] = [...before, { degree: 'a', gender: 'male', counts: [2, 1, 2] }];
    const row = exact(degreeOf('a'));
    expect(across(attack({ releases: [edition(before, row), edition(after, row)] }))).toEqual([]);
  });

  test('five of a degree, all women, stand as a degree of five when men join it; four of it do not', () => {
    const others: Some[] = [
      { degree: 'b', field: '2', counts: [4, 4, 4] },
      { degree: 'b', field: '2', gender: 'male', counts: [4, 3, 4] },
    ];
    const of = (women: number[]) => {
      const before: Some[] = [{ degree: 'a', counts: women }, ...others];
      const after: Some[] = [...before, { degree: 'a', gender: 'male', counts: [2, 1, 2] }];
      const rows = exact(genderOf('female', degreeOf('b', '2')), genderOf('male', degreeOf('b', '2')));
      const total = exact(degreeOf('a'));
      const releases = [
        edition(before, [...rows, ...total]),
        edition(after, rows, { people: before, tellings: total }),
      ];
      return attack({ releases }).map((one) => `${one.test} ${one.people}`);
    };
    expect(of([2, 2, 1])).toEqual([]);
    expect(of([2, 1, 1])).toContain('T3 4');
  });

  test('a division that the first edition had not, and the second has', () => {
    const before: Some[] = [
      { degree: 'a', counts: [4, 4, 4] },
      { degree: 'a', gender: 'male', counts: [4, 4, 3] },
    ];
    const after: Some[] = [...before, { degree: 'b', gender: 'female', counts: [1, 0, 1] }];
    const releases = [
      edition(before, exact(fieldOf('1'))),
      edition(after, exact(genderOf('female', fieldOf('1')), genderOf('male', fieldOf('1')))),
    ];
    const fields = new Map([
      ['a', '1'],
      ['b', '1'],
    ]);
    expect(across(attack({ releases, fields }))).toContainEqual(
      expect.objectContaining({ people: 2, derived: { 1: 1, 2: 0, 3: 1 } }),
    );
  });
});
