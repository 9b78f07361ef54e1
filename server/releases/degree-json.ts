import type { SafeCell, SafePopulation, SafeTable } from '../disclosure/safe-table.ts';
import { releaseName, type ReleaseMeta } from './release-meta.ts';

type Shown = { population: SafePopulation; cells: readonly SafeCell[] };

/** What one degree's report is made of: its own figures and those of its field and the nation. */
export type DegreeDocument = {
  release: string;
  survey: string;
  version: number;
  period: string;
  own: Shown;
  field: Shown | null;
  nation: Shown | null;
};

/** One document a published degree, by file name 'degrees/<institution>-<degree>.json'. A hidden degree has none. */
export function degreeDocuments(
  meta: Pick<ReleaseMeta, 'survey' | 'period'>,
  table: SafeTable,
): Map<string, DegreeDocument> {
  const byKey = new Map(table.populations.map((population) => [population.key, population]));
  const shown = (key: string): Shown | null => {
    const population = byKey.get(key);
    return population ? { population, cells: [...(table.cells.get(key)?.values() ?? [])] } : null;
  };
  const { survey, version } = meta.survey.definition;
  const start = { release: releaseName(meta), survey, version, period: meta.period };
  const documents = new Map<string, DegreeDocument>();
  for (const population of table.populations) {
    const own = population.level === 'degree' ? shown(population.key) : null;
    if (!own) continue;
    const parents = { field: shown(`field/${population.field}`), nation: shown('nation') };
    documents.set(`degrees/${population.institution}-${population.degree}.json`, { ...start, own, ...parents });
  }
  return documents;
}
