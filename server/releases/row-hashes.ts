import { createHash } from 'node:crypto';
import { canonicalJson } from '../definitions/definition-hash.ts';

/** The rows of a population as they are stored: its own and those of its cells. */
export type StoredPopulation = { key: string } & Readonly<Record<string, unknown>>;
export type StoredCell = { item: string; cell: unknown };

/** The name under which the own questions of a release are hashed, which no population has. */
export const OWN_QUESTIONS = 'own';

/** Columns that came later than the first releases. */
const LATER_COLUMNS: readonly string[] = ['as_of', 'pooled'];

/**
 * SHA-256 (hex) of a population's rows: the same for the same figures, whatever the order in which the
 * database gives rows and keys.
 */
export function populationHash(population: StoredPopulation, cells: readonly StoredCell[]): string {
  const { release_id: _release, ...rest } = population;
  // Absent and null are the same, as before there were such columns.
  const isThere = ([name, value]: [string, unknown]): boolean =>
    !LATER_COLUMNS.includes(name) || (value !== null && value !== undefined);
  const own = Object.fromEntries(Object.entries(rest).filter(isThere));
  const ordered = cells.map(({ item, cell }) => ({ item, cell })).toSorted((a, b) => (a.item < b.item ? -1 : 1));
  return sha256(canonicalJson({ population: own, cells: ordered }));
}

/** SHA-256 (hex) of own questions, in order of their owners. */
export function ownHash(blocks: readonly { institution: string; degree: string; content: unknown }[]): string {
  const rows = blocks.map(({ institution, degree, content }) => ({ institution, degree, content }));
  return sha256(canonicalJson(rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))));
}

/** One hash (SHA-256, hex) over named ones, in order of their names. */
export function hashOfHashes(hashes: Iterable<readonly [name: string, hash: string]>): string {
  const lines = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`);
  return sha256(lines.toSorted().join(''));
}

function nameOf({ institution, degree }: { institution: string; degree: string }): string {
  return `${institution}/${degree}`;
}

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
