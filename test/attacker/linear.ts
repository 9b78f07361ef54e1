import type { World } from './atoms.ts';
import type { Cell, Statement } from './cells.ts';
import type { Finding, Recovered } from './input.ts';
import type { Group } from './groups.ts';
import { explain, type Source } from './explain.ts';
import { WEIGHTED_MEAN } from './told.ts';
import { proportions, residueOf, Span, type Vector } from './span.ts';

/** What was published of one cell, as vectors over atoms. */
export type System = { sources: Source[]; span: Span; order: number[]; large: number };

/**
 * T4 and T5: sums and differences of what is published of one cell. Is a group below the threshold
 * among them, a group in which nearly all answered alike, or any vector on a few people?
 */
export function attackSums(
  world: World,
  cell: Cell,
  groups: readonly Group[],
): { findings: Finding[]; recovered: Recovered; vectors: number } {
  const system = systemOf(world, cell, cell.statements.filter(tellsAnswers));
  const shown = namesOf(cell.statements);
  const wholes = namesOf(cell.statements.filter(({ told }) => told.population.split === ''));
  const found: { group: Group; members: number[]; people: number; why: string }[] = [];
  const recovered: Recovered = { item: cell.id, small: 0, recovered: 0, single: 0, people: 0 };
  for (const { group, members, people } of answering(cell, groups)) {
    // A unit of an edition in which all were of one value of a split; others joined it since.
    if (group.split && people >= cell.threshold && wholes.has(members.join())) continue;
    const why = whyProtected(cell, group, members, people);
    if (why === null) continue;
    const isSmall = people < thresholdOf(cell, group);
    if (isSmall) recovered.small += 1;
    // What is printed openly is for the threshold test to judge.
    if (!system.span.has(ones(members)) || (!isSmall && shown.has(members.join()))) continue;
    if (isSmall) count(recovered, people);
    found.push({ group, members, people, why });
  }
  const findings = found.map(({ group, members, people, why }) =>
    explain(cell, system, { test: 'T4', vector: ones(members), group: group.name, people, why }),
  );
  return { findings: [...findings, ...thin(world, cell, system, found)], recovered, vectors: system.sources.length };
}

/** The number of answers is told by every cell of a question: of a small group it must not follow either. */
export function attackNumbers(
  world: World,
  question: string,
  cells: readonly Cell[],
  groups: readonly Group[],
): Finding[] {
  const [cell] = cells;
  if (!cell || cells.length < 2) return [];
  const statements = cells.flatMap((one) => one.statements);
  const system = systemOf(world, cell, statements);
  const alone = cells.map((one) => systemOf(world, one, one.statements.filter(tellsAnswers)));
  const findings = answering(cell, groups).flatMap(({ group, members, people }): Finding[] => {
    if (people >= thresholdOf(cell, group)) return [];
    const vector = ones(members);
    if (alone.some(({ span }) => span.has(vector)) || !system.span.has(vector)) return [];
    const why = `the number of answers to ${question}`;
    return [explain(cell, system, { test: 'T4', vector, group: group.name, people, why, numberOnly: true })];
  });
  return findings;
}

/** Whose answers are printed openly: for the threshold test to judge, each by what it is of. */
function namesOf(statements: readonly Statement[]): Set<string> {
  return new Set(statements.filter(tellsAnswers).map(({ members }) => members.join()));
}

type Answering = { group: Group; members: number[]; people: number };

/** Those of each group who answered. Where all who did are of one gender, the group is the unit that it is part of. */
function answering({ sizes }: Cell, groups: readonly Group[]): Answering[] {
  const known = new Map<string, Answering>();
  for (const group of groups) {
    const members = group.members.filter((atom) => (sizes[atom] ?? 0) > 0);
    const key = members.join();
    const found = known.get(key);
    if (members.length > 0 && (!found || (found.group.split && !group.split)))
      known.set(key, { group, members, people: total(members, sizes) });
  }
  return [...known.values()];
}

/** Whether more than the number of answers is told. */
export function tellsAnswers({ told }: Statement): boolean {
  return told.counts.size > 0 || told.measures.size > 0;
}

function systemOf(world: World, cell: Cell, statements: readonly Statement[]): System {
  const active = cell.sizes.flatMap((size, atom) => (size > 0 ? [atom] : []));
  const limit = world.dimensions.length > 0 ? 10 : cell.threshold;
  const isLarge = (atom: number) => (cell.sizes[atom] ?? 0) >= limit;
  const order = [...active.filter(isLarge), ...active.filter((atom) => !isLarge(atom))];
  const sources = distinct(statements.flatMap((statement) => sourcesOf(world, cell, statement)));
  const span = new Span(order);
  for (const { vector } of sources.toSorted((a, b) => a.vector.places.length - b.vector.places.length))
    span.add(vector);
  return { sources, span, order, large: active.filter(isLarge).length };
}

function sourcesOf(world: World, cell: Cell, statement: Statement): Source[] {
  const { members, told } = statement;
  const plain: Source = { told, vector: ones(members), asked: null };
  if (!told.measures.has(WEIGHTED_MEAN)) return [plain];
  return [plain, ...world.dimensions.map((dimension) => weighted(world, cell, statement, dimension))];
}

/** Weights that give each value of a dimension its share of those who were asked: N_g / n_g. */
function weighted(world: World, cell: Cell, { members, told }: Statement, dimension: string): Source {
  const asked = world.askedOf(told.population, dimension);
  const value = (atom: number) => world.atoms[atom]?.values.get(dimension) ?? 'unknown';
  const answers = new Map<string, number>();
  for (const atom of members) answers.set(value(atom), (answers.get(value(atom)) ?? 0) + (cell.sizes[atom] ?? 0));
  const values = members.map((atom) => residueOf(asked.get(value(atom)) ?? 0, answers.get(value(atom)) ?? 1));
  const represented = [...answers.keys()].reduce((sum, one) => sum + (asked.get(one) ?? 0), 0);
  return { told, vector: { places: [...members], values }, asked: represented };
}

function distinct(sources: readonly Source[]): Source[] {
  const known = new Map<string, Source>();
  for (const source of sources) {
    const key = `${source.vector.places.join()} ${source.asked === null ? '' : source.vector.values.join()}`;
    if (!known.has(key)) known.set(key, source);
  }
  return [...known.values()];
}

function whyProtected(cell: Cell, group: Group, members: readonly number[], people: number): string | null {
  if (people < thresholdOf(cell, group)) return `fewer than ${thresholdOf(cell, group)} answers`;
  if (!cell.truth || cell.places.length === 0 || cell.id.endsWith('=_dk')) return null;
  const counts = cell.places.map((_place, place) =>
    members.reduce((sum, atom) => sum + (cell.truth?.[atom]?.[place] ?? 0), 0),
  );
  return people - Math.max(...counts) <= 2 ? 'all but two at most answered alike' : null;
}

export function thresholdOf(cell: Pick<Cell, 'threshold'>, group: { split: boolean }): number {
  return group.split ? 10 : cell.threshold;
}

/** T5: vectors on a few people that are no group of the register: one atom, two, or a difference. */
function thin(world: World, cell: Cell, system: System, found: readonly { members: readonly number[] }[]): Finding[] {
  const tail = system.span.tail(system.large);
  if (tail.length === 0) return [];
  const known = new Span(system.order);
  for (const { members } of found) known.add(ones(members));
  const columns = [...new Set(tail.flatMap(({ places }) => places))];
  const residuals = new Map<string, number>();
  const candidates: Vector[] = [...tail];
  for (const atom of columns) {
    const residual = system.span.residual(ones([atom]));
    if (residual.places.length === 0) candidates.push(ones([atom]));
    const key = proportions(residual);
    const other = residuals.get(key);
    if (other === undefined) residuals.set(key, atom);
    else candidates.push(pairOf(system.span, other, atom));
  }
  return candidates.flatMap((vector): Finding[] => {
    const people = total(vector.places, cell.sizes);
    const isGroup = vector.values.every((value) => value === vector.values[0]);
    if (people >= cell.threshold || known.has(vector) || !system.span.has(vector)) return [];
    known.add(vector);
    const names = vector.places.map((atom) => world.atoms[atom]?.name ?? '').join(' and ');
    const why = isGroup ? `fewer than ${cell.threshold} answers` : `the difference of a few people`;
    return [explain(cell, system, { test: 'T5', vector, group: names, people, why })];
  });
}

/** The combination of two atoms whose residuals are proportional. */
function pairOf(span: Span, a: number, b: number): Vector {
  const [first, second] = [span.residual(ones([a])), span.residual(ones([b]))];
  const factor = residueOf(first.values[0] ?? 0, second.values[0] ?? 1);
  const [left, right] = a < b ? [a, b] : [b, a];
  const values = a < b ? [1, residueOf(-factor, 1)] : [residueOf(-factor, 1), 1];
  return { places: [left, right], values };
}

export function ones(members: readonly number[]): Vector {
  return { places: [...members], values: members.map(() => 1) };
}

function total(members: readonly number[], sizes: readonly number[]): number {
  return members.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0);
}

function count(recovered: Recovered, people: number): void {
  recovered.recovered += 1;
  recovered.people += people;
  if (people === 1) recovered.single += 1;
}
