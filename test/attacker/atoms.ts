import type { Asked, Person, Register } from './register.ts';
import { bandsOf, dimensionsOf, meets, valueOf, type Bands } from './splits.ts';
import { populationsOf, WEIGHTED_MEAN, type Population, type Tables } from './told.ts';

/** People whom nothing in the tables can tell apart. */
export type Atom = {
  institution: string;
  degree: string;
  field: string;
  year: number;
  values: ReadonlyMap<string, string>;
  releases: readonly number[];
  people: readonly Person[];
  name: string;
};

export type World = {
  atoms: readonly Atom[];
  /** Atoms of a population, by index. */
  membersOf: (population: Population) => readonly number[];
  /** How many of the population were asked, for each value of a dimension: what weights are made of. */
  askedOf: (population: Population, dimension: string) => ReadonlyMap<string, number>;
  dimensions: readonly string[];
};

/** Cuts the people who took part into atoms, as finely as the tables do. */
export function makeWorld(
  { people, asked }: Register,
  tables: readonly Tables[],
  known: ReadonlyMap<string, string>,
): World {
  const populations = tables.flatMap(populationsOf);
  // A weighted figure is split by what it is weighted by, though no split is shown.
  const isWeighted = tables.some(({ told }) => told.some(({ measures }) => measures.has(WEIGHTED_MEAN)));
  const splits = [...populations.flatMap(({ split }) => dimensionsOf(split)), ...(isWeighted ? ['gender'] : [])];
  const dimensions = [...new Set(splits)].toSorted();
  const bands = bandsOf(populations.map(({ splitValue }) => splitValue));
  const fields = fieldsOf(populations, known);
  const atoms = cut(people, { dimensions, bands, fields, editions: tables.length > 1 });
  const members = new Map<string, readonly number[]>();
  const membersOf = (population: Population): readonly number[] => {
    const key = `${population.release} ${population.key}`;
    const found = members.get(key) ?? atoms.flatMap((atom, index) => (holds(population, atom) ? [index] : []));
    members.set(key, found);
    return found;
  };
  const askedOf = (population: Population, dimension: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const one of asked[population.release] ?? []) {
      if (!isAsked(population, one, { bands, fields })) continue;
      const value = valueOf(one, dimension, bands);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return { atoms, membersOf, askedOf, dimensions };
}

type Cut = { dimensions: readonly string[]; bands: Bands; fields: ReadonlyMap<string, string>; editions: boolean };

function cut(people: readonly Person[], { dimensions, bands, fields, editions }: Cut): Atom[] {
  const byKey = new Map<string, Person[]>();
  for (const person of people) {
    const { institution = '', degree = '' } = person.register;
    const values = dimensions.map((dimension) => valueOf(person, dimension, bands));
    const key = JSON.stringify([institution, degree, person.year, values, person.releases]);
    const alike = byKey.get(key);
    if (alike) alike.push(person);
    else byKey.set(key, [person]);
  }
  return [...byKey.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { institution = '', degree = '' } = first.register;
    const values = new Map(dimensions.map((dimension) => [dimension, valueOf(first, dimension, bands)]));
    const traits = [...values].map(([dimension, value]) => `, ${dimension} ${value}`).join('');
    const only = editions ? `, in release ${first.releases.map((index) => index + 1).join(' and ')}` : '';
    const name = `degree ${degree} at ${institution}, ${first.year}${traits}${only}`;
    const field = fields.get(degree) ?? '';
    return [{ institution, degree, field, year: first.year, values, releases: first.releases, people: alike, name }];
  });
}

function fieldsOf(populations: readonly Population[], known: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map(known);
  for (const { level, degree, field } of populations) {
    if (field === '' || degree === '') continue;
    if (level === 'degree' || level === 'degree_national') fields.set(degree, field);
    if (level !== 'others') continue;
    for (const member of degree.split('|')) {
      const at = member.indexOf('-');
      if (!fields.has(member)) fields.set(member.slice(at + 1), field);
    }
  }
  return fields;
}

function holds(population: Population, atom: Atom): boolean {
  return (
    atom.releases.includes(population.release) &&
    inPeriod(population.period, atom.year) &&
    inUnit(population, atom) &&
    meets(population.split, population.splitValue, (dimension) => atom.values.get(dimension) ?? 'unknown')
  );
}

function isAsked(population: Population, one: Asked, { fields }: Pick<Cut, 'bands' | 'fields'>): boolean {
  const { institution = '', degree = '' } = one.register;
  const unit = { institution, degree, field: fields.get(degree) ?? '' };
  return inPeriod(population.period, one.year) && inUnit(population, unit);
}

/** Example: '2019-2021' holds 2020. */
export function inPeriod(period: string, year: number): boolean {
  const [from = '', to = from] = period.split('-');
  return year >= Number(from) && year <= Number(to);
}

/** Columns that are filled must fit; a list in a column (level others) is one of its members. */
function inUnit(
  { institution, field, degree }: Population,
  unit: { institution: string; field: string; degree: string },
): boolean {
  const own = `${unit.institution}-${unit.degree}`;
  return (
    (institution === '' || lists(institution, unit.institution)) &&
    (field === '' || lists(field, unit.field)) &&
    (degree === '' || lists(degree, unit.degree) || lists(degree, own))
  );
}

function lists(column: string, code: string): boolean {
  return column === code || (column.includes('|') && column.split('|').includes(code));
}
