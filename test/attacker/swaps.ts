import type { World } from './atoms.ts';
import type { Cell } from './cells.ts';
import type { Knowledge } from './knowledge.ts';
import { factsOf } from './knowledge.ts';
import type { ReleaseRules } from './release-rules.ts';

/** Other worlds that are kept of a claim: each lets other answers be known. */
const MOST_WORLDS = 4;
/** Pairs of atoms that are tried for a claim. */
const MOST_TRIED = 4000;

type Pair = readonly [number, number];
/** Unknowns of which a world has one less than the true one. */
type Lost = readonly number[];

/**
 * Worlds beside the true one, in whole numbers: two or four atoms exchange answers so that every
 * published count stays. A claim that such a world refutes is not certain, and needs no program.
 */
export class Swaps {
  readonly #cell: Cell;
  readonly #width: number;
  readonly #truth: readonly (readonly number[])[];
  /** A number for each atom: the same sum for two sets of atoms means the same rows. */
  readonly #marks: Float64Array;
  readonly #active: readonly number[];
  readonly #years: readonly number[];
  readonly #bounds: { members: ReadonlySet<number>; place: number; room: number }[];
  readonly #worlds = new Map<number, Lost[]>();
  #pairs: Map<number, Pair[]> | null = null;

  constructor(world: World, cell: Cell, { sizes, width }: Knowledge, rules: ReleaseRules) {
    this.#cell = cell;
    this.#width = width;
    this.#truth = cell.truth ?? [];
    this.#active = cell.truth ? sizes.flatMap((size, atom) => (size > 0 ? [atom] : [])) : [];
    this.#years = world.atoms.map(({ year }) => year);
    this.#marks = new Float64Array(sizes.length);
    let seed = 1;
    this.#bounds = cell.statements.flatMap((statement) => {
      if (!statement.told.bound) {
        seed = next(seed);
        for (const atom of statement.members) this.#marks[atom] = (this.#marks[atom] ?? 0) + seed;
        return [];
      }
      const place = cell.places.indexOf(statement.told.bound.category);
      const count = statement.members.reduce((sum, atom) => sum + (this.#truth[atom]?.[place] ?? 0), 0);
      return factsOf(cell, statement, rules, sizes).map(({ low }) => {
        return { members: new Set(statement.members), place, room: count - low };
      });
    });
  }

  /** Whether a world is known in which fewer of the atom gave the answer, and the insider's own stands (-1: none). */
  refutes(unknown: number, own: number): boolean {
    const worlds = this.#worlds.get(unknown) ?? this.#look(unknown);
    this.#worlds.set(unknown, worlds);
    return worlds.some((lost) => !lost.includes(own) || this.#count(own) >= 2);
  }

  #look(unknown: number): Lost[] {
    const atom = Math.floor(unknown / this.#width);
    const place = unknown % this.#width;
    const found: Lost[] = [];
    if (!this.#active.includes(atom) || this.#at(atom, place) < 1) return found;
    let tried = 0;
    for (const other of this.#active) {
      if (other === atom || found.length >= MOST_WORLDS || tried > MOST_TRIED) continue;
      const difference = (this.#marks[atom] ?? 0) - (this.#marks[other] ?? 0);
      if (difference === 0) this.#exchange([atom], [other], place, found);
      else if (this.#years[atom] === this.#years[other]) {
        for (const [first, second] of this.#index().get(difference) ?? []) {
          tried += 1;
          if (first === atom || second === other || found.length >= MOST_WORLDS) continue;
          if (first === other || second === atom) continue;
          this.#exchange([atom, second], [other, first], place, found);
        }
      }
    }
    return found;
  }

  /** Takes the place from some atoms and gives it to others, against another place, where that is possible. */
  #exchange(takers: readonly number[], givers: readonly number[], place: number, found: Lost[]): void {
    if (takers.some((atom) => this.#at(atom, place) < 1)) return;
    for (const [against] of this.#cell.places.entries()) {
      if (against === place || givers.some((atom) => this.#at(atom, against) < 1)) continue;
      const fits = this.#bounds.every(({ members, place: common, room }) => {
        if (common !== place && common !== against) return true;
        const inside = (atoms: readonly number[]) => atoms.filter((atom) => members.has(atom)).length;
        const more = inside(givers) - inside(takers);
        return room + (common === place ? more : -more) >= 0;
      });
      if (!fits) continue;
      found.push([
        ...takers.map((atom) => atom * this.#width + place),
        ...givers.map((atom) => atom * this.#width + against),
      ]);
      if (found.length >= MOST_WORLDS) return;
    }
  }

  /** Pairs of atoms of one year by what their rows differ in. */
  #index(): Map<number, Pair[]> {
    if (this.#pairs) return this.#pairs;
    const pairs = new Map<number, Pair[]>();
    for (const first of this.#active) {
      for (const second of this.#active) {
        if (first === second || this.#years[first] !== this.#years[second]) continue;
        const difference = (this.#marks[first] ?? 0) - (this.#marks[second] ?? 0);
        if (difference === 0) continue;
        const known = pairs.get(difference);
        if (known) known.push([first, second]);
        else pairs.set(difference, [[first, second]]);
      }
    }
    this.#pairs = pairs;
    return pairs;
  }

  #count(unknown: number): number {
    return this.#at(Math.floor(unknown / this.#width), unknown % this.#width);
  }

  #at(atom: number, place: number): number {
    return this.#truth[atom]?.[place] ?? 0;
  }
}

/** Whole numbers below 2^44, evenly spread: sums of a few hundred are exact. */
function next(seed: number): number {
  let value = seed;
  for (let part = 0; part < 2; part += 1) value = (value * 48_271) % 2_147_483_647;
  return value * 8191 + (value % 8191);
}
