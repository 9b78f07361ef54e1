import type { World } from './atoms.ts';
import { Bounds, type Fact } from './bounds.ts';
import type { Cell } from './cells.ts';
import type { Finding, QuestionFacts } from './input.ts';
import { factsOf, row } from './knowledge.ts';
import type { ReleaseRules } from './release-rules.ts';
import { nameOf } from './told.ts';

type Route = { leading: Cell; places: readonly number[]; followUps: Cell[] };

/**
 * Who answers a follow-up gave the answer that leads to it. Do the numbers of answers to follow-ups
 * make a leading answer certain? The attacker knows how many of each atom took part.
 */
export function attackRouting(
  world: World,
  cells: readonly Cell[],
  questions: readonly QuestionFacts[],
  rules: ReleaseRules,
): Finding[] {
  return routesOf(cells, questions).flatMap((route) => routeLeaks(world, route, rules));
}

function routesOf(cells: readonly Cell[], questions: readonly QuestionFacts[]): Route[] {
  const routes = new Map<string, Route>();
  for (const { item, askedIf = [] } of questions) {
    const followUps = cells.filter((cell) => !cell.answered && cell.id.split(/[/.]/)[0] === item);
    for (const { item: asked, categories } of askedIf) {
      const single = cells.find(({ id }) => id === asked);
      const option = categories.length === 1 ? cells.find(({ id }) => id === `${asked}/${categories[0]}`) : undefined;
      const leading = single && single.places.length > 0 ? single : option;
      if (!leading) continue;
      const places =
        leading === option
          ? [0]
          : [...leading.places.keys()].filter((at) => categories.includes(leading.places[at] ?? ''));
      const key = `${leading.id} ${places.join()}`;
      const route = routes.get(key) ?? { leading, places, followUps: [] };
      route.followUps.push(...followUps);
      routes.set(key, route);
    }
  }
  return [...routes.values()];
}

function routeLeaks(world: World, { leading, places, followUps }: Route, rules: ReleaseRules): Finding[] {
  const people = world.atoms.map((atom) => atom.people.length);
  const width = leading.places.length + 1;
  const atoms = people.length;
  // One more unknown for each atom: how many gave an answer that leads on.
  const leads = (atom: number) => atoms * width + atom;
  const facts: Fact[] = people.flatMap((size, atom) => [
    { unknowns: row(atom, width), low: size, high: size },
    {
      unknowns: [...row(atom, width).filter((one) => !places.includes(one - atom * width)), leads(atom)],
      low: size,
      high: size,
    },
    {
      unknowns: [...places.map((place) => atom * width + place), leads(atom)],
      factors: [...places.map(() => 1), -1],
      low: 0,
      high: 0,
    },
  ]);
  for (const { told } of leading.statements) {
    // n of a bound is not printed: how many of its people answered otherwise cannot be said.
    if (told.bound || told.n === null) continue;
    const members = world.membersOf(told.population);
    facts.push(...factsOf(leading, { members, told }, rules, people, width));
    const silent = members.reduce((sum, atom) => sum + (people[atom] ?? 0), 0) - told.n;
    facts.push({ unknowns: members.map((atom) => atom * width + width - 1), low: silent, high: silent });
  }
  const high = [...people.flatMap((size) => Array<number>(width).fill(size)), ...people];
  const without = new Bounds(high, facts);
  const numbers = followUps.flatMap((cell, index) =>
    followFacts(cell, atoms * (width + 1) + index * atoms, { world, leads, people, rules }),
  );
  const all = [...high, ...followUps.flatMap(() => people)];
  const withNumbers = new Bounds(all, [...facts, ...numbers]);
  if (withNumbers.contradiction) {
    const says = `${leading.id}: the numbers of answers to its follow-ups contradict it`;
    return [{ test: 'T0', says, item: leading.id, group: '', people: 0, rows: [], derived: {}, confirmed: null }];
  }
  const isCertain = (bounds: Bounds, unknown: number, size: number) => (bounds.low[unknown] ?? 0) >= size;
  return people.flatMap((size, atom): Finding[] => {
    const unknowns = [...row(atom, width).slice(0, -1), leads(atom)];
    const news = unknowns.filter(
      (one) => size > 0 && isCertain(withNumbers, one, size) && !isCertain(without, one, size),
    );
    const [first] = news;
    if (first === undefined) return [];
    const certain = first === leads(atom) ? places : [first - atom * width];
    return [findingOf(world, { leading, places: certain, followUps }, atom, size)];
  });
}

/** Answers to a follow-up come from those who were led to it. Its number is printed, or bounded by its bound. */
function followFacts(
  cell: Cell,
  first: number,
  {
    world,
    leads,
    people,
    rules,
  }: { world: World; leads: (atom: number) => number; people: readonly number[]; rules: ReleaseRules },
): Fact[] {
  const facts: Fact[] = people.map((size, atom) => ({
    unknowns: [leads(atom), first + atom],
    factors: [1, -1],
    low: 0,
    high: size,
  }));
  // Whom of a group it was asked is what is to be found out, so that all of its people count.
  for (const { told } of cell.statements) {
    const unknowns = world.membersOf(told.population).map((atom) => first + atom);
    if (told.n !== null) facts.push({ unknowns, low: told.n, high: told.n });
    else if (told.bound) facts.push({ unknowns, low: leastOf(told.bound.least, rules), high: Number.MAX_SAFE_INTEGER });
  }
  return facts;
}

/** The smallest n that has a bound so high: ⌊100(n − slack)/n⌋ floored to a step. */
function leastOf(bound: number, { slack, stepPercent }: ReleaseRules): number {
  for (let n = 5; n < 10_000; n += 1) {
    const percent = Math.floor(Math.floor((100 * (n - slack)) / n) / stepPercent) * stepPercent;
    if (percent / 100 >= bound - 1e-9) return n;
  }
  return 0;
}

function findingOf(world: World, { leading, places, followUps }: Route, atom: number, size: number): Finding {
  const answers = places.map((place) => leading.places[place] ?? '').join(' or ');
  const rows = followUps.flatMap((cell) =>
    cell.statements
      .filter(({ members }) => members.includes(atom))
      .slice(0, 3)
      .map(({ told }) => ({ factor: '', row: `${cell.id}, ${nameOf(told.population)}: ${told.n ?? '?'} answers` })),
  );
  const truth = leading.truth ? places.reduce((sum, place) => sum + (leading.truth?.[atom]?.[place] ?? 0), 0) : null;
  const group = world.atoms[atom]?.name ?? '';
  return {
    test: 'T6',
    says: `${leading.id}: the numbers of answers to its follow-ups make certain that all ${size} of ${group} answered ${answers}`,
    item: leading.id,
    group,
    people: size,
    rows,
    derived: { [answers]: size },
    confirmed: truth === null ? null : truth === size,
  };
}
