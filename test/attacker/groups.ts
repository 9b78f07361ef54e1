import type { Atom, World } from './atoms.ts';
import { inPeriod } from './atoms.ts';
import type { Population } from './told.ts';

/** A group that the register defines: a unit, in a period, in whole or by one value of a split. */
export type Group = { name: string; members: readonly number[]; split: boolean };

/**
 * All groups that the register can name: nation, fields, institutions, institution by field,
 * degrees, the same degree everywhere; each in every round and published period; in whole, by each
 * value of each dimension, and by pairs of values.
 */
export function groupsOf(world: World, populations: readonly Population[]): Group[] {
  const years = world.atoms.map(({ year }) => String(year));
  const periods = [...new Set([...years, ...populations.map(({ period }) => period)])];
  const groups = new Map<string, Group>();
  for (const [index, atom] of world.atoms.entries()) {
    for (const period of periods.filter((one) => inPeriod(one, atom.year))) {
      for (const unit of unitsOf(atom)) {
        for (const split of splitsOf(atom)) {
          const name = `${unit}${split === '' ? '' : `, ${split}`}, ${period}`;
          const group = groups.get(name);
          if (group) (group.members as number[]).push(index);
          else groups.set(name, { name, members: [index], split: split !== '' });
        }
      }
    }
  }
  return withoutDoubles([...groups.values()]);
}

function unitsOf({ institution, field, degree }: Atom): string[] {
  return [
    'the nation',
    ...(field === '' ? [] : [`field ${field}`, `field ${field} at ${institution}`]),
    `institution ${institution}`,
    `degree ${degree} everywhere`,
    `degree ${degree} at ${institution}`,
  ];
}

function splitsOf({ values }: Atom): string[] {
  const single = [...values].map(([dimension, value]) => `${dimension} ${value}`);
  const pairs = single.flatMap((one, index) => single.slice(index + 1).map((other) => `${one}, ${other}`));
  return ['', ...single, ...pairs];
}

/** The same people under several names: the plainest name stands. */
function withoutDoubles(groups: readonly Group[]): Group[] {
  const known = new Map<string, Group>();
  for (const group of groups) {
    const key = group.members.join();
    const found = known.get(key);
    if (!found || (found.split && !group.split)) known.set(key, group);
  }
  return [...known.values()];
}
