import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { pooledAddress } from './pooled-address.ts';
import { selectPooledDegrees, selectPooledPopulations } from './pooled-store.ts';
import { loadGroups, toPopulation } from './release-groups.ts';
import type { ReleaseHead } from './store.ts';
import type { TrendRound } from './trend-series.ts';

/** Where the report of a round is read: of a degree that is hidden in it, that of several rounds together. */
export function addressOf({ own, release }: TrendRound): string {
  return own ? release.id : pooledAddress(release.id);
}

/** Degrees that a release shows in several rounds together and not in its own round. */
export async function loadPooledDegrees(deps: Pick<Deps, 'db'>, release: string): Promise<SafePopulation[]> {
  const rows = await asReportRole(deps.db, async (trx) => selectPooledDegrees(trx, release));
  return rows.map(({ pooled, ...row }) => ({ ...toPopulation(row), ...(pooled === null ? {} : { pooled }) }));
}

/** The degree in several rounds together, as each release shows it. */
export async function loadPooled(
  deps: Pick<Deps, 'db' | 'surveys'>,
  {
    heads,
    place,
    itemsOf,
  }: {
    heads: readonly ReleaseHead[];
    place: { institution: string; degree: string };
    itemsOf: (version: Survey) => readonly string[];
  },
): Promise<TrendRound[]> {
  const pooled: TrendRound[] = [];
  for (const release of heads) {
    const rows = await asReportRole(deps.db, async (trx) => selectPooledPopulations(trx, release.id, place));
    const version = deps.surveys.find(release.survey, release.version);
    const period = rows[0]?.pooled ?? null;
    if (period === null || !version) continue;
    const populations = rows.map(({ pooled: _years, ...row }) => toPopulation(row));
    const groups = await loadGroups(deps, release.id, { populations, items: itemsOf(version) });
    const of = (level: string) => groups.get(populations.find((one) => one.level === level)?.key ?? '') ?? null;
    pooled.push({ release: { ...release, period, pooled: period }, own: of('degree'), field: of('field') });
  }
  return pooled;
}
