import type { SafeCell, SafeFigure, SafePopulation } from '../../server/disclosure/safe-table.ts';
import type { Language } from '../../server/engine/text.ts';
import type { FigureContext, Group, ShownGroup, TableRow } from '../../server/results/figure.ts';
import { formatsOf } from '../../server/results/format-figures.ts';
import { textsOf } from '../../server/results/texts/index.ts';
import { wilson } from '../../server/statistics/wilson.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { loadReports } from '../../reports/index.ts';

const surveys = loadSurveys();
export const TARGET = 100;

/** Version 2 of the career survey and its report. */
export function careerSurvey() {
  const survey = surveys.find('amk-career', 2);
  const report = loadReports(surveys).find('amk-career');
  if (!survey || !report) throw new Error('no career survey');
  return { survey, report };
}

/** What figures are made from, with these cells of each group; a group without cells is not shown. */
export function figureContext(
  cells: Partial<Record<Group, readonly SafeCell[]>>,
  language: Language = 'en',
): FigureContext {
  const { survey, report } = careerSurvey();
  const shown = (group: Group): ShownGroup | null => {
    const own = cells[group];
    return own ? { population: populationOf(group), cells: new Map(own.map((cell) => [cell.id, cell])) } : null;
  };
  return {
    survey,
    language,
    texts: textsOf(language),
    format: formatsOf(language),
    groups: { own: shown('own'), field: shown('field'), nation: shown('nation') },
    upperHalf: report.upperHalf,
  };
}

export function populationOf(group: Group): SafePopulation {
  const level = ({ own: 'degree', field: 'field', nation: 'nation' } as const)[group];
  const codes = { institution: 'X0101', degree: '621101', field: '2' };
  return { key: group, level, ...codes, split: '', split_value: '', members: [], target: TARGET, respondents: 40 };
}

/** A cell that is shown exactly: counts by category, means and the like as given. */
export function exact(
  id: string,
  counts: Readonly<Record<string, number>>,
  measures: Extract<SafeCell, { status: 'exact' }>['measures'] = {},
  cannotSay: number | null = null,
): SafeCell {
  const n = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const categories = Object.entries(counts).map(([code, count]) => ({
    code,
    count,
    figure: wilson(count, n, TARGET) ?? figure(0),
  }));
  return { status: 'exact', id, item: id.split('/')[0] ?? id, n, categories, cannotSay, measures };
}

/** A pair with a gap: three cells. */
export function pairCells(item: string, importance: number, development: number, n = 30): SafeCell[] {
  const part = (name: string, mean: number) =>
    exact(`${item}.${name}`, { '1': 0, '6': n }, { mean: figure(mean, 0.2) });
  return [
    part('importance', importance),
    part('development', development),
    { ...exact(item, {}, { gap: figure(importance - development, 0.1) }), n } as SafeCell, // a gap has no counts, but an n
  ];
}

/** A top-coded cell. */
export function bounded(id: string, category: string, bound: number): SafeCell {
  return { status: 'at_least', id, item: id.split('/')[0] ?? id, category, bound };
}

export function figure(value: number, half: number | null = null): SafeFigure {
  return { value, low: half === null ? null : value - half, high: half === null ? null : value + half };
}

/** The cells of a table's row as they are read. */
export function textsIn(row: TableRow | undefined): string[] | undefined {
  return row?.cells.map(({ text }) => text);
}
