import type { World } from './atoms.ts';
import type { Fact } from './bounds.ts';
import type { Cell } from './cells.ts';
import { factsOf, row, type Knowledge } from './knowledge.ts';
import { ones, tellsAnswers } from './linear.ts';
import type { ReleaseRules } from './release-rules.ts';
import { Span } from './span.ts';

/** Unknowns that facts tie together, and these facts. */
export type Model = { unknowns: number[]; facts: Fact[] };

/** What is open of a cell, in parts that have nothing to do with each other. */
export function modelsOf(
  world: World,
  cell: Cell,
  knowledge: Knowledge,
  { rules, largest }: { rules: ReleaseRules; largest: number },
): Model[] {
  return cutModels(world, neededFacts(cell, knowledge, rules), knowledge, largest);
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
