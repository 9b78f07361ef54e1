import type { Highs, ModelData } from 'highs';
import type { World } from './atoms.ts';
import type { Fact } from './bounds.ts';
import type { Cell } from './cells.ts';
import { factsOf, row, type Knowledge } from './knowledge.ts';
import { ones, tellsAnswers } from './linear.ts';
import type { ReleaseRules } from './release-rules.ts';
import { Span } from './span.ts';

export type Place = { atom: number; place: number };

/** Linear programs over one cell. `solved` counts them. */
export type Programs = {
  /** Of the candidates those whose count cannot be smaller than the number of their people (the insider aside). */
  certain: (cell: Cell, knowledge: Knowledge, candidates: readonly Place[], insider: Place | null) => Place[];
  /** Insiders that are tried by linear programs, for each cell. */
  insiders: number;
  solved: () => number;
};

type Options = { rules: ReleaseRules; largest: number; insiders: number };
type Model = { unknowns: number[]; facts: Fact[] };

const NEARLY = 1e-6;
/** An unsolved program within so many seconds counts as "not pinned". */
const SECONDS = 20;
const LARGEST_WHOLE = 400;

export function makePrograms(highs: Highs, world: World, { rules, largest, insiders }: Options): Programs {
  let solved = 0;
  const models = new WeakMap<Knowledge, Model[]>();
  const modelsOf = (cell: Cell, knowledge: Knowledge): Model[] => {
    const known = models.get(knowledge) ?? cutModels(world, neededFacts(cell, knowledge, rules), knowledge, largest);
    models.set(knowledge, known);
    return known;
  };
  const solve = (model: Model, knowledge: Knowledge, wanted: ReadonlySet<number>, own: number, whole: boolean) => {
    solved += 1;
    return minimum(highs, model, knowledge, { wanted, own, whole });
  };
  return {
    insiders,
    solved: () => solved,
    certain: (cell, knowledge, candidates, insider) => {
      if (candidates.length === 0) return [];
      const { width, sizes } = knowledge;
      const own = insider ? insider.atom * width + insider.place : -1;
      // An insider's own answer is no news.
      const least = (unknown: number) => {
        const atom = Math.floor(unknown / width);
        return (sizes[atom] ?? 0) - (insider?.atom === atom && unknown !== own ? 1 : 0);
      };
      return modelsOf(cell, knowledge).flatMap((model) => {
        const inside = new Set(model.unknowns);
        if (own >= 0 && !inside.has(own)) return [];
        let open = candidates.map(({ atom, place }) => atom * width + place).filter((one) => inside.has(one));
        let whole = false;
        while (open.length > 0) {
          const values = solve(model, knowledge, new Set(open), own, whole);
          if (!values) return [];
          const left = open.filter((unknown) => (values.get(unknown) ?? 0) > least(unknown) - 1 + NEARLY);
          const isWhole = [...values.values()].every((value) => Math.abs(value - Math.round(value)) < NEARLY);
          if (left.length < open.length || isWhole || whole) {
            if (left.length === open.length) break;
            open = left;
          } else if (model.unknowns.length <= LARGEST_WHOLE) whole = true;
          else break;
        }
        // Together they cannot be smaller; each is asked again by itself.
        const sure = open.filter((unknown) => {
          const alone = open.length === 1 ? null : solve(model, knowledge, new Set([unknown]), own, whole);
          return !alone || (alone.get(unknown) ?? 0) > least(unknown) - 1 + NEARLY;
        });
        return sure.map((unknown) => ({ atom: Math.floor(unknown / width), place: unknown % width }));
      });
    },
  };
}

/** Rows that are sums of smaller rows would tie everything together and say nothing. */
function neededFacts(cell: Cell, { sizes, width }: Knowledge, rules: ReleaseRules): Fact[] {
  const active = sizes.flatMap((size, atom) => (size > 0 ? [atom] : []));
  const span = new Span(active);
  const bySize = cell.statements.toSorted((a, b) => a.members.length - b.members.length);
  const needed = bySize.filter((one) => one.told.bound !== null || (tellsAnswers(one) && span.add(ones(one.members))));
  return [
    ...active.map((atom) => ({ unknowns: row(atom, width), low: sizes[atom] ?? 0, high: sizes[atom] ?? 0 })),
    ...needed.flatMap((statement) => factsOf(cell, statement, rules, sizes)),
  ];
}

/** Independent parts of the system, without what is fixed; parts that are too large are cut by field, then institution. */
function cutModels(world: World, facts: readonly Fact[], knowledge: Knowledge, largest: number): Model[] {
  const atomOf = (unknown: number) => world.atoms[Math.floor(unknown / knowledge.width)];
  const parts = connected(facts.flatMap((fact) => without(fact, knowledge, () => true)));
  const cuts = [
    (unknown: number) => atomOf(unknown)?.field ?? '',
    (unknown: number) => `${atomOf(unknown)?.field} ${atomOf(unknown)?.institution}`,
  ];
  return cuts.reduce(
    (models, blockOf) =>
      models.flatMap((model) => (model.unknowns.length <= largest ? [model] : cutBlocks(model, knowledge, blockOf))),
    parts,
  );
}

function cutBlocks({ unknowns, facts }: Model, knowledge: Knowledge, blockOf: (unknown: number) => string): Model[] {
  return [...new Set(unknowns.map(blockOf))].flatMap((block) =>
    connected(facts.flatMap((fact) => without(fact, knowledge, (unknown) => blockOf(unknown) === block))),
  );
}

/** A fact about the open unknowns of a block: the others are somewhere within their bounds. */
function without(fact: Fact, { bounds }: Knowledge, inside: (unknown: number) => boolean): Fact[] {
  const kept: number[] = [];
  const factors: number[] = [];
  let { low, high } = fact;
  for (const [index, unknown] of fact.unknowns.entries()) {
    const factor = fact.factors?.[index] ?? 1;
    const ends = [factor * (bounds.low[unknown] ?? 0), factor * (bounds.high[unknown] ?? 0)];
    if (ends[0] !== ends[1] && inside(unknown)) {
      kept.push(unknown);
      factors.push(factor);
    } else {
      low -= Math.max(...ends);
      high -= Math.min(...ends);
    }
  }
  return kept.length === 0 ? [] : [{ unknowns: kept, factors, low, high }];
}

function connected(facts: readonly Fact[]): Model[] {
  const parent = new Map<number, number>();
  const find = (unknown: number): number => {
    let root = unknown;
    for (let up = parent.get(root) ?? root; up !== root; up = parent.get(root) ?? root) root = up;
    for (let at = unknown; at !== root;) {
      const up = parent.get(at) ?? at;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { unknowns } of facts) {
    const root = find(unknowns[0] ?? 0);
    for (const unknown of unknowns) parent.set(find(unknown), root);
  }
  const models = new Map<number, Model>();
  const modelOf = (unknown: number): Model => {
    const model = models.get(find(unknown)) ?? { unknowns: [], facts: [] };
    models.set(find(unknown), model);
    return model;
  };
  for (const unknown of parent.keys()) modelOf(unknown).unknowns.push(unknown);
  for (const fact of facts) modelOf(fact.unknowns[0] ?? 0).facts.push(fact);
  return [...models.values()];
}

/** A solution in which the wanted unknowns are as small as they can be together; null when none is found. */
function minimum(
  highs: Highs,
  { unknowns, facts }: Model,
  { bounds }: Knowledge,
  { wanted, own, whole }: { wanted: ReadonlySet<number>; own: number; whole: boolean },
): Map<number, number> | null {
  const column = new Map(unknowns.map((unknown, index) => [unknown, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const fact of facts) {
    for (const [index, unknown] of fact.unknowns.entries()) {
      indices.push(column.get(unknown) ?? 0);
      values.push(fact.factors?.[index] ?? 1);
    }
    starts.push(indices.length);
  }
  const data: ModelData = {
    numCols: unknowns.length,
    numRows: facts.length,
    colCost: unknowns.map((unknown) => (wanted.has(unknown) ? 1 : 0)),
    colLower: unknowns.map((unknown) => Math.max(bounds.low[unknown] ?? 0, unknown === own ? 1 : 0)),
    colUpper: unknowns.map((unknown) => bounds.high[unknown] ?? 0),
    rowLower: facts.map(({ low }) => low),
    rowUpper: facts.map(({ high }) => high),
    matrix: { format: 'csr', numRows: facts.length, numCols: unknowns.length, starts, indices, values },
    ...(whole ? { integrality: unknowns.map(() => 1 as const) } : {}),
  };
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, time_limit: SECONDS });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const { colValue } = model.getSolution();
    return new Map(unknowns.map((unknown, index) => [unknown, colValue[index] ?? 0]));
  });
}
