import { isOfferedIn } from './asked-of.ts';
import type { Catalogue, Population } from './catalogue.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import type { CellStandings } from './question-facts.ts';
import type { QuestionPlan } from './question-plan.ts';
import { LEVELS, type SafeCell, type SafePopulation, type SafeTable } from './safe-table.ts';
import type { ProtectedWindows } from './protect-windows.ts';
import { whatRulesHide, type WhatRulesHide } from './what-rules-hide.ts';

/**
 * Over the whole nation: cells shown exactly, as a bound, and hidden (groups and gaps aside). A question
 * has cells where it may be shown at all.
 */
export type CellCount = { exact: number; at_least: number; hidden: number };

export type ProtectedRelease = {
  table: SafeTable;
  coverage: Coverage;
  cells: CellCount;
  /** The same by level; those of splits as 'field@gender'. */
  cellsByLevel: Readonly<Record<string, CellCount>>;
  /** Keys of the atoms of each population that is shown. In no file. */
  people: ReadonlyMap<string, readonly string[]>;
  /** For those who decide on publishing; in no file. */
  hides: WhatRulesHide;
};

export type JudgedCell = { plan: QuestionPlan; standing: CellStandings };

export type FinishFacts = {
  catalogue: Catalogue;
  respondents: readonly number[];
  open: ReadonlySet<number>;
  groups: readonly SafePopulation[];
  cells: ReadonlyMap<string, ReadonlyMap<string, SafeCell>>;
  judged: readonly JudgedCell[];
  windows?: ProtectedWindows;
};

/** Puts a release together: its table, and what is said of it as a whole. */
export function finishRelease(facts: FinishFacts): ProtectedRelease {
  const { catalogue, respondents, open, groups, judged } = facts;
  const windows = facts.windows ?? { populations: [], cells: new Map(), people: new Map() };
  const cells = new Map([...facts.cells, ...windows.cells]);
  const { populations } = catalogue;
  const shown = [...open].flatMap((index) => {
    const population = populations[index];
    return population ? [safePopulation(population, respondents[index] ?? 0)] : [];
  });
  const keyOf = (index: number): string => populations[index]?.key ?? '';
  const safe = { populations: inOrder([...shown, ...groups, ...windows.populations]), cells };
  return {
    // The brand says that these figures have passed the rules; protectRelease alone comes here.
    table: safe as unknown as SafeTable,
    coverage: coverageOf({
      degrees: populations.flatMap(({ key, level, split }, index) =>
        level === 'degree' && split === '' ? [{ key, respondents: respondents[index] ?? 0 }] : [],
      ),
      shown: new Set(shown.map(({ key }) => key)),
      // What some graduates alone are asked tells nothing of how much of the common questions can be read.
      cells: judged
        .filter(({ plan }) => !plan.askedOf)
        .map(({ plan, standing }) => ({ kind: plan.kind, exact: new Set([...standing.exact].map(keyOf)) })),
    }),
    ...cellCounts(catalogue, judged),
    people: new Map([
      ...[...open].flatMap((index) => {
        const { key, atoms = [] } = populations[index] ?? {};
        return key === undefined ? [] : [[key, atoms.map((atom) => catalogue.atoms[atom]?.key ?? '')] as const];
      }),
      ...windows.people,
    ]),
    hides: whatRulesHide(catalogue, respondents, open),
  };
}

function cellCounts(
  catalogue: Catalogue,
  judged: readonly JudgedCell[],
): Pick<ProtectedRelease, 'cells' | 'cellsByLevel'> {
  const byLevel: Record<string, CellCount> = {};
  const cells: CellCount = { exact: 0, at_least: 0, hidden: 0 };
  for (const [index, population] of catalogue.populations.entries()) {
    const { level, split } = population;
    const own = (byLevel[split === '' ? level : `${level}@${split}`] ??= { exact: 0, at_least: 0, hidden: 0 });
    for (const { plan, standing } of judged) {
      if (!isOfferedIn(catalogue, population, plan.askedOf)) continue;
      const status = standing.exact.has(index) ? 'exact' : standing.bounded.has(index) ? 'at_least' : 'hidden';
      own[status] += 1;
      cells[status] += 1;
    }
  }
  return { cells, cellsByLevel: byLevel };
}

function safePopulation(population: Population, respondents: number): SafePopulation {
  const { key, level, institution, field, degree, split, splitValue, target } = population;
  return { key, level, institution, field, degree, split, split_value: splitValue, members: [], target, respondents };
}

function inOrder(populations: readonly SafePopulation[]): SafePopulation[] {
  const rank = ({ level, split, pooled }: SafePopulation): number =>
    LEVELS.indexOf(level) + (split === '' ? 0 : LEVELS.length) + (pooled === undefined ? 0 : 2 * LEVELS.length);
  return populations.toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}
