import { createHash } from 'node:crypto';
import { RULES } from '../disclosure/rules.ts';
import type { RenewedCells } from '../disclosure/later-edition.ts';
import type { ProtectedRelease } from '../disclosure/finish-release.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import { blockId } from '../engine/own-block.ts';
import { degreeFiles } from './degree-json.ts';
import { releaseName, type ReleaseMeta } from './release-meta.ts';
import { tablesCsvSteps } from './tables-csv.ts';

/** What a release protects, stored and written: the table and what is said of it as a whole. */
export type ReleaseContent = Pick<
  ProtectedRelease,
  'table' | 'coverage' | 'cells' | 'cellsByLevel' | 'hides' | 'people'
> & {
  /** Of an edition with late answers: SHA-256 of the first one's tables.csv, and what became of its cells. */
  later?: { first_tables: string; cells: RenewedCells };
};

const MANIFEST = 'manifest.json';

/** Every file of a release directory by its name: the same bytes for the same content. */
export function releaseFiles(meta: ReleaseMeta, content: ReleaseContent): Map<string, string> {
  const steps = releaseFileSteps(meta, content);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, one population or document a step, for a caller that lets others work in between. */
export function* releaseFileSteps(meta: ReleaseMeta, content: ReleaseContent): Generator<void, Map<string, string>> {
  const files = new Map([['tables.csv', yield* tablesCsvSteps(meta, content.table)]]);
  yield;
  for (const [name, text] of degreeFiles(meta, content.table)) {
    files.set(name, text);
    yield;
  }
  const hashes = new Map<string, string>();
  for (const [name, text] of files) {
    hashes.set(name, fileHash(text));
    yield;
  }
  files.set(MANIFEST, `${JSON.stringify(manifestOf(meta, content, hashes), null, 1)}\n`);
  return files;
}

/** SHA-256 of a file's text, hex. */
export function fileHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What a release says of itself: what it is made from, by which rules, how much is shown. Hidden
 * cells are counted for the whole nation only; nothing in it depends on the raw input's order or
 * on the day it was built. Of `files` all but the manifest itself are hashed.
 */
export function manifest(meta: ReleaseMeta, content: ReleaseContent, files: ReadonlyMap<string, string>) {
  const others = [...files].filter(([name]) => name !== MANIFEST);
  return manifestOf(meta, content, new Map(others.map(([name, text]) => [name, fileHash(text)])));
}

/** The same, with the hashes of the files at hand. */
function manifestOf(
  meta: ReleaseMeta,
  { table, coverage, cells, cellsByLevel, later }: ReleaseContent,
  hashes: ReadonlyMap<string, string>,
) {
  const { survey, version } = meta.survey.definition;
  const nation = table.populations.find(({ key }) => key === 'nation');
  const names = [...hashes.keys()].sort((a, b) => (a < b ? -1 : 1));
  return {
    format: 1,
    release: releaseName(meta),
    survey,
    version,
    definition_hash: meta.definitionHash,
    own_questions: (meta.blocks ?? []).map(blockId).sort(),
    period: meta.period,
    code_version: meta.codeVersion,
    rules: RULES,
    target: nation?.target ?? null,
    respondents: nation?.respondents ?? null,
    cells,
    cells_by_level: cellsByLevel,
    coverage: {
      degree_round: share(coverage.degree_round),
      threshold_only: share(coverage.threshold_only),
      items_exact: Object.fromEntries(
        Object.entries(coverage.items_exact).map(([kind, value]) => [kind, share(value)]),
      ),
    },
    ...(later ? { later } : {}),
    ...windowsOf(meta, table),
    groups: table.populations.filter(({ level }) => level === 'others').map(groupOf),
    files: Object.fromEntries(names.map((name) => [name, hashes.get(name)])),
  };
}

/** What is shown of several rounds together; nothing where there are none. */
function windowsOf({ windows = [] }: ReleaseMeta, { populations }: ReleaseContent['table']) {
  if (windows.length === 0) return {};
  const degreesOf = (period: string | undefined) =>
    populations.filter(({ level, split, pooled }) => level === 'degree' && split === '' && pooled === period);
  const alone = new Set(degreesOf(undefined).map(({ institution, degree }) => `${institution}/${degree}`));
  return {
    windows: windows.map(({ period, rounds, beside }) => {
      const degrees = degreesOf(period);
      const added = degrees.filter(({ institution, degree }) => !alone.has(`${institution}/${degree}`));
      return { period, rounds, beside, degrees: degrees.length, degrees_hidden_alone: added.length };
    }),
  };
}

function groupOf({ key, members, target, respondents }: SafePopulation) {
  const of = key.slice(key.indexOf('/') + 1, key.lastIndexOf('/'));
  return { key, of, members, target, respondents };
}

/** Six decimals, as in tables.csv. */
function share(value: number): number {
  return Number(value.toFixed(6));
}
