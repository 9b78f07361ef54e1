import type { Answers } from '../../../server/engine/answer.ts';
import type { SafeCell, SafePopulation, SafeTable } from '../../../server/disclosure/safe-table.ts';
import { valuesOf, type SmallDegree, type SmallNation } from './world.ts';

/** A vector of counts as an attacker sees it: names of its places (null = the rest) and where a person falls. */
export type AttackCell = {
  id: string;
  question: string;
  threshold: number;
  names: readonly (string | null)[];
  /** Numbers: only n is told, not the counts. */
  silent: boolean;
  place: (answers: Answers) => number | null;
  saysNothing: (answers: Answers) => boolean;
};

const STEPS = ['1', '2', '3', '4'];

/** Written down here anew, so that the attack shares nothing with what it attacks. */
export const CELLS: readonly AttackCell[] = [
  choice('status', ['work', 'study', 'other'], 5),
  choice('support', STEPS, 5),
  ...['web', 'friend', 'fair'].map((option): AttackCell => ({
    ...choice('channels', [], 5),
    id: `channels/${option}`,
    names: [option, null],
    place: ({ channels }) => (Array.isArray(channels) ? (channels.includes(option) ? 0 : 1) : null),
  })),
  choice('match', STEPS, 5),
  {
    ...choice('pay', ['b0', 'b1000', 'b2000', 'b3000', 'b4000'], 10),
    silent: true,
    place: ({ pay }) => (typeof pay === 'number' ? Math.floor(pay / 1000) : null),
  },
  choice('reason', ['health', 'wish', 'chance'], 5),
  choice('fair_use', STEPS, 5),
  part('importance'),
  part('development'),
  choice('health', ['good', 'fair', 'poor', 'none'], 10),
  choice(
    'recommend',
    Array.from({ length: 11 }, (_, step) => String(step)),
    5,
  ),
];

function choice(question: string, names: readonly string[], threshold: number): AttackCell {
  return {
    id: question,
    question,
    threshold,
    names,
    silent: false,
    place: (answers) => at(names, answers[question]),
    saysNothing: (answers) => answers[question] === '_dk',
  };
}

function part(which: 'importance' | 'development'): AttackCell {
  return {
    ...choice('skill', STEPS, 5),
    id: `skill.${which}`,
    place: ({ skill }) => {
      if (typeof skill !== 'object' || !('importance' in skill)) return null;
      const both = [at(STEPS, skill.importance), at(STEPS, skill.development)];
      return both.includes(null) ? null : (both[which === 'importance' ? 0 : 1] ?? null);
    },
    saysNothing: ({ skill }) => typeof skill === 'object' && 'importance' in skill && skill[which] === '_dk',
  };
}

function at(names: readonly string[], value: unknown): number | null {
  const place = typeof value === 'string' ? names.indexOf(value) : -1;
  return place < 0 ? null : place;
}

/** The true counts of a cell in a degree. */
export function truth(cell: AttackCell, { answers }: SmallDegree): number[] {
  const counts = cell.names.map(() => 0);
  for (const person of answers) {
    const place = cell.place(person);
    if (place !== null) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Which degrees (by index) a population is made of. */
export function membersOf({ degrees, splits }: SmallNation, population: SafePopulation): number[] {
  const isOfSplit = ({ values }: SmallDegree): boolean =>
    population.split === '' || values?.[0]?.[splits.indexOf(population.split)] === population.split_value;
  const isOfUnit = ({ institution, degree, field }: SmallDegree): boolean => {
    const { level } = population;
    switch (level) {
      case 'nation':
        return true;
      case 'field':
        return field === population.field;
      case 'degree':
        return institution === population.institution && degree === population.degree;
      case 'others':
        return population.members.includes(`${institution}-${degree}`);
      case 'institution':
        return institution === population.institution;
      case 'institution_field':
        return institution === population.institution && field === population.field;
      case 'degree_national':
        return degree === population.degree;
      default:
        return level satisfies never;
    }
  };
  return degrees.flatMap((degree, index) => (isOfUnit(degree) && isOfSplit(degree) ? [index] : []));
}

/** The nation with its degrees taken apart by the values of the splits: what no published figure divides further. */
export function takenApart(nation: SmallNation): SmallNation {
  if (nation.splits.length === 0) return nation;
  const degrees = nation.degrees.flatMap((degree) => {
    const people = degree.answers.map((answers, person) => ({ answers, values: valuesOf(nation, degree, person) }));
    return [...Map.groupBy(people, ({ values }) => values.join()).values()].map((alike): SmallDegree => ({
      ...degree,
      answers: alike.map(({ answers }) => answers),
      values: alike.map(({ values }) => values),
    }));
  });
  return { ...nation, degrees };
}

/** What the table tells of a cell: population by population. */
export function toldOf(nation: SmallNation, table: SafeTable, id: string): { members: number[]; cell: SafeCell }[] {
  return table.populations.flatMap((population) => {
    const cell = table.cells.get(population.key)?.get(id);
    return cell ? [{ members: membersOf(nation, population), cell }] : [];
  });
}
