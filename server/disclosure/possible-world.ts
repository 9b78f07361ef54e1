import type { OpenPart } from './open-parts.ts';

/** Rounds of adjustment at most. What is impossible halves as they double; what is possible stands still. */
const ROUNDS = 240;
const CLOSE_ENOUGH = 1e-4;

/**
 * The world that is as undecided as what is known allows: every answer that is possible for an atom has
 * some weight in it, what is impossible hardly any. Given after half the rounds and after all of them:
 * weight that still shrinks is on its way to nothing. `known`: a place where one person's answer is
 * known; that person is counted apart, the world is of the others.
 *
 * Source: iterative proportional fitting (Deming and Stephan 1940); its limit has the largest entropy
 * under the sums, and so gives weight to all that any solution does (Csiszár 1975).
 * Example: two people who gave one of two answers each → a half of each for both.
 */
export function possibleWorld(
  part: OpenPart,
  known: number = -1,
  rounds: number = ROUNDS,
): { halfway: Float64Array; world: Float64Array } {
  const world = Float64Array.from(part.middle);
  let halfway = world;
  const sums = flatSums(part);
  // Of a sum that holds the known place, that one person is counted apart.
  const counted = Uint8Array.from(part.sums, ({ places }) => Number(known >= 0 && places.includes(known)));
  for (let round = 0; round < rounds; round += 1) {
    const off = Math.max(fitSums(sums, world, counted), fitAtoms(part, world, known));
    if (round === rounds / 2) halfway = Float64Array.from(world);
    if (off < CLOSE_ENOUGH) break;
  }
  return { halfway, world };
}

/** Sums one behind the other: those of number `sum` are at `starts[sum]` to `starts[sum + 1]`. */
type FlatSums = { places: Int32Array; starts: Int32Array; low: Float64Array; high: Float64Array };
const flattened = new WeakMap<OpenPart, FlatSums>();

function flatSums(part: OpenPart): FlatSums {
  const before = flattened.get(part);
  if (before) return before;
  const starts = new Int32Array(part.sums.length + 1);
  for (const [index, { places }] of part.sums.entries()) starts[index + 1] = (starts[index] ?? 0) + places.length;
  const flat: FlatSums = {
    places: Int32Array.from(part.sums.flatMap(({ places }) => [...places])),
    starts,
    low: Float64Array.from(part.sums, ({ low }) => low),
    high: Float64Array.from(part.sums, ({ high }) => high),
  };
  flattened.set(part, flat);
  return flat;
}

/** Scales the places of each sum to it; gives how far the farthest was off. */
function fitSums({ places, starts, low, high }: FlatSums, world: Float64Array, counted: Uint8Array): number {
  let off = 0;
  for (let sum = 0; sum < low.length; sum += 1) {
    const [from, to] = [starts[sum] ?? 0, starts[sum + 1] ?? 0];
    let total = 0;
    for (let at = from; at < to; at += 1) total += world[places[at] ?? 0] ?? 0;
    const less = counted[sum] ?? 0;
    const wanted = Math.max(0, Math.min(Math.max(total, (low[sum] ?? 0) - less), (high[sum] ?? 0) - less));
    if (wanted === total) continue;
    off = Math.max(off, Math.abs(wanted - total));
    const factor = total > 0 ? wanted / total : 0;
    for (let at = from; at < to; at += 1) {
      const place = places[at] ?? 0;
      world[place] = (world[place] ?? 0) * factor;
    }
  }
  return off;
}

/** The same for the people of each atom. */
function fitAtoms({ sizes, width }: OpenPart, world: Float64Array, known: number): number {
  let off = 0;
  const own = known < 0 ? -1 : Math.floor(known / width);
  for (const [atom, size] of sizes.entries()) {
    let total = 0;
    for (let place = atom * width; place < (atom + 1) * width; place += 1) total += world[place] ?? 0;
    const wanted = atom === own ? size - 1 : size;
    off = Math.max(off, Math.abs(wanted - total));
    const factor = total > 0 ? wanted / total : 0;
    for (let place = atom * width; place < (atom + 1) * width; place += 1) world[place] = (world[place] ?? 0) * factor;
  }
  return off;
}
