import type { Certain } from './certain-answers.ts';
import type { Fact } from './propagate.ts';

/** Facts over atoms, and how many people of each atom there are, with each answer: atom × width + answer. */
export type World = { facts: readonly Fact[]; sizes: ArrayLike<number>; truth: ArrayLike<number>; width: number };

/** The same over fewer atoms, and the atoms that each of them was made of. */
export type Merged = { world: World; members: readonly (readonly number[])[] };

/**
 * Atoms of one place that the same facts hold in the same way, as one: nothing tells their people apart, so that
 * somebody's answer is certain where it is of all of them together, and there only. `places`: by atom.
 *
 * Example: men and women of a degree in facts on the degree alone → one atom; with a fact on the men → two.
 */
export function mergeAlike({ facts, sizes, truth, width }: World, places: readonly string[]): Merged {
  const held = places.map((): string[] => []);
  for (const [index, { atoms, coefficients }] of facts.entries()) {
    for (let at = 0; at < atoms.length; at += 1) held[atoms[at] ?? -1]?.push(`${index}*${coefficients?.[at] ?? 1}`);
  }
  const alike = Map.groupBy(places.keys(), (atom) => `${places[atom]} ${held[atom]?.join()}`);
  const members = [...alike.values()];
  const first = new Map(members.map(([atom = -1], index) => [atom, index]));
  const merged = {
    sizes: Int32Array.from(members, (of) => of.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0)),
    truth: new Int32Array(members.length * width),
    facts: facts.map((fact) => ofFirst(fact, first)),
    width,
  };
  for (const [index, of] of members.entries()) {
    for (let answer = 0; answer < width; answer += 1) {
      merged.truth[index * width + answer] = of.reduce((sum, atom) => sum + (truth[atom * width + answer] ?? 0), 0);
    }
  }
  return { world: merged, members };
}

/** A fact over the first atom of each that it holds, in place of all of them. */
function ofFirst(fact: Fact, first: ReadonlyMap<number, number>): Fact {
  const kept = Array.from(fact.atoms).flatMap((atom, at) => (first.has(atom) ? [at] : []));
  return {
    ...fact,
    atoms: kept.map((at) => first.get(fact.atoms[at] ?? -1) ?? -1),
    coefficients: fact.coefficients === null ? null : kept.map((at) => fact.coefficients?.[at] ?? 1),
  };
}

/** What is certain of merged atoms, of those of their atoms where somebody answered so. */
export function ofMembers(
  certain: readonly Certain[],
  { members }: Merged,
  { truth, width }: Pick<World, 'truth' | 'width'>,
): Certain[] {
  return certain.flatMap(({ atom, answer }) =>
    (members[atom] ?? []).flatMap((member) =>
      (truth[member * width + answer] ?? 0) > 0 ? [{ atom: member, answer }] : [],
    ),
  );
}
