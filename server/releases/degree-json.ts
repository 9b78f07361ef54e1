import type { SafePopulation, SafeTable } from '../disclosure/safe-table.ts';
import { releaseName, type ReleaseMeta } from './release-meta.ts';

/**
 * One document a published degree, as [file name, text]: its own figures and the same items of its
 * field and the nation (docs/release-format.md). A hidden degree has none, and a hidden field or
 * nation is null.
 */
export function* degreeFiles(
  meta: Pick<ReleaseMeta, 'survey' | 'period'>,
  table: SafeTable,
): Generator<[name: string, text: string]> {
  const { survey, version } = meta.survey.definition;
  const head = JSON.stringify({ release: releaseName(meta), survey, version, period: meta.period }).slice(0, -1);
  const byKey = new Map(table.populations.map((population) => [population.key, population]));
  const written = new Map<string, string>();
  // The nation's part stands in every document; each part is put into text once.
  const part = (key: string): string => {
    const text = written.get(key) ?? partText(table, byKey.get(key));
    if (!key.startsWith('degree/')) written.set(key, text);
    return text;
  };
  for (const { key, level, institution, field, degree } of table.populations) {
    if (level !== 'degree') continue;
    const parts = `"own":${part(key)},"field":${part(`field/${field}`)},"nation":${part('nation')}`;
    yield [`degrees/${institution}-${degree}.json`, `${head},${parts}}\n`];
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
