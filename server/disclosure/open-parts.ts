import type { Fact, Knowledge } from './propagate.ts';

/** At least `low` and at most `high` people gave the answers at these places. */
export type Sum = { places: readonly number[]; low: number; high: number };

/** What bounds leave open, as far as facts join it. Places are numbered anew: index of the atom × width + answer. */
export type OpenPart = {
  atoms: readonly number[];
  width: number;
  /** People of each atom whose answers are open. */
  sizes: readonly number[];
  sums: readonly Sum[];
  /** Middle of what is possible at each place; 0 where it is not open. */
  middle: Float64Array;
};

/**
 * What is open after propagation, in parts that no fact joins. Facts with coefficients other than 1
 * follow from the others and are left out.
 * Example: two hidden degrees of one field and two of another, all else exact → two parts.
 */
export function openParts(knowledge: Knowledge): OpenPart[] {
  const { width, sizes, low, high } = knowledge;
  const sums = openSums(knowledge);
  const atomOf = (place: number): number => Math.floor(place / width);
  const groups = joined(sizes.length, sums);
  return groups.flatMap(({ atoms, sums: own }) => {
    const indexOf = new Map(atoms.map((atom, index) => [atom, index]));
    const places = atoms.flatMap((atom) => answersOf(width).map((answer) => atom * width + answer));
    const isOpen = (place: number): boolean => low[place] !== high[place];
    if (!places.some(isOpen)) return [];
    const middle = places.map((place) => (isOpen(place) ? ((low[place] ?? 0) + (high[place] ?? 0)) / 2 : 0));
    const fixed = (atom: number): number =>
      answersOf(width).reduce((total, answer) => {
        const place = atom * width + answer;
        return isOpen(place) ? total : total + (low[place] ?? 0);
      }, 0);
    return [
      {
        atoms,
        width,
        sizes: atoms.map((atom) => (sizes[atom] ?? 0) - fixed(atom)),
        sums: own.map((sum) => ({
          ...sum,
          places: sum.places.map((place) => (indexOf.get(atomOf(place)) ?? 0) * width + (place % width)),
        })),
        middle: Float64Array.from(middle),
      },
    ];
  });

  function joined(count: number, all: readonly Sum[]): { atoms: number[]; sums: Sum[] }[] {
    const parent = Array.from({ length: count }, (_, atom) => atom);
    const rootOf = (atom: number): number => {
      let root = atom;
      while (parent[root] !== root) root = parent[root] ?? root;
      return root;
    };
    for (const { places: joins } of all) {
      const first = rootOf(atomOf(joins[0] ?? 0));
      for (const place of joins) parent[rootOf(atomOf(place))] = first;
    }
    const parts = Map.groupBy(parent.keys(), rootOf);
    const sumsOf = Map.groupBy(all, ({ places: joins }) => rootOf(atomOf(joins[0] ?? 0)));
    return [...parts].map(([root, atoms]) => ({ atoms, sums: sumsOf.get(root) ?? [] }));
  }
}

function openSums({ width, low, high, facts }: Knowledge): Sum[] {
  const sums = new Map<string, Sum>();
  for (const fact of facts) {
    if (fact.coefficients) continue;
    for (const answer of answersOf(width)) {
      const sum = openSum(fact, answer, { width, low, high });
      if (sum.places.length > 0) sums.set(`${sum.places.join()}:${sum.low}:${sum.high}`, sum);
    }
  }
  return [...sums.values()];
}

function openSum(fact: Fact, answer: number, { width, low, high }: Pick<Knowledge, 'width' | 'low' | 'high'>): Sum {
  const places: number[] = [];
  let fixed = 0;
  for (let index = 0; index < fact.atoms.length; index += 1) {
    const place = (fact.atoms[index] ?? 0) * width + answer;
    if (low[place] === high[place]) fixed += low[place] ?? 0;
    else places.push(place);
  }
  return { places, low: (fact.low[answer] ?? 0) - fixed, high: (fact.high[answer] ?? 0) - fixed };
}

function answersOf(width: number): number[] {
  return Array.from({ length: width }, (_, answer) => answer);
}
