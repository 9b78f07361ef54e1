import {
  FEW_BELOW,
  type SafeCell,
  type SafeFigure,
  type SafePopulation,
  type SafeTable,
} from '../disclosure/safe-table.ts';
import { CANNOT_SAY } from '../engine/answer.ts';
import { releaseName, type ReleaseMeta } from './release-meta.ts';

/** Columns of tables.csv, in order (docs/release-format.md). */
export const TABLE_COLUMNS = [
  'release',
  'period',
  'level',
  'institution',
  'field',
  'degree',
  'split',
  'split_value',
  'item',
  'measure',
  'category',
  'value',
  'ci_low',
  'ci_high',
  'base',
  'flag',
] as const;

export type TableRow = Record<(typeof TABLE_COLUMNS)[number], string>;

/** All that is said of one population: a row a figure, in no order. What is hidden has no row. */
export function* populationRows(
  meta: Pick<ReleaseMeta, 'survey' | 'period'>,
  table: SafeTable,
  population: SafePopulation,
): Generator<TableRow> {
  const start = rowStart(meta, population);
  yield* sizeRows(start, population);
  for (const cell of table.cells.get(population.key)?.values() ?? []) yield* cellRows(start, cell);
}

function rowStart(meta: Pick<ReleaseMeta, 'survey' | 'period'>, population: SafePopulation): TableRow {
  const empty = Object.fromEntries(TABLE_COLUMNS.map((column) => [column, ''])) as TableRow; // every column has its key
  const { level, institution, field, degree, split, split_value } = population;
  const members = population.members.join('|');
  const place = {
    level,
    institution,
    field,
    degree: members || degree,
    split,
    split_value,
  };
  return { ...empty, release: releaseName(meta), period: population.pooled ?? meta.period, ...place };
}

function* sizeRows(start: TableRow, { target, respondents, as_of: asOf }: SafePopulation): Generator<TableRow> {
  const base = { base: String(respondents), flag: flags(fewFlag(respondents), asOf) };
  yield { ...start, ...base, measure: 'target', value: String(target) };
  yield { ...start, ...base, measure: 'respondents', value: String(respondents) };
  if (target > 0) yield { ...start, ...base, measure: 'response_rate', value: decimals(respondents / target) };
}

function* cellRows(start: TableRow, cell: SafeCell): Generator<TableRow> {
  if (cell.status === 'at_least') {
    const { item, category, bound, as_of: asOf } = cell;
    yield { ...start, item, measure: 'at_least', category, value: decimals(bound), flag: flags('at_least', asOf) };
    return;
  }
  const common = { ...start, item: cell.item, base: String(cell.n), flag: flags(fewFlag(cell.n), cell.as_of) };
  // An option of several choices is a cell of its own: its n stands beside its name.
  const option = cell.id === cell.item ? '' : cell.id.slice(cell.item.length + 1);
  yield { ...common, measure: 'n', category: option, value: String(cell.n) };
  for (const { code, count, figure } of cell.categories) {
    yield { ...common, measure: 'count', category: code, value: String(count) };
    yield { ...common, measure: 'share', category: code, ...figureColumns(figure) };
  }
  if (cell.cannotSay !== null) {
    yield { ...common, measure: 'count', category: CANNOT_SAY, value: String(cell.cannotSay) };
  }
  for (const [measure, figure] of Object.entries(cell.measures)) yield { ...common, measure, ...figureColumns(figure) };
}

function figureColumns({ value, low, high }: SafeFigure): Pick<TableRow, 'value' | 'ci_low' | 'ci_high'> {
  return {
    value: decimals(value),
    ci_low: low === null ? '' : decimals(low),
    ci_high: high === null ? '' : decimals(high),
  };
}

/** Six decimals; no minus sign before a zero. */
function decimals(value: number): string {
  const text = value.toFixed(6);
  return Number(text) === 0 ? '0.000000' : text;
}

function fewFlag(n: number): string {
  return n < FEW_BELOW ? 'few' : '';
}

/** A flag, and beside it the edition that a figure stands from. Example: 'few|as_of_1'. */
function flags(flag: string, asOf: number | null | undefined): string {
  return typeof asOf !== 'number' ? flag : [...(flag === '' ? [] : [flag]), `as_of_${asOf}`].join('|');
}
