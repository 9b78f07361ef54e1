import type { ItemCounts } from '../statistics/item-counts.ts';
import type { Catalogue } from './catalogue.ts';
import type { Cell } from './cells.ts';
import type { Settled } from './layer.ts';
import type { DefinableGroup } from './definable-groups.ts';
import type { Vector } from './elimination.ts';
import type { QuestionPlan } from './question-plan.ts';
import type { Gate } from './solve-layer.ts';
import type { Switches } from './switches.ts';

/** The counts of one question, or of respondents, in every population of the catalogue. */
export type QuestionFacts = {
  plan: QuestionPlan;
  catalogue: Catalogue;
  groups: readonly DefinableGroup[];
  switches: Switches;
  /** Populations that the release speaks of at all. */
  open: ReadonlySet<number>;
  /** Respondents who were asked, by atom and by population. */
  people: Int32Array;
  respondents: readonly number[];
  /** Counts by atom and by population. */
  atoms: readonly ItemCounts[];
  counts: readonly ItemCounts[];
  /** Whether a cell of an earlier question is shown exactly in a population. */
  isExact: (cell: string, population: number) => boolean;
  /** What earlier releases have published of the question. */
  sunk: (of: 'answers' | Cell) => readonly Vector[];
  /** How totals stand, where only splits are asked about: they are shown exactly or not at all. */
  settled?: (of: 'answers' | Cell, population: number) => Settled | null;
  /** The gate beside what is settled, by true counts of atoms and the threshold; without it, that of splits. */
  gate?: (vectors: readonly (readonly number[])[], least: number) => Gate;
};

/** Where one cell may be shown, by population. What stands in none of these is hidden. */
export type CellStandings = {
  cell: Cell;
  /** Populations in which it is shown exactly. */
  exact: Set<number>;
  /** Populations in which only a bound is shown. */
  bounded: Set<number>;
  /** Shown population → the parts of it that are shown together only. */
  combined: Map<number, readonly number[]>;
  /** Populations in which "cannot say" may be shown. */
  cannotSay: Set<number>;
  /** Shown populations of whose combined parts "cannot say" may be shown. */
  cannotSayCombined: Set<number>;
};

/** A cell that is shown nowhere (yet). */
export function noStandings(cell: Cell): CellStandings {
  return {
    cell,
    exact: new Set(),
    bounded: new Set(),
    combined: new Map(),
    cannotSay: new Set(),
    cannotSayCombined: new Set(),
  };
}
