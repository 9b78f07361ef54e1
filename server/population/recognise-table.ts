import { nearest } from '../csv/nearest.ts';
import { splitRecord, type Separator } from '../csv/split-record.ts';
import { fieldNamed, FIELDS, KNOWN_NAMES, plainName, type Field } from './fields.ts';

export const SEPARATORS = [';', ',', '\t'] as const satisfies readonly Separator[];

/** Where each field stands: the place of its column, from 0. Fields that the file does not have are left out. */
export type FieldColumns = Readonly<Partial<Record<Field, number>>>;

/** A header stands in one of the first rows, or nowhere. */
const HEADER_WITHIN = 10;

/**
 * What separates the cells: that which gives the most rows the same number of cells, and more than one.
 * Example: ['a;b,c', '1;2', '3;4'] → ';'
 */
export function recogniseSeparator(lines: readonly string[]): Separator {
  const rated = SEPARATORS.map((separator) => ({ separator, ...rate(lines, separator) }));
  const [best] = rated.toSorted((one, other) => other.share - one.share || other.cells - one.cells);
  return best?.separator ?? ';';
}

function rate(lines: readonly string[], separator: Separator): { share: number; cells: number } {
  const sizes = lines.filter((line) => line.trim() !== '').map((line) => cellsOf(line, separator).length);
  const times = new Map<number, number>();
  for (const size of sizes) if (size > 1) times.set(size, (times.get(size) ?? 0) + 1);
  const [most] = [...times].toSorted((one, other) => other[1] - one[1] || other[0] - one[0]);
  return { share: (most?.[1] ?? 0) / Math.max(1, sizes.length), cells: most?.[0] ?? 0 };
}

/** The cells of a line; of one whose quotation marks go wrong, as far as separators tell. */
export function cellsOf(line: string, separator: Separator): readonly string[] {
  const split = splitRecord(line, separator);
  return split.kind === 'fields' ? split.fields : line.split(separator);
}

/**
 * The row that names the columns, from 1; 0 where there is none. It is the row with most names that we know; without
 * any, the first one, if nothing in it looks like data.
 */
export function recogniseHeader(rows: readonly (readonly string[])[]): number {
  const known = rows.slice(0, HEADER_WITHIN).map((cells) => Object.keys(recogniseColumns(cells)).length);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most) + 1;
  const [first = []] = rows;
  return first.some((cell) => cell.trim() !== '') && !first.some(looksLikeData) ? 1 : 0;
}

function looksLikeData(cell: string): boolean {
  return /@|^\s*\+?[\d\s./-]{4,}\s*$/.test(cell);
}

/**
 * Which column holds which field, by its name in three languages. Exact names come before near ones, and the first
 * column before later ones.
 */
export function recogniseColumns(header: readonly string[]): FieldColumns {
  const found: Partial<Record<Field, number>> = {};
  header.forEach((name, index) => {
    const field = fieldNamed(name);
    if (field && found[field] === undefined) found[field] = index;
  });
  const taken = new Set(Object.values(found));
  header.forEach((name, index) => {
    const near = taken.has(index) || plainName(name).length < 5 ? null : nearest(plainName(name), KNOWN_NAMES);
    const field = near === null ? null : fieldNamed(near);
    if (field && found[field] === undefined) found[field] = index;
  });
  return Object.fromEntries(FIELDS.flatMap((field) => (found[field] === undefined ? [] : [[field, found[field]]])));
}
