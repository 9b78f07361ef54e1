import type { SafeCell, SafeFigure, SafePopulation } from '../disclosure/safe-table.ts';
import type { Language, Text } from '../engine/text.ts';
import type { Survey } from '../engine/survey.ts';
import type { StepColour } from './chart-colours.ts';
import type { Format } from './format-figures.ts';
import type { RowChart } from './row-chart.ts';
import type { ReportTexts } from './texts/index.ts';

/** Whose answers: this degree's, those of its field, the nation's. The degree is part of the others. */
export const GROUPS = ['own', 'field', 'nation'] as const;
export type CommonGroup = (typeof GROUPS)[number];
/** The institution stands beside the degree in questions of its own. */
export type Group = CommonGroup | 'institution';

/** A group that may be shown, with what may be said of it. */
export type ShownGroup = { population: SafePopulation; cells: ReadonlyMap<string, SafeCell> };
/** A group with its name, beside the others in the tables. */
export type NamedGroup = { name: string; shown: ShownGroup };
/** A unit divided by a background variable: 'Field: gender', 'Gender', and its groups in the definition's order. */
export type DividedUnit = { title: string; variable: string; groups: readonly NamedGroup[] };
/** null = the group is not shown at all. */
export type ShownGroups = Readonly<Record<CommonGroup, ShownGroup | null>> & {
  /** With the cells of own questions only; absent where none were asked. */
  readonly institution?: ShownGroup | null;
  /** What the degree is compared with where that is not its field. */
  readonly compared?: ComparedGroup;
  /** The degree's own cells of the round before, under today's codes, of questions that still ask the same. */
  readonly before?: ReadonlyMap<string, SafeCell> | null;
};
/** The groups that a degree can be compared with as a whole. */
export const COMPARED = ['field', 'nation', 'institution', 'degree_national', 'institution_field', 'before'] as const;
/** `at`: this degree at another institution. */
export type ComparedWith = (typeof COMPARED)[number] | 'at';
export type ComparedGroup = {
  with: ComparedWith;
  /** null where nothing of it is shown. */
  cells: ReadonlyMap<string, SafeCell> | null;
  /** Whether the degree's own answers are not among its answers. */
  isApart: boolean;
};

/** What every figure is made from. */
export type FigureContext = {
  survey: Survey;
  language: Language;
  texts: ReportTexts;
  format: Format;
  groups: ShownGroups;
  /** Whose figures stand side by side, this degree's first. */
  columns: readonly Group[];
  /** Words for the upper half of a scale, by the scale's code. */
  upperHalf: Readonly<Record<string, Text>>;
};

export type Drawing = { chart: RowChart; height: number };

/** One row of a chart. Name, value and facts say in words all that the drawing shows. */
export type FigureRow = {
  /** An anchor of the page. */
  id: string;
  name: string;
  /** The figure that stands out, or the sign of what is hidden. */
  value: string;
  facts: readonly string[];
  /** The figures of the other groups, said beside the value. */
  beside: readonly string[];
  /** null where nothing may be drawn. */
  drawing: Drawing | null;
};

/** What the number of a cell counts in; null for words. */
export type Unit = 'count' | 'share' | 'mean' | 'difference' | 'points' | 'amount' | 'year';

/** A cell of a table: as it is read on the page, and its figure for files that hold numbers; null for what is not shown. */
export type TableCell = { text: string; figure: SafeFigure | null; unit: Unit | null };

/**
 * A table: the report where there is no picture. Where bodies have heads, these are a first column of
 * their own, each beside all rows of its body.
 */
export type FigureTable = {
  caption: string;
  /** Heads of the columns, the row heads' own first. */
  columns: readonly string[];
  bodies: readonly { head: string | null; rows: readonly TableRow[] }[];
};

export type TableRow = { head: string; cells: readonly TableCell[] };

export type LegendSign =
  | 'dot'
  | 'diamond'
  | 'triangle'
  | 'ring'
  | 'bar'
  | 'band'
  | 'interval'
  | 'whisker'
  | 'dashed'
  | 'solid'
  | 'break'
  | StepColour;

export type Figure = {
  code: string;
  title: string;
  /** The question as it was asked; null where the rows are the questions. */
  question: string | null;
  /** What, of whom, in what order. */
  notes: readonly string[];
  legend: readonly { sign: LegendSign; label: string }[];
  /** Ends and steps of the scale, from left to right. */
  axis: readonly string[];
  rows: readonly FigureRow[];
  table: FigureTable;
};

export type Section = {
  code: string;
  title: string;
  /** What must be known of all its figures. */
  note?: string;
  figures: readonly Figure[];
};

/** A figure that is a table alone, with nothing drawn. */
export function tableFigure({ code, title, table }: Pick<Figure, 'code' | 'title' | 'table'>): Figure {
  return { code, title, question: null, notes: [], legend: [], axis: [], rows: [], table };
}
