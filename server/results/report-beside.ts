import type { ReportDefinition } from '../../reports/report-definition.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { comparedLines } from './compared-lines.ts';
import { chooseGroups, choicesOf } from './decide-comparison.ts';
import { loadDivided, type KeepsDivisions } from './divided-groups.ts';
import type { ComparedGroup, ShownGroup } from './figure.ts';
import { loadGroups, loadPopulations, toPopulation } from './release-groups.ts';
import { loadBefore, sizeBefore } from './round-before.ts';
import { selectParts, type ReleaseHead } from './store.ts';

/** The levels that hold groups to compare with. */
export const CHOSEN_LEVELS = [
  'nation',
  'field',
  'institution',
  'institution_field',
  'degree',
  'degree_national',
] as const;

/** What stands beside a degree's own figures on its report. */
export type Beside = {
  /** The degree's own cells of the round before; null without such a round. */
  before: ReadonlyMap<string, SafeCell> | null;
  /** Its respondents and graduates by background. */
  parts: readonly SafePopulation[];
  /** Main figures of its institution, its field and the nation by background. */
  divided: readonly ShownGroup[];
  /** What the address asks to compare with, where that is not the field. */
  compared: ComparedGroup | null;
  /** Whether the address asks for a group that cannot be compared with. */
  isRefused: boolean;
};

type Shown = { release: ReleaseHead; survey: Survey; report: ReportDefinition };
type Place = { institution: string; field: string; degree: string; compare: string };

type BesideDeps = Pick<Deps, 'db'> & { kept?: KeepsDivisions };

/** Loads what a report says besides the figures of its release's groups. `compare`: a group of the address, or ''. */
export async function loadBeside(deps: BesideDeps, shown: Shown, place: Place): Promise<Beside> {
  const { release, report } = shown;
  const { institution, field, degree, compare } = place;
  if (release.pooled !== undefined) {
    const isRefused = compare !== '' && compare !== 'field';
    return { before: null, parts: [], divided: [], compared: null, isRefused };
  }
  const items = report.headlines.map(({ item }) => item);
  const [divided, rows, compared] = await Promise.all([
    loadDivided(deps, { release: release.id, institution, field, items }, deps.kept?.divided(release.id)),
    asReportRole(deps.db, async (trx) => selectParts(trx, release.id, { institution, degree })),
    loadCompared(deps, shown, place),
  ]);
  return { parts: rows.map(toPopulation), divided, ...compared };
}

/** What a degree is compared with, and its own figures of the round before. */
async function loadCompared(
  deps: Pick<Deps, 'db'>,
  { release, survey, report }: Shown,
  { institution, degree, compare }: Place,
): Promise<Pick<Beside, 'before' | 'compared' | 'isRefused'>> {
  const key = `degree/${institution}/${degree}`;
  const lines = comparedLines({ survey, language: 'en' }, report);
  const round = await loadBefore(deps, { release, keys: [key], lines });
  const before = round?.cellsOf(key) ?? null;
  if (compare === '' || compare === 'field') return { before, compared: null, isRefused: false };
  const populations = (await loadPopulations(deps, release.id, CHOSEN_LEVELS)).filter(({ split }) => split === '');
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
  const items = [...new Set(lines.map(({ cell }) => cell))];
  const chosen = populations.filter((one) => one.key === main.key);
  const cells = (await loadGroups(deps, release.id, { populations: chosen, items })).get(main.key)?.cells ?? null;
  return { before, compared: { with: main.with, cells, isApart }, isRefused: false };
}
