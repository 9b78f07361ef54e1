/**
 * Σ coefficient × (number of people of an atom with an answer), an answer at a time, known to lie
 * between two whole numbers for each answer.
 */
export type Fact = {
  atoms: ArrayLike<number>;
  coefficients: ArrayLike<number> | null;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
};

/** What is known of how many people of each atom gave each answer. Places: atom × width + answer. */
export type Knowledge = {
  width: number;
  sizes: ArrayLike<number>;
  facts: readonly Fact[];
  factsOf: readonly (readonly (readonly [fact: number, coefficient: number])[])[];
  low: Int32Array;
  high: Int32Array;
  /** Sums over each fact's atoms of the least and the most that is possible: fact × width + answer. */
  least: Float64Array;
  most: Float64Array;
  /** At least the widest range of any atom of a fact, times its coefficient: fact × width + answer. */
  widest: Float64Array;
  trail: Change[] | null;
};
type Change = { place: number; low: number; high: number };

/** Facts between which others are let in. */
const FACTS_A_STEP = 2000;

/** Facts may contradict each other only by a fault of the program: the truth meets them all. */
class Contradiction extends Error {}

/**
 * Knowledge of nothing but the size of each atom and the facts, not yet drawn upon. Coefficients are
 * 1 where null. Example: sizes [2, 3], width 2 → each place between 0 and the atom's size.
 */
export function makeKnowledge(sizes: ArrayLike<number>, width: number, facts: readonly Fact[]): Knowledge {
  const atoms = sizes.length;
  const high = new Int32Array(atoms * width);
  for (let place = 0; place < high.length; place += 1) high[place] = sizes[Math.floor(place / width)] ?? 0;
  const factsOf: [number, number][][] = Array.from({ length: atoms }, () => []);
  const least = new Float64Array(facts.length * width);
  const most = new Float64Array(facts.length * width);
  const widest = new Float64Array(facts.length * width);
  for (const [index, { atoms: of, coefficients }] of facts.entries()) {
    let [up, down, wide] = [0, 0, 0];
    for (let place = 0; place < of.length; place += 1) {
      const atom = of[place] ?? 0;
      const coefficient = coefficients?.[place] ?? 1;
      const reach = coefficient * (sizes[atom] ?? 0);
      factsOf[atom]?.push([index, coefficient]);
      if (reach > 0) up += reach;
      else down += reach;
      wide = Math.max(wide, Math.abs(reach));
    }
    most.fill(up, index * width, (index + 1) * width);
    least.fill(down, index * width, (index + 1) * width);
    widest.fill(wide, index * width, (index + 1) * width);
  }
  const low = new Int32Array(atoms * width);
  return { width, sizes, facts, factsOf, low, high, least, most, widest, trail: null };
}

/**
 * Tightens what is known until no fact says more: counts are whole and not negative, and those of an
 * atom add up to its size. Source: bound propagation as of integer programs (docs/statistics.md).
 *
 * Example: sizes [1, 2], a fact that both together gave answer 0 three times → both places are certain.
 */
export function* propagate(knowledge: Knowledge): Generator<void> {
  const queue = new Set(knowledge.least.keys());
  let done = 0;
  for (const at of queue) {
    queue.delete(at);
    tightenBy(knowledge, at, queue);
    done += 1;
    if (done % FACTS_A_STEP === 0) yield;
  }
}

/** `queue`: fact × width + answer. */
function settle(knowledge: Knowledge, queue: Set<number>): void {
  for (const at of queue) {
    queue.delete(at);
    tightenBy(knowledge, at, queue);
  }
}

/**
 * Whether one more answer known of an atom can tighten anything beyond the atom itself: for each of its
 * facts there is room for one change more than any other atom's range needs.
 */
export function isLoose({ width, facts, factsOf, least, most, widest }: Knowledge, atom: number): boolean {
  for (const [fact, coefficient] of factsOf[atom] ?? []) {
    for (let answer = 0; answer < width; answer += 1) {
      const at = fact * width + answer;
      const up = (most[at] ?? 0) - (facts[fact]?.low[answer] ?? 0);
      const down = (facts[fact]?.high[answer] ?? 0) - (least[at] ?? 0);
      const wide = widest[at] ?? 0;
      if (wide > 0 && Math.min(up, down) - Math.abs(coefficient) < wide) return false;
    }
  }
  return true;
}

/** Draws on what follows if one person of an atom is known to have given an answer; `then` looks, and it is forgotten. */
export function suppose(knowledge: Knowledge, place: number, then: (changes: readonly Change[]) => void): void {
  const trail: Change[] = [];
  knowledge.trail = trail;
  const queue = new Set<number>();
  if ((knowledge.low[place] ?? 0) < 1) setBounds(knowledge, place, 1, knowledge.high[place] ?? 0, queue);
  settle(knowledge, queue);
  then(trail);
  knowledge.trail = null;
  for (const { place: changed, low, high } of trail.toReversed()) restore(knowledge, changed, low, high);
}

function tightenBy(knowledge: Knowledge, at: number, queue: Set<number>): void {
  const { facts, width, least, most, widest, low, high, trail } = knowledge;
  const answer = at % width;
  const fact = facts[(at - answer) / width];
  if (!fact) return;
  const { atoms, coefficients } = fact;
  const floor = fact.low[answer] ?? 0;
  const ceiling = fact.high[answer] ?? 0;
  const room = Math.min((most[at] ?? 0) - floor, ceiling - (least[at] ?? 0));
  if (room < 0) throw new Contradiction(`facts contradict each other by ${room}`);
  if (room >= (widest[at] ?? 0)) return;
  let wide = 0;
  for (let place = 0; place < atoms.length; place += 1) {
    const of = (atoms[place] ?? 0) * width + answer;
    const [from, to] = [low[of] ?? 0, high[of] ?? 0];
    if (from === to) continue;
    const coefficient = coefficients?.[place] ?? 1;
    // Of the others the most leaves at least `floor − most` to this one, the least at most the rest.
    const below = floor - (most[at] ?? 0) + coefficient * (coefficient > 0 ? to : from);
    const above = ceiling - (least[at] ?? 0) + coefficient * (coefficient > 0 ? from : to);
    const first = Math.ceil((coefficient > 0 ? below : above) / coefficient);
    const last = Math.floor((coefficient > 0 ? above : below) / coefficient);
    if (first > from || last < to) setBounds(knowledge, of, Math.max(first, from), Math.min(last, to), queue);
    wide = Math.max(wide, Math.abs(coefficient) * ((high[of] ?? 0) - (low[of] ?? 0)));
  }
  // What is only supposed is taken back: then ranges widen again.
  if (!trail) widest[at] = wide;
}

/** Sets what one place can be, and what follows for the other answers of its atom. */
function setBounds(knowledge: Knowledge, place: number, low: number, high: number, queue: Set<number>): void {
  if (low > high) throw new Contradiction(`nothing is left between ${low} and ${high}`);
  change(knowledge, place, low, high, queue);
  const { width, sizes, low: lows, high: highs } = knowledge;
  const atom = Math.floor(place / width);
  const size = sizes[atom] ?? 0;
  let [least, most] = [0, 0];
  for (let answer = 0; answer < width; answer += 1) {
    least += lows[atom * width + answer] ?? 0;
    most += highs[atom * width + answer] ?? 0;
  }
  for (let answer = 0; answer < width; answer += 1) {
    const other = atom * width + answer;
    const [from, to] = [lows[other] ?? 0, highs[other] ?? 0];
    const first = Math.max(from, size - (most - to));
    const last = Math.min(to, size - (least - from));
    if (first > from || last < to) return setBounds(knowledge, other, first, last, queue);
  }
}

function change(knowledge: Knowledge, place: number, low: number, high: number, queue: Set<number> | null): void {
  const { width, factsOf, least, most, low: lows, high: highs, trail } = knowledge;
  const [from, to] = [lows[place] ?? 0, highs[place] ?? 0];
  if (queue) trail?.push({ place, low: from, high: to });
  lows[place] = low;
  highs[place] = high;
  const atom = Math.floor(place / width);
  const answer = place - atom * width;
  for (const [fact, coefficient] of factsOf[atom] ?? []) {
    const at = fact * width + answer;
    const [up, down] = coefficient > 0 ? [high - to, low - from] : [low - from, high - to];
    most[at] = (most[at] ?? 0) + coefficient * up;
    least[at] = (least[at] ?? 0) + coefficient * down;
    queue?.add(at);
  }
}

function restore(knowledge: Knowledge, place: number, low: number, high: number): void {
  change(knowledge, place, low, high, null);
}
