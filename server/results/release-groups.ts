import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import { LEVELS, type Level, type SafeCell, type SafePopulation } from '../disclosure/safe-table.ts';
import type { ShownGroup } from './figure.ts';
import { selectCells, selectPopulations, type CellRow, type PopulationRow } from './store.ts';

/** The populations of some levels of a release, with their divisions by background. */
export async function loadPopulations(
  deps: Pick<Deps, 'db'>,
  release: string,
  levels: readonly Level[],
): Promise<SafePopulation[]> {
  const rows = await asReportRole(deps.db, async (trx) => selectPopulations(trx, release, levels));
  return rows.map(toPopulation);
}

/**
 * Populations of a release with their cells of some items, by key: the one way from stored rows to the
 * figures of comparisons and trends. A cell that is hidden is absent, whatever the reason.
 */
export async function loadGroups(
  deps: Pick<Deps, 'db'>,
  release: string,
  { populations, items }: { populations: readonly SafePopulation[]; items: readonly string[] },
): Promise<ReadonlyMap<string, ShownGroup>> {
  const keys = populations.map(({ key }) => key);
  const rows = await asReportRole(deps.db, async (trx) => selectCells(trx, release, { keys, items }));
  return toGroups(populations, rows);
}

/** Populations and rows of cells as what is shown of each population. */
function toGroups(populations: readonly SafePopulation[], rows: readonly CellRow[]): ReadonlyMap<string, ShownGroup> {
  const cells = new Map<string, Map<string, SafeCell>>(populations.map(({ key }) => [key, new Map()]));
  for (const row of rows) {
    const cell = safeCellSchema.parse(row.cell);
    cells.get(row.population_key)?.set(cell.id, cell);
  }
  return new Map(
    populations.map((population) => [
      population.key,
      { population, cells: cells.get(population.key) ?? new Map<string, SafeCell>() },
    ]),
  );
}

/** A row as what may be shown of a population. Throws for a level that no release has. */
export function toPopulation({ level, ...row }: PopulationRow): SafePopulation {
  const known = LEVELS.find((one) => one === level);
  if (!known) throw new Error(`a population of level "${level}"`);
  return { ...row, level: known, members: [] };
}
