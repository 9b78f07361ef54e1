import { asReportRole } from '../db/with-role.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import {
  loadCompared,
  type Compared,
  type ComparedDeps,
  type ComparedIn,
  type ComparedPlace,
} from './compared-group.ts';
import { loadDivided } from './divided-groups.ts';
import type { ShownGroup } from './figure.ts';
import { toPopulation } from './release-groups.ts';
import { selectParts } from './store.ts';

/** What stands beside a degree's own figures on its report. */
export type Beside = Compared & {
  /** Its respondents and graduates by background. */
  parts: readonly SafePopulation[];
  /** Main figures of its institution, its field and the nation by background. */
  divided: readonly ShownGroup[];
};

/** Loads what a report says besides the figures of its release's groups. `compare`: a group of the address, or ''. */
export async function loadBeside(
  deps: ComparedDeps,
  shown: ComparedIn,
  place: ComparedPlace & { field: string },
): Promise<Beside> {
  const { release, report } = shown;
  const { institution, field, degree } = place;
  if (release.pooled !== undefined) return { ...(await loadCompared(deps, shown, place)), parts: [], divided: [] };
  const items = report.headlines.map(({ item }) => item);
  const [divided, rows, compared] = await Promise.all([
    loadDivided(deps, { release: release.id, institution, field, items }, deps.kept?.divided(release.id)),
    asReportRole(deps.db, async (trx) => selectParts(trx, release.id, { institution, degree })),
    loadCompared(deps, shown, place),
  ]);
  return { parts: rows.map(toPopulation), divided, ...compared };
}
