import { memberOf } from './release-rules.ts';

const Z = 1.959964;
const NEARLY = 0.002;

/** A figure of a report's file. */
export type FileRow = {
  row: string;
  unit: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
};

/** Rows of report.json, section by section. */
export function rowsOf(file: unknown): FileRow[][] {
  const sections: unknown = memberOf(file, 'sections');
  return (Array.isArray(sections) ? (sections as unknown[]) : []).map((section) => {
    const rows: unknown = memberOf(section, 'rows');
    return Array.isArray(rows) ? (rows as FileRow[]) : [];
  });
}

/**
 * Comparisons in a file: own figure, the others', the difference with its interval, both numbers of
 * answers. A difference is no figure of the tables; it must be that of two of them. Gives the numbers
 * that are so explained, and the rows that are not.
 */
export function explainComparisons(
  sections: readonly FileRow[][],
  known: ReadonlySet<number>,
): { explained: number[]; wrong: string[] } {
  const explained: number[] = [];
  const wrong: string[] = [];
  for (const rows of sections) {
    for (const [name, five] of Map.groupBy(rows, ({ row }) => row)) {
      const [own, other, difference, n, others] = five;
      if (five.length !== 5 || !own || !other || !difference || !n || !others) continue;
      if (n.unit !== 'count' || others.unit !== 'count' || typeof difference.low !== 'number') continue;
      const figures = [own.value, other.value, n.value, others.value];
      const isKnown = figures.every((value) => value !== null && known.has(rounded(value)));
      if (isKnown && fits(own, other, difference, [n.value ?? 0, others.value ?? 0])) {
        explained.push(...[difference.value, difference.low, difference.high].flatMap((one) => one ?? []));
      } else wrong.push(name);
    }
  }
  return { explained, wrong };
}

function fits(own: FileRow, other: FileRow, difference: FileRow, [n, others]: [number, number]): boolean {
  const [a, b] = [own.value ?? Number.NaN, other.value ?? Number.NaN];
  const [value, low, high] = [difference.value, difference.low, difference.high].map((one) => one ?? Number.NaN);
  const isShare = own.unit === 'share';
  if (!near(value, (isShare ? 100 : 1) * (a - b))) return false;
  if (!isShare) return near(((low ?? 0) + (high ?? 0)) / 2, value);
  const [from, to] = newcombe([a, n], [b, others]);
  return near(low, 100 * from) && near(high, 100 * to);
}

/** Newcombe's interval of a difference of two shares, from Wilson's of each. */
function newcombe([a, n]: [number, number], [b, m]: [number, number]): [number, number] {
  const [lowA, highA] = wilson(a, n);
  const [lowB, highB] = wilson(b, m);
  return [a - b - Math.hypot(a - lowA, highB - b), a - b + Math.hypot(highA - a, b - lowB)];
}

function wilson(share: number, n: number): [number, number] {
  const middle = share + (Z * Z) / (2 * n);
  const width = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const below = 1 + (Z * Z) / n;
  return [(middle - width) / below, (middle + width) / below];
}

function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= NEARLY;
}

function rounded(value: number): number {
  return Math.round(value * 1e6 + 1e-9 * Math.sign(value)) / 1e6 + 0;
}
