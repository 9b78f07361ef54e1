import type { ReportDefinition } from '../../reports/report-definition.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { comparedLines } from './compared-lines.ts';
import { chooseGroups, choicesOf } from './decide-comparison.ts';
import type { ComparedGroup } from './figure.ts';
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
  /** What the address asks to compare with, where that is not the field. */
  compared: ComparedGroup | null;
  /** Whether the address asks for a group that cannot be compared with. */
  isRefused: boolean;
};

/** Loads what a report says besides the figures of its release's groups. `compare`: a group of the address, or ''. */
export async function loadBeside(
  deps: Pick<Deps, 'db'>,
  { release, survey, report }: { release: ReleaseHead; survey: Survey; report: ReportDefinition },
  { institution, degree, compare }: { institution: string; degree: string; compare: string },
): Promise<Beside> {
  if (release.pooled !== undefined) {
    return { before: null, parts: [], compared: null, isRefused: compare !== '' && compare !== 'field' };
  }
  const key = `degree/${institution}/${degree}`;
  const lines = comparedLines({ survey, language: 'en' }, report);
  const round = await loadBefore(deps, { release, keys: [key], lines });
  const before = round?.cellsOf(key) ?? null;
  const rows = await asReportRole(deps.db, async (trx) => selectParts(trx, release.id, { institution, degree }));
  const parts = rows.map(toPopulation);
  if (compare === '' || compare === 'field') return { before, parts, compared: null, isRefused: false };
  const populations = (await loadPopulations(deps, release.id, CHOSEN_LEVELS)).filter(({ split }) => split === '');
  const own = populations.find((one) => one.key === key);
  if (!own) return { before, parts, compared: null, isRefused: true };
  const size = round && (await sizeBefore(deps, round, own));
  const { main, refused } = chooseGroups(choicesOf({ own, populations, before: size?.respondents ?? null }), {
    compare,
    beside: [],
  });
  if (!main || refused.length > 0) return { before, parts, compared: null, isRefused: refused.length > 0 };
  const isApart = main.with === 'before' || main.with === 'at';
  if (main.with === 'before')
    return { before, parts, compared: { with: 'before', cells: before, isApart }, isRefused: false };
  const items = [...new Set(lines.map(({ cell }) => cell))];
  const chosen = populations.filter((one) => one.key === main.key);
  const cells = (await loadGroups(deps, release.id, { populations: chosen, items })).get(main.key)?.cells ?? null;
  return { before, parts, compared: { with: main.with, cells, isApart }, isRefused: false };
}
