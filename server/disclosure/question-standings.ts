import type { ItemCounts } from '../statistics/item-counts.ts';
import type { Cell } from './cells.ts';
import type { ProtectedPopulations } from './protect-populations.ts';
import type { QuestionPlan } from './question-plan.ts';
import type { ReleaseUnit } from './release-tree.ts';

/** Where one cell may be shown. What stands in none of these is hidden. */
export type CellStandings = {
  cell: Cell;
  /** Populations in which it is shown exactly. */
  exact: Set<string>;
  /** Populations in which only a bound is shown. */
  bounded: Set<string>;
  /** Shown parent → its children that are shown together only, where they have answers. */
  combined: Map<string, readonly ReleaseUnit[]>;
  /** Populations in which "cannot say" may be shown. */
  cannotSay: Set<string>;
  /** Shown parents of whose combined children "cannot say" may be shown. */
  cannotSayCombined: Set<string>;
};

export type QuestionFacts = {
  plan: QuestionPlan;
  populations: ProtectedPopulations;
  counts: (key: string) => ItemCounts;
  respondents: (key: string) => number;
  /** Whether a cell of an earlier question is shown exactly in a population. */
  isExact: (cell: string, key: string) => boolean;
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
