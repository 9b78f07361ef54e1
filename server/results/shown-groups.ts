import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Group, ShownGroup, ShownGroups } from './figure.ts';
import type { GroupRow } from './store.ts';

const GROUP_OF_LEVEL: ReadonlyMap<string, Group> = new Map([
  ['degree', 'own'],
  ['field', 'field'],
  ['nation', 'nation'],
  ['institution', 'institution'],
]);

/**
 * The rows of a degree, its institution, its field and the nation as what may be shown of each. Throws for
 * a row of another kind. `kept`: fields and the nation whose cells were read before, by key.
 */
export function toShownGroups(
  rows: readonly GroupRow[],
  kept: ReadonlyMap<string, ShownGroup> = new Map(),
): ShownGroups {
  const groups: Record<Group, ShownGroup | null> = { own: null, field: null, nation: null, institution: null };
  const cells = new Map<Group, Map<string, SafeCell>>();
  for (const row of rows) {
    const group = GROUP_OF_LEVEL.get(row.level);
    if (!group) throw new Error(`a population of level "${row.level}" in a report`);
    const before = kept.get(row.key);
    if (before) groups[group] = before;
    if (before) continue;
    const known = cells.get(group) ?? new Map<string, SafeCell>();
    cells.set(group, known);
    groups[group] ??= { population: toPopulation(row, group), cells: known };
    if (row.cell === null) continue;
    const cell = safeCellSchema.parse(row.cell);
    known.set(cell.id, cell);
  }
  return groups;
}

const LEVEL_OF_GROUP = { own: 'degree', field: 'field', nation: 'nation', institution: 'institution' } as const;

function toPopulation({ cell: _cell, level: _level, ...row }: GroupRow, group: Group): SafePopulation {
  return { ...row, level: LEVEL_OF_GROUP[group], split: '', split_value: '', members: [] };
}
