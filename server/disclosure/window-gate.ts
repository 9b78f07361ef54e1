import type { Certain } from './certain-answers.ts';
import { createElimination, insert, sumOf } from './elimination.ts';
import { withoutDoubt, type Bound, type Exchangeable } from './exchange.ts';
import { certainIn } from './gate.ts';
import { RULES } from './rules.ts';
import type { Gate, Solved } from './solve-layer.ts';
import { commonCategory } from './top-code.ts';

/** An answer that somebody of an atom gave, and of which it is not sure that it is in doubt. */
type Place = Pick<Certain, 'atom' | 'answer'>;

/**
 * The gate of windows beside rounds that are settled: hides windows until everybody's answer is proven to be in
 * doubt of whom that can be proven without them, and until nobody else's is certain that was not certain without
 * them, for an outsider and for each possible insider. First the narrowest window that holds the people in
 * question; where none holds them, all. `vectors`: true counts by atom; `least`: the threshold.
 */
export function makeWindowGate(vectors: readonly (readonly number[])[], least: number): Gate {
  const proof = (solved: Solved) => withoutDoubt(exchangeable(solved, vectors), { least });
  const bounds = (solved: Solved) => certainIn(solved, vectors, least);
  const before = { proof: onceBefore(proof), bounds: onceBefore(bounds) };
  return function* (solved) {
    const shown = solved.standings.flatMap((standing, unit) =>
      standing !== 'silent' && solved.layer.units[unit]?.settled === null ? [unit] : [],
    );
    if (shown.length === 0) return [];
    const unproven = yield* proof(solved);
    if (unproven.length === 0) return [];
    if (hasSplits(solved)) return unitsFor(solved, shown, unproven);
    const unprovenBefore = yield* before.proof(solved);
    const fresh = unproven.filter((one) => !unprovenBefore.has(nameOf(one)));
    if (fresh.length > 0) return unitsFor(solved, shown, fresh);
    const certain = yield* bounds(solved);
    if (certain.length === 0) return [];
    const certainBefore = yield* before.bounds(solved);
    // Where exchanges prove a doubt, bounds that seem to close are no certainty.
    const doubtless = new Set(unproven.map(nameOf));
    const closed = certain.filter((one) => doubtless.has(nameOf(one)) && !certainBefore.has(nameOf(one)));
    return closed.length > 0 ? unitsFor(solved, shown, closed) : [];
  };
}

/** Whether a round shows splits of the cell: then what bounds leave open is too little. */
function hasSplits({ layer }: Solved): boolean {
  const isSplit = (index: number): boolean => (layer.catalogue.populations[index]?.split ?? '') !== '';
  return layer.units.some(({ settled, members }) => settled === 'exact' && members.some(isSplit));
}

/** What a look finds without the windows, looked for once. */
function onceBefore(look: (solved: Solved) => Generator<void, readonly Place[]>) {
  let known: ReadonlySet<string> | null = null;
  return function* (solved: Solved): Generator<void, ReadonlySet<string>> {
    known ??= new Set((yield* look(withoutFresh(solved))).map(nameOf));
    return known;
  };
}

function nameOf({ atom, answer }: Place): string {
  return `${atom}:${answer}`;
}

/** What was published before any of the windows that are asked about. */
function withoutFresh({ layer, standings }: Solved): Solved {
  const told = layer.units.filter(({ settled }) => settled === 'exact');
  const system = createElimination(layer.weights.length, undefined, told.length + 1);
  for (const { atoms } of told) insert(system, sumOf(atoms));
  return {
    layer,
    standings: standings.map((standing, unit) => (layer.units[unit]?.settled ? standing : 'silent')),
    system,
  };
}

/**
 * All that is published, as facts by atom. Answers are looked for that can change places between people whom the
 * rounds alone do not tell apart, and between those of one institution in one round.
 */
function exchangeable({ layer, standings }: Solved, vectors: readonly (readonly number[])[]): Exchangeable {
  const { atoms } = layer.catalogue;
  const facts = vectors.map((): number[] => []);
  const held = vectors.map((): number[] => []);
  const undivided = vectors.map((): number[] => []);
  const bounds: Bound[] = [];
  for (const [unit, { atoms: of, members, n, settled }] of layer.units.entries()) {
    if (standings[unit] === 'exact') {
      for (const atom of of) facts[atom]?.push(unit);
      if (settled) for (const atom of of) undivided[atom]?.push(unit);
    }
    if (standings[unit] !== 'bounded') continue;
    const counts = layer.counts[members[0] ?? -1] ?? [];
    const answer = commonCategory(counts) ?? 0;
    for (const atom of of) held[atom]?.push(bounds.length);
    bounds.push({ answer, room: (counts[answer] ?? 0) - (n - RULES.slack) });
  }
  const places = atoms.map(({ institution, round = '', values }) => [round, institution, ...values].join('/'));
  return {
    counts: vectors,
    facts,
    held,
    bounds,
    near: [numbered(undivided.map((own) => own.join())), numbered(places)],
  };
}

/** Names as numbers, in order of mention. */
function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

function unitsFor({ layer }: Solved, shown: readonly number[], places: readonly Place[]): number[] {
  const size = (unit: number): number => layer.units[unit]?.n ?? 0;
  const found = places.map(({ atom }) => {
    const holding = shown.filter((unit) => layer.units[unit]?.atoms.includes(atom));
    return holding.toSorted((a, b) => size(a) - size(b) || a - b)[0] ?? null;
  });
  // Somebody whom no window holds is told by windows of others: then none of them stays.
  if (found.every((unit) => unit === null)) return [...shown];
  return [...new Set(found.filter((unit) => unit !== null))];
}
