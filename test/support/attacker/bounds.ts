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
  let changed = true;
  while (changed) {
    changed = false;
    for (const fact of facts) {
      for (const [unknown, coefficient] of fact.terms) {
        const [least, most] = othersOf(fact, unknown, low, high);
        const ends = [(fact.low - most) / coefficient, (fact.high - least) / coefficient].toSorted((a, b) => a - b);
        const from = Math.ceil(ends[0] ?? 0);
        const to = Math.floor(ends[1] ?? 0);
        if (from > (low[unknown] ?? 0)) [low[unknown], changed] = [from, true];
        if (to < (high[unknown] ?? 0)) [high[unknown], changed] = [to, true];
        if ((low[unknown] ?? 0) > (high[unknown] ?? 0)) return null;
      }
    }
  }
  return { low, high };
}

function othersOf(fact: Fact, but: number, low: readonly number[], high: readonly number[]): [number, number] {
  let least = 0;
  let most = 0;
  for (const [unknown, coefficient] of fact.terms) {
    if (unknown === but) continue;
    const ends = [coefficient * (low[unknown] ?? 0), coefficient * (high[unknown] ?? 0)];
    least += Math.min(...ends);
    most += Math.max(...ends);
  }
  return [least, most];
}
