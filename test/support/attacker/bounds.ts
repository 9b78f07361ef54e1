/** Sum of coefficient × unknown, known to lie between two whole numbers. */
export type Fact = { terms: readonly (readonly [unknown: number, coefficient: number])[]; low: number; high: number };

export type Bounds = { low: number[]; high: number[] };

/**
 * Tightens what is known of whole, non-negative unknowns until no fact says more. Gives null when
 * the facts contradict each other (a fault of the attack, since the truth meets them all).
 */
export function tighten(start: Bounds, facts: readonly Fact[]): Bounds | null {
  const low = [...start.low];
  const high = [...start.high];
  const factsOf = new Map<number, number[]>();
  for (const [index, { terms }] of facts.entries()) {
    for (const [unknown] of terms) factsOf.set(unknown, [...(factsOf.get(unknown) ?? []), index]);
  }
  const queue = new Set(facts.keys());
  for (const index of queue) {
    queue.delete(index);
    const fact = facts[index];
    for (const [unknown, coefficient] of fact?.terms ?? []) {
      const [least, most] = othersOf(fact, unknown, low, high);
      const ends = [((fact?.low ?? 0) - most) / coefficient, ((fact?.high ?? 0) - least) / coefficient].toSorted(
        (a, b) => a - b,
      );
      const from = Math.ceil(ends[0] ?? 0);
      const to = Math.floor(ends[1] ?? 0);
      if (from <= (low[unknown] ?? 0) && to >= (high[unknown] ?? 0)) continue;
      low[unknown] = Math.max(from, low[unknown] ?? 0);
      high[unknown] = Math.min(to, high[unknown] ?? 0);
      if ((low[unknown] ?? 0) > (high[unknown] ?? 0)) return null;
      for (const other of factsOf.get(unknown) ?? []) queue.add(other);
    }
  }
  return { low, high };
}

function othersOf(
  fact: Fact | undefined,
  but: number,
  low: readonly number[],
  high: readonly number[],
): [number, number] {
  let least = 0;
  let most = 0;
  for (const [unknown, coefficient] of fact?.terms ?? []) {
    if (unknown === but) continue;
    const ends = [coefficient * (low[unknown] ?? 0), coefficient * (high[unknown] ?? 0)];
    least += Math.min(...ends);
    most += Math.max(...ends);
  }
  return [least, most];
}
