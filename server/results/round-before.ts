import { loadMaps } from '../../survey-definitions/comparability.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { codeIn, relationOf } from '../comparability/relation-of.ts';
import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Line } from './compared-lines.ts';
import { loadPopulations } from './release-groups.ts';
import { selectCells, selectReleases, type ReleaseHead } from './store.ts';

/** The cells that a degree had in the round before, under the codes of the round that is read. */
export type RoundBefore = { release: ReleaseHead; cellsOf: (key: string) => ReadonlyMap<string, SafeCell> | null };

let all: readonly ComparabilityMap[] | undefined;

/** The declared relations of a survey's versions. */
export function mapsOf(survey: string): readonly ComparabilityMap[] {
  all ??= loadMaps().map(({ map }) => map);
  return all.filter((map) => map.survey === survey);
}

/**
 * The releases of one survey as rounds in order of time, one a period: of several the one built last. A release
 * whose years hold those of two others is no round but several years together.
 */
export function roundsOf(releases: readonly ReleaseHead[], survey: string): ReleaseHead[] {
  const pooled = pooledOf(releases, survey);
  return periodsOf(releases, survey).filter((release) => !pooled.includes(release));
}

/** The releases of one survey that hold several rounds together, in order of time. */
export function pooledOf(releases: readonly ReleaseHead[], survey: string): ReleaseHead[] {
  const all = periodsOf(releases, survey);
  return all.filter((release) => {
    const [from, to] = yearsOf(release);
    const inside = all.filter((other) => other !== release && yearsOf(other)[0] >= from && yearsOf(other)[1] <= to);
    return inside.length > 1;
  });
}

/** First and last year of graduation. */
function yearsOf({ period }: ReleaseHead): [number, number] {
  const years = period.split('-').map(Number);
  return [Math.min(...years), Math.max(...years)];
}

function periodsOf(releases: readonly ReleaseHead[], survey: string): ReleaseHead[] {
  const own = releases.filter((release) => release.survey === survey && /^\d/.test(release.period));
  const newest = new Map<string, ReleaseHead>();
  for (const release of own.toSorted((a, b) => order(a, b, ({ built_on, id }) => `${built_on} ${id}`)))
    newest.set(release.period, release);
  return [...newest.values()].toSorted((a, b) => order(a, b, ({ period }) => period));
}

function order(a: ReleaseHead, b: ReleaseHead, by: (release: ReleaseHead) => string): number {
  return by(a) < by(b) ? -1 : 1;
}

/** The round whose graduates came before those of a release; null where there is none. */
export function roundBefore(releases: readonly ReleaseHead[], { survey, period }: ReleaseHead): ReleaseHead | null {
  return roundsOf(releases, survey).findLast((other) => other.period < period) ?? null;
}

/**
 * The cells of some degrees in the round before, of questions that still ask the same (a declared relation
 * that continues); null where there is no such round. What has another meaning today is not in it.
 */
export async function loadBefore(
  deps: Pick<Deps, 'db'>,
  { release, keys, lines }: { release: ReleaseHead; keys: readonly string[]; lines: readonly Line[] },
): Promise<RoundBefore | null> {
  const earlier = roundBefore(await asReportRole(deps.db, selectReleases), release);
  if (!earlier) return null;
  const ids = continuedCells(lines, mapsOf(release.survey), { before: earlier.version, now: release.version });
  const items = [...ids.keys()];
  const rows = await asReportRole(deps.db, async (trx) => selectCells(trx, earlier.id, { keys, items }));
  const byKey = new Map<string, Map<string, SafeCell>>();
  for (const row of rows) {
    const cell = safeCellSchema.parse(row.cell);
    const id = ids.get(cell.id);
    const cells = byKey.get(row.population_key) ?? new Map<string, SafeCell>();
    byKey.set(row.population_key, cells);
    if (id !== undefined) cells.set(id, cell);
  }
  return { release: earlier, cellsOf: (key) => byKey.get(key) ?? null };
}

/** Names the round before a release as it is now: a page that speaks of it is behind when this changes. */
export async function nameOfBefore(deps: Pick<Deps, 'db'>, releaseId: string): Promise<string> {
  const releases = await asReportRole(deps.db, selectReleases);
  const release = releases.find(({ id }) => id === releaseId);
  const before = release && roundBefore(releases, release);
  return before ? `${before.id} ${before.built_on}` : '';
}

/** The size that a degree had in the round before; null where it was not shown. */
export async function sizeBefore(
  deps: Pick<Deps, 'db'>,
  { release }: RoundBefore,
  { key }: SafePopulation,
): Promise<SafePopulation | null> {
  const degrees = await loadPopulations(deps, release.id, ['degree']);
  return degrees.find((one) => one.key === key && one.split === '') ?? null;
}

/** Ids of cells in an earlier version → today's, of questions whose figures continue. */
export function continuedCells(
  lines: readonly Pick<Line, 'code' | 'cell'>[],
  maps: readonly ComparabilityMap[],
  { before, now }: { before: number; now: number },
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { code, cell } of lines) {
    const item = codeIn(maps, { version: now, item: code }, before);
    if (item === null) continue;
    if (relationOf(maps, { version: before, item }, { version: now, item: code }).kind !== 'continues') continue;
    ids.set(item + cell.slice(code.length), cell);
  }
  return ids;
}
