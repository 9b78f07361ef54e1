import { populationsOf, type Sizes, type Tables, type Told } from './told.ts';

const Z = 1.959964;

/** All numbers that a page about a degree may print, in the ways in which pages round. */
export function vocabularyOf(tables: readonly Tables[], institution: string, degree: string): Set<number> {
  const own = tables
    .flatMap(populationsOf)
    .find(({ level, institution: at, degree: of }) => level === 'degree' && at === institution && of === degree);
  const field = own?.field ?? '';
  const concerns = ({ population }: Sizes | Told): boolean =>
    fits(population.institution, institution) &&
    fits(population.field, field) &&
    (fits(population.degree, degree) || fits(population.degree, `${institution}-${degree}`));
  const words = new Set<number>();
  const targets = new Map<string, number>();
  for (const size of tables.flatMap(({ sizes }) => sizes).filter(concerns)) {
    const { target, respondents, population } = size;
    targets.set(population.key, target ?? 0);
    for (const value of [target, respondents]) if (value !== null) words.add(value);
    if (target !== null && respondents !== null) addShare(words, respondents / target);
  }
  for (const told of tables.flatMap((one) => one.told).filter(concerns))
    addCell(words, told, targets.get(told.population.key) ?? 0);
  return words;
}

function addCell(words: Set<number>, told: Told, target: number): void {
  for (const row of told.rows) addNumber(words, Number(row.slice(row.lastIndexOf(',') + 1)));
  for (const end of told.ends) addNumber(words, end);
  if (told.bound) addShare(words, told.bound.least);
  if (told.n !== null) words.add(told.n);
  for (const value of told.measures.values()) addNumber(words, value);
  const year = told.measures.get('median');
  if (year !== undefined && year > 1900) for (const quarter of [1, 2, 3, 4]) words.add(quarter);
  if (told.n === null || told.counts.size === 0) return;
  for (const count of reachable([...told.counts.values()])) {
    addShare(words, count / told.n);
    for (const end of wilson(count, told.n, target)) addShare(words, end);
  }
}

/** Pages add categories up ("agree", "in work"): all sums of counts. */
function reachable(counts: readonly number[]): Set<number> {
  let sums = new Set([0]);
  for (const count of counts) sums = new Set([...sums, ...[...sums].map((sum) => sum + count)]);
  return sums;
}

function addNumber(words: Set<number>, value: number): void {
  if (!Number.isFinite(value)) return;
  for (const decimals of [0, 1, 2]) words.add(rounded(value, decimals));
  words.add(Math.floor(value));
  if (value >= 0 && value <= 1) addShare(words, value);
}

function addShare(words: Set<number>, share: number): void {
  for (const decimals of [0, 1]) words.add(rounded(100 * share, decimals));
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor + 1e-9 * Math.sign(value)) / factor + 0;
}

/** Wilson's interval with n* = n(N − 1)/(N − n) in place of n. */
function wilson(count: number, n: number, target: number): [number, number] {
  const share = count / n;
  if (target <= n) return [share, share];
  const effective = (n * (target - 1)) / (target - n);
  const middle = share + (Z * Z) / (2 * effective);
  const width = Z * Math.sqrt((share * (1 - share)) / effective + (Z * Z) / (4 * effective * effective));
  const below = 1 + (Z * Z) / effective;
  return [Math.max(0, (middle - width) / below), Math.min(1, (middle + width) / below)];
}

function fits(column: string, code: string): boolean {
  return column === '' || column === code || column.split('|').includes(code);
}
