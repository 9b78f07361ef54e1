import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import { CANNOT_SAY } from '../engine/answer.ts';
import { makeKnowledge, propagate, type Fact } from './propagate.ts';
import type { SafePopulation, SafeTable } from './safe-table.ts';

const nations = fc
  .record({
    degrees: fc.array(fc.record({ field: fc.constantFrom('1', '2'), n: fc.integer({ min: 6, max: 40 }) }), {
      minLength: 2,
      maxLength: 4,
    }),
    seed: fc.nat(1_000_000),
  })
  .map(({ degrees, seed }) => smallNation(degrees, seed, 0.05, ['gender']));

const isSplit = (key: string): boolean => key.includes('@');
const splitCells = ({ cells }: SafeTable) =>
  [...cells].filter(([key]) => isSplit(key)).flatMap(([, row]) => [...row.values()]);
const undivided = (nation: SmallNation): SafeTable => protectSmall({ ...nation, splits: [] }).table;

describe('splits beside totals', () => {
  test('no total is given up for a split, nor changed', () => {
    fc.assert(
      fc.property(nations, (nation) => {
        const { table } = protectSmall(nation);
        // But "cannot say", which splits may tell too much of.
        const figures = ({ cells }: SafeTable) =>
          [...cells].flatMap(([key, row]) =>
            isSplit(key) ? [] : [[key, [...row.values()].map((cell) => ({ ...cell, cannotSay: null }))] as const],
          );
        expect(figures(table)).toEqual(figures(undivided(nation)));
        expect(table.populations.filter(({ split }) => split === '')).toEqual(undivided(nation).populations);
      }),
      { numRuns: 3 },
    );
  });

  test('a large nation is divided, by questions that neither lead nor are led to', () => {
    const nation = smallNation(
      Array.from({ length: 5 }, (_, index) => ({ field: String(index % 2), n: 30 })),
      4,
      0,
      ['gender'],
    );
    const divided = new Set(splitCells(protectSmall(nation).table).map(({ id }) => id));
    expect(divided).toContain('recommend');
    expect(divided).toContain('skill.importance');
    for (const id of ['status', 'match', 'pay', 'reason', 'fair_use', 'channels/fair'])
      expect(divided).not.toContain(id);
  });

  test('of a split nothing is said as a bound, and no "cannot say"', () => {
    fc.assert(
      fc.property(nations, (nation) => {
        for (const cell of splitCells(protectSmall(nation).table)) {
          expect(cell).toMatchObject({ status: 'exact' });
          expect(cell.status === 'exact' && cell.cannotSay).toBeNull();
        }
      }),
      { numRuns: 3 },
    );
  });
});

const CELLS = ['support', 'skill.importance', 'skill.development'] as const;

/** Atoms of a nation by degree and gender, with how many could not say and how many answered. */
function atomsOf({ degrees, survey }: SmallNation, cell: (typeof CELLS)[number]) {
  const [question = '', part] = cell.split('.');
  return degrees.flatMap(({ institution, degree, field, answers, values }) =>
    [...Map.groupBy(answers.keys(), (person) => values?.[person]?.[0] ?? '')].map(([gender, people]) => {
      const given = people.map((person) => answers[person]?.[question]);
      const own = given.map((one) => (part === undefined ? one : partOf(one, part)));
      const silent = own.filter((one) => one === CANNOT_SAY).length;
      const said = own.filter((one) => one !== undefined && one !== null).length - silent;
      return { institution, degree, field, gender, survey: survey.definition.survey, silent, said };
    }),
  );
}

function partOf(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
}

/** Small atoms of which it follows that some could not say and how many, by what is told of these populations. */
function pinnedIn(
  nation: SmallNation,
  table: SafeTable,
  cell: (typeof CELLS)[number],
  isTold: (key: string) => boolean,
) {
  const atoms = atomsOf(nation, cell);
  const isIn = ({ institution, field, degree, split_value: gender }: SafePopulation, atom: (typeof atoms)[number]) =>
    (institution === '' || institution === atom.institution) &&
    (field === '' || field === atom.field) &&
    (degree === '' || degree === atom.degree) &&
    (gender === '' || gender === atom.gender);
  const facts = table.populations.flatMap((population): Fact[] => {
    const shown = table.cells.get(population.key)?.get(cell);
    if (!shown || population.level === 'others' || !isTold(population.key)) return [];
    const of = [...atoms.keys()].filter((index) => atoms[index] && isIn(population, atoms[index]));
    const sums = [0, 0];
    for (const index of of) {
      sums[0] = (sums[0] ?? 0) + (atoms[index]?.silent ?? 0);
      sums[1] = (sums[1] ?? 0) + (atoms[index]?.said ?? 0);
    }
    return [{ atoms: of, coefficients: null, low: sums, high: sums }];
  });
  const knowledge = makeKnowledge(
    atoms.map(({ silent, said }) => silent + said),
    2,
    facts,
  );
  const steps = propagate(knowledge);
  while (!steps.next().done);
  return atoms.flatMap(({ silent, said }, atom) => {
    const isFixed = knowledge.low[2 * atom] === knowledge.high[2 * atom];
    return silent > 0 && silent + said < 5 && isFixed ? [atom] : [];
  });
}

test('of few people of a degree and a gender splits do not tell how many could not say', () => {
  fc.assert(
    fc.property(nations, (nation) => {
      const { table } = protectSmall(nation);
      for (const cell of CELLS) {
        const isShown = [...table.cells.values()].some((row) => {
          const one = row.get(cell);
          return one?.status === 'exact' && one.cannotSay !== null;
        });
        if (!isShown) continue;
        const before = pinnedIn(nation, table, cell, (key) => !isSplit(key));
        const after = pinnedIn(nation, table, cell, () => true);
        expect(after.filter((atom) => !before.includes(atom))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
