import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { ComparabilityMap } from '../comparability/comparability-schema.ts';
import { compareCells, type Comparison } from '../disclosure/compare-cells.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { Line } from './compared-lines.ts';
import { formatsOf, type Format } from './format-figures.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';
import type { TrendRound } from './trend-series.ts';

export type TrendFacts = {
  survey: Survey;
  report: ReportDefinition;
  language: Language;
  place: { institution: string; degree: string };
  /** In order of time; the last is the newest, and its version is the one that names items. */
  rounds: readonly TrendRound[];
  /** Several rounds together, where the releases have them. */
  pooled: readonly TrendRound[];
  maps: readonly ComparabilityMap[];
  /** The degree's cells of the round before the last, of questions that still ask the same. */
  before: ReadonlyMap<string, SafeCell> | null;
};

/** The facts with their words, and the changes since the round before as one family. */
export type MadeTrend = TrendFacts & {
  texts: ReportTexts;
  format: Format;
  tested: readonly (Comparison & { isClear: boolean })[];
};

/** Tests the changes of all lines and adds the words. */
export function makeTrend(facts: TrendFacts, lines: readonly Line[]): MadeTrend {
  const { language } = facts;
  return { ...facts, texts: textsOf(language), format: formatsOf(language), tested: changesOf(facts, lines) };
}

function changesOf({ rounds, before }: TrendFacts, lines: readonly Line[]): MadeTrend['tested'] {
  const own = rounds.at(-1)?.own;
  if (!own || !before) return [];
  const { respondents } = own.population;
  // Only the family of changes is asked for: nothing else is compared here.
  const found = compareCells({ respondents, own: own.cells, whole: before, isApart: true, before }, lines);
  return 'changes' in found ? found.changes.tested : [];
}
