import type { ReleaseFiles } from './input.ts';
import { readCsv } from './read-csv.ts';

/** A mean in which some answers count for more: no measure of ours, and its weights would be a leak. */
export const WEIGHTED_MEAN = 'weighted_mean';

/** A population that a release speaks of, as the columns of tables.csv name it. */
export type Population = {
  release: number;
  key: string;
  period: string;
  level: string;
  institution: string;
  field: string;
  degree: string;
  split: string;
  splitValue: string;
};

/** All that is told of one question (or option) in one population. */
export type Told = {
  population: Population;
  item: string;
  /** The option, for several choices; otherwise empty. */
  option: string;
  n: number | null;
  /** Category → count. "Cannot say" is in `silent`. */
  counts: Map<string, number>;
  silent: number | null;
  /** mean, sd, median, nps, gap, quartile1 … */
  measures: Map<string, number>;
  bound: { category: string; least: number } | null;
  /** Ends of intervals. */
  ends: number[];
  rows: string[];
  /** Marked as standing from an earlier edition. */
  stands: boolean;
};

export type Sizes = {
  population: Population;
  target: number | null;
  respondents: number | null;
  rows: string[];
  stands: boolean;
};

export type Tables = { told: Told[]; sizes: Sizes[]; rows: number; lines: string[] };

type Row = Record<string, string>;

/** Reads tables.csv: what is told of each population, question by question. */
export function readTables(release: ReleaseFiles, index: number): Tables {
  const text = release.files.get('tables.csv');
  if (text === undefined) throw new Error(`${release.name}: there is no tables.csv`);
  const rows = readCsv(text);
  const severalChoices = new Set(
    rows.flatMap(({ measure, item, category }) => (measure === 'n' && category !== '' ? [item ?? ''] : [])),
  );
  const told = new Map<string, Told>();
  const sizes = new Map<string, Sizes>();
  const populations = new Map<string, Population>();
  for (const row of rows) {
    const population = populationOf(row, index, populations);
    if (row['item'] === '') addSize(sizes, population, row);
    else addFigure(told, population, row, severalChoices);
  }
  return { told: [...told.values()], sizes: [...sizes.values()], rows: rows.length, lines: text.split('\n') };
}

const PLACE = ['period', 'level', 'institution', 'field', 'degree', 'split', 'split_value'] as const;

function populationOf(row: Row, release: number, known: Map<string, Population>): Population {
  const [period = '', level = '', institution = '', field = '', degree = '', split = '', splitValue = ''] = PLACE.map(
    (name) => row[name] ?? '',
  );
  const key = [period, level, institution, field, degree, split, splitValue].join(',');
  const found = known.get(key);
  if (found) return found;
  const population = { release, key, period, level, institution, field, degree, split, splitValue };
  known.set(key, population);
  return population;
}

function addSize(sizes: Map<string, Sizes>, population: Population, row: Row): void {
  const size = sizes.get(population.key) ?? {
    population,
    target: null,
    respondents: null,
    rows: [],
    stands: stands(row),
  };
  if (row['measure'] === 'target') size.target = Number(row['value']);
  if (row['measure'] === 'respondents') size.respondents = Number(row['value']);
  size.rows.push(rowText(row));
  sizes.set(population.key, size);
}

function addFigure(
  told: Map<string, Told>,
  population: Population,
  row: Row,
  severalChoices: ReadonlySet<string>,
): void {
  const { item = '', measure = '', category = '', value = '', base = '' } = row;
  const option = severalChoices.has(item) && category !== '_dk' ? category : '';
  const key = `${population.key},${item},${option}`;
  const cell = told.get(key) ?? emptyCell(population, item, { option, stands: stands(row) });
  told.set(key, cell);
  cell.rows.push(rowText(row));
  for (const end of [row['ci_low'], row['ci_high']]) if (end) cell.ends.push(Number(end));
  if (base !== '' && measure !== 'at_least') cell.n = Number(base);
  if (measure === 'at_least') cell.bound = { category, least: Number(value) };
  else if (measure === 'count' && category === '_dk') cell.silent = Number(value);
  else if (measure === 'count') cell.counts.set(category, Number(value));
  else if (measure === 'n') cell.n = Number(value);
  else cell.measures.set(category === '' ? measure : `${measure}/${category}`, Number(value));
}

/** Example: the flag 'few|as_of_1' → true. */
function stands(row: Row): boolean {
  return (row['flag'] ?? '').split('|').some((flag) => flag.startsWith('as_of_'));
}

function emptyCell(
  population: Population,
  item: string,
  { option, stands: isStanding }: { option: string; stands: boolean },
): Told {
  return {
    population,
    item,
    option,
    n: null,
    counts: new Map(),
    silent: null,
    measures: new Map(),
    bound: null,
    ends: [],
    rows: [],
    stands: isStanding,
  };
}

function rowText(row: Row): string {
  return [...PLACE, 'item', 'measure', 'category', 'value'].map((name) => row[name] ?? '').join(',');
}

/** The columns that name a population, without the empty ones. Example: 'degree X0101 own-a in 2020'. */
export function nameOf({ release, period, level, institution, field, degree, split, splitValue }: Population): string {
  const place = [institution, field, degree].filter((part) => part !== '').join(' ');
  const of = split === '' ? '' : ` ${split}=${splitValue}`;
  return `${level}${place === '' ? '' : ` ${place}`}${of} in ${period}${release > 0 ? ` (release ${release + 1})` : ''}`;
}

/** Every population that the tables speak of, perhaps more than once. */
export function populationsOf({ sizes, told }: Tables): Population[] {
  return [...sizes, ...told].map(({ population }) => population);
}
