import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Deps } from '../deps.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { comparedLines, type Line } from './compared-lines.ts';
import { chooseGroups, choicesOf } from './decide-comparison.ts';
import type { ComparedGroup, ShownGroup } from './figure.ts';
import { readOnce, type KeptGroups } from './kept-groups.ts';
import { loadGroups, loadPopulations } from './release-groups.ts';
import { loadBefore, sizeBefore } from './round-before.ts';
import type { ReleaseHead } from './store.ts';

/** The levels that hold groups to compare with. */
const CHOSEN_LEVELS = ['nation', 'field', 'institution', 'institution_field', 'degree', 'degree_national'] as const;

/** What a degree is set beside. */
export type Compared = {
  /** The degree's own cells of the round before; null without such a round. */
  before: ReadonlyMap<string, SafeCell> | null;
  /** What the address asks to compare with, where that is not the field. */
  compared: ComparedGroup | null;
  /** Whether the address asks for a group that cannot be compared with. */
  isRefused: boolean;
};

export type ComparedIn = { release: ReleaseHead; survey: Survey; report: ReportDefinition };
/** `compare`: a group of the address, or ''. */
export type ComparedPlace = { institution: string; degree: string; compare: string };
export type ComparedDeps = Pick<Deps, 'db'> & { kept?: Pick<KeptGroups, 'divided' | 'compared' | 'populations'> };

/** What a degree is compared with, and its own figures of the round before. */
export async function loadCompared(
  deps: ComparedDeps,
  { release, survey, report }: ComparedIn,
  { institution, degree, compare }: ComparedPlace,
): Promise<Compared> {
  const isField = compare === '' || compare === 'field';
  if (release.pooled !== undefined) return { before: null, compared: null, isRefused: !isField };
  const key = degreeKey(institution, degree);
  const lines = comparedLines({ survey, language: 'en' }, report);
  const round = await loadBefore(deps, { release, keys: [key], lines });
  const before = round?.cellsOf(key) ?? null;
  if (isField) return { before, compared: null, isRefused: false };
  const populations = await loadWholes(deps, release.id);
  const own = populations.find((one) => one.key === key);
  if (!own) return { before, compared: null, isRefused: true };
  const size = round && (await sizeBefore(deps, round, own));
  const { main, refused } = chooseGroups(choicesOf({ own, populations, before: size?.respondents ?? null }), {
    compare,
    beside: [],
  });
  if (!main || refused.length > 0) return { before, compared: null, isRefused: refused.length > 0 };
  const isApart = main.with === 'before' || main.with === 'at';
  if (main.with === 'before') return { before, compared: { with: 'before', cells: before, isApart }, isRefused: false };
  const whole = { key: main.key, items: itemsOf(lines) };
  const group = await (main.with === 'at' ? loadWhole(deps, release.id, whole) : loadCommon(deps, release.id, whole));
  const cells = group?.cells ?? null;
  return { before, compared: { with: main.with, cells, isApart }, isRefused: false };
}

/** The key of a degree's population in its release. */
export const degreeKey = (institution: string, degree: string) => `degree/${institution}/${degree}`;

/** A degree with its cells that are compared; null where the release does not have it. */
export function loadOwn(
  deps: ComparedDeps,
  releaseId: string,
  { institution, degree, lines }: { institution: string; degree: string; lines: readonly Line[] },
): Promise<ShownGroup | null> {
  return loadWhole(deps, releaseId, { key: degreeKey(institution, degree), items: itemsOf(lines) });
}

const itemsOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ cell }) => cell))];

/** What many degrees are compared with, which is kept. */
function loadCommon(deps: ComparedDeps, releaseId: string, whole: Whole): Promise<ShownGroup | null> {
  const name = JSON.stringify([whole.key, whole.items]);
  return readOnce(deps.kept?.compared(releaseId), name, () => loadWhole(deps, releaseId, whole));
}

type Whole = { key: string; items: readonly string[] };

async function loadWhole(deps: ComparedDeps, releaseId: string, { key, items }: Whole): Promise<ShownGroup | null> {
  const populations = (await loadWholes(deps, releaseId)).filter((one) => one.key === key);
  return (await loadGroups(deps, releaseId, { populations, items })).get(key) ?? null;
}

/** The groups of a release that are no parts by background. */
export function loadWholes(deps: ComparedDeps, releaseId: string): Promise<readonly SafePopulation[]> {
  return readOnce(deps.kept?.populations(releaseId), 'wholes', async () =>
    (await loadPopulations(deps, releaseId, CHOSEN_LEVELS)).filter(({ split }) => split === ''),
  );
}
