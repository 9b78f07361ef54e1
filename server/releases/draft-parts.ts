import { gzipSync } from 'node:zlib';
import type { SafePopulation, SafeTable } from '../disclosure/safe-table.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import { ledgerRows } from './ledger-rows.ts';
import { fileHash } from './release-files.ts';
import { ownBlockRows } from './release-head.ts';
import { OWN_QUESTIONS, ownHash, populationHash } from './row-hashes.ts';

/** Tables of schema release that a release fills, in the order in which rows can be put in. */
export const PART_KINDS = ['own_block', 'population', 'cell', 'row_hash', 'file'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Tables that only grow: they are filled in the step by which readers find the release. */
export const LEDGER_KINDS = ['ledger_people', 'ledger'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Some rows of one table, as a JSON array. */
export type DraftPart = { number: number; kind: PartKind | LedgerKind; content: string };

export type DraftContent = {
  releaseId: string;
  roundId: string;
  people: ReadonlyMap<string, readonly string[]>;
  table: SafeTable;
  blocks: readonly OwnBlock[];
  files: ReadonlyMap<string, string>;
};

const POPULATIONS_AT_ONCE = 100;
const CELLS_AT_ONCE = 500;
const HASHES_AT_ONCE = 500;

/** Everything that a release stores, a part a step: the same rows for the same content. */
export function* draftParts(content: DraftContent): Generator<DraftPart> {
  let number = 0;
  for (const [kind, rows] of rowsOf(content)) yield { number: number++, kind, content: JSON.stringify(rows) };
}

function* rowsOf(content: DraftContent): Generator<readonly [DraftPart['kind'], readonly object[]]> {
  const { releaseId, table, blocks, files } = content;
  if (blocks.length > 0) yield ['own_block', ownBlockRows(releaseId, blocks)];
  for (const batch of batches(table.populations, POPULATIONS_AT_ONCE)) {
    yield ['population', batch.map((one) => ({ release_id: releaseId, ...populationRow(one) }))];
  }
  const cells = [...table.cells].flatMap(([population_key, ofPopulation]) =>
    [...ofPopulation].map(([item, cell]) => ({ release_id: releaseId, population_key, item, cell })),
  );
  for (const batch of batches(cells, CELLS_AT_ONCE)) yield ['cell', batch];
  const hashes = [...rowHashes(content)].map(([name, hash]) => ({ release_id: releaseId, name, hash }));
  for (const batch of batches(hashes, HASHES_AT_ONCE)) yield ['row_hash', batch];
  const ledger = ledgerRows(content);
  for (const batch of batches(ledger.people, POPULATIONS_AT_ONCE)) yield ['ledger_people', batch];
  yield ['ledger', ledger.told];
  for (const [name, text] of files) {
    const hex = gzipSync(text).toString('hex');
    yield ['file', [{ release_id: releaseId, name, sha256: fileHash(text), content: `\\x${hex}` }]];
  }
}

/** A hash of the rows of each population, and of the own questions, by name. */
export function* rowHashes({ table, blocks }: Pick<DraftContent, 'table' | 'blocks'>): Generator<[string, string]> {
  yield [OWN_QUESTIONS, ownHash(ownBlockRows('', blocks))];
  for (const population of table.populations) {
    const cells = [...(table.cells.get(population.key) ?? [])].map(([item, cell]) => ({ item, cell }));
    yield [population.key, populationHash(populationRow(population), cells)];
  }
}

function populationRow({ members, ...population }: SafePopulation) {
  return { ...population, members: members.join('|') };
}

function* batches<T>(things: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < things.length; start += size) yield things.slice(start, start + size);
}
