/** One thing known of each of n things, as text: a column, a place in a file, the leaf of an answer. */
export type Feature = { name: string; values: readonly string[] };

const BLOCKS = 12;

// Each feature is compared with hundreds of others, and ranked once.
const ranksOf = new WeakMap<readonly string[], number[]>();
const blocksOf = new WeakMap<readonly string[], number[]>();

function once(
  known: WeakMap<readonly string[], number[]>,
  values: readonly string[],
  make: (values: readonly string[]) => number[],
): number[] {
  const found = known.get(values) ?? make(values);
  known.set(values, found);
  return found;
}

/** Spearman's rank correlation of two features of the same things, as a z-score: within ±4 or so by chance. */
export function rankScore(one: Feature, other: Feature): number {
  const [a, b] = [once(ranksOf, one.values, ranks), once(ranksOf, other.values, ranks)];
  const mean = (a.length - 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (const [index, rank] of a.entries()) {
    const [x, y] = [rank - mean, (b[index] ?? 0) - mean];
    both += x * y;
    left += x * x;
    right += y * y;
  }
  return left * right === 0 ? 0 : (both / Math.sqrt(left * right)) * Math.sqrt(a.length - 1);
}

/** Chi-square of two features of the same things, each cut into blocks by rank: sees ties of any shape. */
export function blockScore(one: Feature, other: Feature): number {
  const [a, b] = [once(blocksOf, one.values, blocks), once(blocksOf, other.values, blocks)];
  const cells = new Map<number, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const [index, row] of a.entries()) {
    const column = b[index] ?? 0;
    for (const [counts, key] of [
      [cells, row * BLOCKS + column],
      [rows, row],
      [columns, column],
    ] as const) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  let sum = 0;
  for (const [row, inRow] of rows) {
    for (const [column, inColumn] of columns) {
      const expected = (inRow * inColumn) / a.length;
      sum += ((cells.get(row * BLOCKS + column) ?? 0) - expected) ** 2 / expected;
    }
  }
  const freedom = (rows.size - 1) * (columns.size - 1);
  return freedom === 0 ? 0 : (sum - freedom) / Math.sqrt(2 * freedom);
}

/** How many things are told rightly by laying both features in order beside each other: 1 by chance. */
export function orderHits(one: Feature, other: Feature): number {
  const [a, b] = [inOrder(one.values), inOrder(other.values)];
  return a.filter((thing, place) => b[place] === thing).length;
}

/** Values that name one thing on each side. A place in a file is none: both files have the same places. */
export function sharedNames(one: readonly Feature[], other: readonly Feature[]): string[] {
  const others = names(other);
  return [...names(one)].filter((name) => others.has(name));
}

function names(features: readonly Feature[]): Set<string> {
  const found = new Set<string>();
  for (const { values } of features.filter(({ name }) => !name.endsWith('(place)'))) {
    const times = new Map<string, number>();
    for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
    for (const [value, count] of times) if (count === 1 && value !== '') found.add(value);
  }
  return found;
}

/** Mean ranks, ties sharing theirs. Numbers are in order of size, all else by code points. */
function ranks(values: readonly string[]): number[] {
  const order = inOrder(values);
  const result = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place <= end; place += 1) result[order[place] ?? 0] = (start + end) / 2;
    start = end + 1;
  }
  return result;
}

function blocks(values: readonly string[]): number[] {
  const distinct = [...new Set(values)];
  if (distinct.length <= BLOCKS) return values.map((value) => distinct.indexOf(value));
  return once(ranksOf, values, ranks).map((rank) => Math.floor((rank / values.length) * BLOCKS));
}

function inOrder(values: readonly string[]): number[] {
  const areNumbers = values.every((value) => value !== '' && Number.isFinite(Number(value)));
  const before = (a: string, b: string) => (areNumbers ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
  return values.map((_value, index) => index).sort((a, b) => before(values[a] ?? '', values[b] ?? ''));
}
