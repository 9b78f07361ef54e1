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
  const all = tables.flatMap((one) => one.told).filter(concerns);
  for (const told of all) addCell(words, told, targets.get(told.population.key) ?? 0);
  for (const told of othersOf(all)) addCell(words, told, 0);
  return words;
}

/** What is left of a group without the degree: comparisons are made with it. */
function othersOf(all: readonly Told[]): Told[] {
  const own = all.filter(({ population: { level, split } }) => level === 'degree' && split === '');
  return own.flatMap((mine) =>
    all.flatMap((group): Told[] => {
      const isSame = group.item === mine.item && group.option === mine.option && group.population.split === '';
      if (!isSame || group.n === null || mine.n === null || group.n <= mine.n) return [];
      const n = group.n - mine.n;
      const counts = new Map([...group.counts].map(([name, count]) => [name, count - (mine.counts.get(name) ?? 0)]));
      const means = ['mean', 'gap', 'nps'].flatMap((name): [string, number][] => {
        const [of, from] = [mine.measures.get(name), group.measures.get(name)];
        const steps = [...counts].map(([step, count]) => Number(step) * count);
        if (of === undefined || from === undefined) return [];
        const exact = name === 'mean' && steps.every(Number.isFinite) && counts.size > 0;
        const sum = exact
          ? steps.reduce((total, one) => total + one, 0)
          : Math.round(from * (group.n ?? 0)) - Math.round(of * (mine.n ?? 0));
        return [[name, sum / n]];
      });
      return [{ ...group, n, counts, measures: new Map(means), bound: null, ends: [], rows: [], silent: null }];
    }),
  );
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
  for (const decimals of [0, 1, 2, 6]) words.add(roundedTo(value, decimals));
  words.add(Math.floor(value));
  if (value >= 0 && value <= 1) addShare(words, value);
}

function addShare(words: Set<number>, share: number): void {
  for (const decimals of [0, 1]) words.add(roundedTo(100 * share, decimals));
  words.add(roundedTo(share, 6));
}

/** As pages round: halves away from zero, no negative zero. */
export function roundedTo(value: number, decimals: number): number {
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
