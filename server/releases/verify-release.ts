import { gunzipSync } from 'node:zlib';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { canonicalJson } from '../definitions/definition-hash.ts';
import { selectFileNames, selectOptionalFile } from './publish-store.ts';
import { hashOfHashes, OWN_QUESTIONS, ownHash, populationHash, sha256 } from './row-hashes.ts';
import type { Verified } from './verify-folder.ts';
import {
  selectCells,
  selectHeads,
  selectOwnBlockRows,
  selectPopulations,
  selectPublishedHashes,
  selectRowHashes,
  type VerifiedHead,
} from './verify-store.ts';

const MANIFEST = 'manifest.json';

/**
 * Computes every hash of the published releases of a round (or of all) anew: of each file against its
 * manifest, of each population's rows against the hash it was published with, and of all hashes against
 * what was noted in the log on that day. Earlier editions included.
 */
export async function verifyReleases({ ownerDb }: Pick<Deps, 'ownerDb'>, roundId: string | null): Promise<Verified[]> {
  const heads = await selectHeads(ownerDb, roundId);
  const verified: Verified[] = [];
  for (const head of heads.toSorted((a, b) => (a.round_id < b.round_id ? -1 : 1) || a.edition - b.edition)) {
    const files = await verifyFiles(ownerDb, head);
    const rows = await verifyRows(ownerDb, head);
    const noted = await verifyNoted(ownerDb, head);
    const problems = [...noted, ...files.problems, ...rows.problems];
    verified.push({ release: head.id, checked: files.checked + rows.checked, problems });
  }
  return verified;
}

type Part = { checked: number; problems: string[] };

async function verifyFiles(db: Db, { id, manifest, tables_hash }: VerifiedHead): Promise<Part> {
  const listed = filesOf(manifest);
  const names = (await selectFileNames(db, id)).toSorted();
  const problems: string[] = [];
  for (const name of names) {
    const file = await selectOptionalFile(db, id, name);
    const text = file ? gunzipped(file.content) : null;
    if (text === null) problems.push(`${name}: its bytes are damaged`);
    else if (name === MANIFEST) {
      if (canonicalJson(jsonOf(text)) !== canonicalJson(manifest)) problems.push(`${name} differs from what is stored`);
    } else if (sha256(text) !== listed.get(name)) problems.push(`${name} differs from its hash in the manifest`);
    await letOthersIn();
  }
  for (const name of [...listed.keys(), MANIFEST]) if (!names.includes(name)) problems.push(`${name} is missing`);
  if (listed.get('tables.csv') !== tables_hash) problems.push('tables.csv has another hash in the manifest');
  return { checked: names.length, problems };
}

async function verifyRows(db: Db, { id, rows_hash }: VerifiedHead): Promise<Part> {
  const published = await selectRowHashes(db, id);
  if (hashOfHashes(published) !== rows_hash) return { checked: 0, problems: ['the hashes of its rows differ'] };
  const found = new Map([[OWN_QUESTIONS, ownHash(await selectOwnBlockRows(db, id))]]);
  for (const population of await selectPopulations(db, id)) {
    found.set(population.key, populationHash(population, await selectCells(db, id, population.key)));
    await letOthersIn();
  }
  const names = [...new Set([...published.keys(), ...found.keys()])].toSorted();
  const differing = names.filter((name) => published.get(name) !== found.get(name));
  return { checked: names.length, problems: differing.map((name) => `the stored rows of ${name} differ`) };
}

/** The hashes in the log of events were noted in the transaction that published. */
async function verifyNoted(db: Db, head: VerifiedHead): Promise<string[]> {
  if (head.rows_hash === '') return ['it was built by an earlier version, which stored no hashes'];
  const noted = (await selectPublishedHashes(db, head.round_id)).find((detail) => detail['release'] === head.id);
  if (!noted) return ['the log of events does not say that it was published'];
  const agrees = noted['rows_hash'] === head.rows_hash && noted['tables_hash'] === head.tables_hash;
  return agrees ? [] : ['its hashes differ from those in the log of events'];
}

function filesOf(manifest: unknown): Map<string, string> {
  const files = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'files') : null;
  if (typeof files !== 'object' || files === null) return new Map();
  return new Map(Object.entries(files).map(([name, hash]) => [name, String(hash)]));
}

function gunzipped(content: Buffer): string | null {
  try {
    return gunzipSync(content).toString('utf8');
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
