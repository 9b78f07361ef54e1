import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { populationKey, type CatalogueLevel } from '../disclosure/catalogue.ts';
import { windowKey } from '../disclosure/window-catalogue.ts';
import type { Survey } from '../engine/survey.ts';
import type { ToldFigures } from './pooled-counter.ts';
import { TABLE_COLUMNS, type TableRow } from './release-rows.ts';
import { noteFigure, windowsSchema } from './told-figures.ts';

const manifestSchema = z.object({
  survey: z.string(),
  version: z.int(),
  period: z.string(),
  windows: windowsSchema,
  later: z.unknown().optional(),
});
export type ToldManifest = z.infer<typeof manifestSchema>;

/** What the manifest of a first edition's folder says. Throws where there is none. */
export async function readManifest(folder: string): Promise<ToldManifest> {
  const file = join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${folder} holds no release: name a folder with population.csv, responses.csv and release/`, {
      cause: error,
    });
  });
  const manifest = manifestSchema.parse(JSON.parse(text));
  if (manifest.later !== undefined) {
    throw new Error(`${file} is of an edition with late answers: put the first edition of that round there`);
  }
  return manifest;
}

/** What the tables of a release's folder show. Throws for a line that is none of tables.csv. */
export async function readToldFiles(folder: string, manifest: ToldManifest, asked: Survey): Promise<ToldFigures> {
  const text = await readFile(join(folder, 'tables.csv'), 'utf8');
  const told = { populations: new Set<string>(), respondents: new Map<string, number>() };
  const cells = { exact: new Map<string, Set<string>>(), bounded: new Map<string, Set<string>>() };
  const splits = new Set<string>();
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const row = rowOf(line);
    if (row.level === 'others') continue;
    if (row.split !== '') splits.add(row.split);
    const unit = populationKey(unitOf(row), row.split, row.split_value);
    const key = row.period === manifest.period ? unit : windowKey(unit, row.period);
    if (row.item === '') {
      told.populations.add(key);
      if (row.measure === 'respondents') told.respondents.set(key, Number(row.value));
      continue;
    }
    const isOptions = asked.questions.get(row.item)?.kind === 'multiple';
    const id = isOptions ? `${row.item}/${row.category}` : row.item;
    if (row.measure === 'n') noteFigure(cells.exact, id, key);
    if (row.measure === 'at_least') noteFigure(cells.bounded, id, key);
  }
  return { ...told, ...cells, windows: manifest.windows, splits: [...splits].toSorted() };
}

function rowOf(line: string): TableRow {
  const values = line.split(',');
  if (values.length !== TABLE_COLUMNS.length) throw new Error(`no line of tables.csv: ${line}`);
  return Object.fromEntries(TABLE_COLUMNS.map((column, place) => [column, values[place] ?? ''])) as TableRow; // one value a column
}

function unitOf({ level, institution, field, degree }: TableRow) {
  // Others are no population of the catalogue, and were left out before.
  return { level: level as CatalogueLevel, institution, field, degree };
}
