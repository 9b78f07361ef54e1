import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { continuedCells, mapsOf, roundsOf } from './round-before.ts';
import { selectCells, selectReleases, type ReleaseHead } from './store.ts';

/** What was published of those who graduated before somebody. A hidden cell is absent, whatever the reason. */
export type EarlierCells = { period: string; cellOf: (key: string, item: string) => SafeCell | undefined };

type Asked = {
  survey: Survey;
  /** Their own round, whose release is no earlier one. */
  round: { id: string; invented: boolean };
  /** Year of graduation; null: not known, so that the newest release is taken. */
  year: number | null;
  keys: readonly string[];
  items: readonly string[];
};

/**
 * Cells of some populations in the newest release of graduates before a year, under today's codes and of
 * questions that still ask the same alone; null where no such release is published. Figures of invented
 * people stand beside invented people only.
 */
export async function loadEarlierCells(deps: Pick<Deps, 'db'>, asked: Asked): Promise<EarlierCells | null> {
  return asReportRole(deps.db, async (trx) => {
    const { survey, version } = asked.survey.definition;
    const others = (await selectReleases(trx)).filter(
      ({ round_id, invented }) => round_id !== asked.round.id && invented === asked.round.invented,
    );
    const release = roundsOf(others, survey).findLast((one) => isBefore(one, asked.year));
    if (!release) return null;
    const lines = asked.items.map((code) => ({ code, cell: code }));
    const today = continuedCells(lines, mapsOf(survey), { before: release.version, now: version });
    const rows = await selectCells(trx, release.id, { keys: asked.keys, items: [...today.keys()] });
    const cells = new Map<string, SafeCell>();
    for (const { population_key, cell } of rows) {
      const safe = safeCellSchema.parse(cell);
      cells.set(`${population_key} ${today.get(safe.id) ?? ''}`, safe);
    }
    return { period: release.period, cellOf: (key, item) => cells.get(`${key} ${item}`) };
  });
}

function isBefore({ period }: ReleaseHead, year: number | null): boolean {
  return year === null || Math.max(...period.split('-').map(Number)) < year;
}
