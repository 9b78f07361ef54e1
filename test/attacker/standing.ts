import type { Finding } from './input.ts';
import { nameOf, type Population, type Sizes, type Tables, type Told } from './told.ts';

type Marked = { population: Population; rows: readonly string[]; stands: boolean };

/**
 * Figures that a later edition lets stand and marks so: they must be those of an edition before, row by row
 * (T2), and then tell nothing new. Gives the tables without them.
 */
export function withoutStanding(tables: readonly Tables[]): { tables: Tables[]; findings: Finding[] } {
  const said = new Set<string>();
  const findings: Finding[] = [];
  const rest = tables.map((table): Tables => {
    const isNew = (name: string, one: Marked): boolean => {
      if (!one.stands) return true;
      if (!said.has(nameWithRows(name, one))) findings.push(contradicted(name, one));
      return false;
    };
    const kept = {
      ...table,
      told: table.told.filter((one) => isNew(itemOf(one), one)),
      sizes: table.sizes.filter((one) => isNew('', one)),
    };
    for (const one of table.told) said.add(nameWithRows(itemOf(one), one));
    for (const one of table.sizes) said.add(nameWithRows('', one));
    return kept;
  });
  return { tables: rest, findings };
}

function itemOf({ item, option }: Told): string {
  return option === '' ? item : `${item}/${option}`;
}

function nameWithRows(name: string, { population, rows }: Marked | Sizes): string {
  return JSON.stringify([name, population.key, rows.toSorted()]);
}

function contradicted(name: string, { population, rows }: Marked): Finding {
  return {
    test: 'T2',
    says: `${name === '' ? 'the size' : name} of ${nameOf(population)} is said to stand from an edition that does not say it`,
    item: name,
    group: nameOf(population),
    people: 0,
    rows: rows.map((row) => ({ factor: '', row })),
    derived: {},
    confirmed: null,
  };
}
