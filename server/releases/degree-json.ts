import type { SafePopulation, SafeTable } from '../disclosure/safe-table.ts';
import { windowKey } from '../disclosure/window-catalogue.ts';
import { releaseName, type ReleaseMeta } from './release-meta.ts';

/**
 * One document a published degree, as [file name, text]: its own figures and the same items of its
 * field and the nation (docs/release-format.md); of several rounds together likewise. A hidden degree has none, and a hidden field or
 * nation is null.
 */
export function* degreeFiles(
  meta: Pick<ReleaseMeta, 'survey' | 'period'>,
  table: SafeTable,
): Generator<[name: string, text: string]> {
  const { survey, version } = meta.survey.definition;
  const headOf = (period: string): string =>
    JSON.stringify({ release: releaseName(meta), survey, version, period }).slice(0, -1);
  const byKey = new Map(table.populations.map((population) => [population.key, population]));
  const written = new Map<string, string>();
  // The nation's part stands in every document; each part is put into text once.
  const part = (key: string): string => {
    const text = written.get(key) ?? partText(table, byKey.get(key));
    if (!key.startsWith('degree/')) written.set(key, text);
    return text;
  };
  for (const { key, level, institution, field, degree, pooled } of table.populations) {
    if (level !== 'degree') continue;
    const beside = (unit: string): string => part(pooled === undefined ? unit : windowKey(unit, pooled));
    const parts = `"own":${part(key)},"field":${beside(`field/${field}`)},"nation":${beside('nation')}`;
    const folder = pooled === undefined ? 'degrees' : `windows/${pooled}`;
    yield [`${folder}/${institution}-${degree}.json`, `${headOf(pooled ?? meta.period)},${parts}}\n`];
  }
}

function partText(table: SafeTable, population: SafePopulation | undefined): string {
  if (!population) return 'null';
  const cells = [...(table.cells.get(population.key)?.values() ?? [])];
  return JSON.stringify({ population, cells }, sixDecimals);
}

/** As in tables.csv. */
function sixDecimals(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(6)) : value;
}
