import type { Fact } from './propagate.ts';

/** What is left of a sum: its atoms, and between what their counts lie. */
type Left = { atoms: Set<number>; low: number[]; high: number[] };

/**
 * What exact sums leave beside a bound that lies in them: the bound taken away, then other exact sums that lie in
 * what is left, then other bounds. Each follows from the facts, and bounds that are drawn upon atom by atom do not
 * find it: that two degrees together have six people at least is lost where each has two at least. Facts with
 * coefficients are left out.
 *
 * Example: ten of five atoms gave an answer, of the first two six at least → of the other three four at most.
 */
export function besideBounds(facts: readonly Fact[]): Fact[] {
  const plain = facts.filter(({ coefficients }) => coefficients === null);
  const bySize = plain.toSorted((a, b) => b.atoms.length - a.atoms.length);
  const [exact, bounds] = [bySize.filter(isExact), bySize.filter((fact) => !isExact(fact))];
  const holding = new Map<number, Fact[]>();
  for (const fact of exact) {
    for (const atom of Array.from(fact.atoms)) holding.set(atom, [...(holding.get(atom) ?? []), fact]);
  }
  const found = new Map<string, Fact>();
  for (const bound of bounds) {
    for (const whole of holding.get(bound.atoms[0] ?? -1) ?? []) {
      const left = leftOf(whole);
      if (whole.atoms.length <= bound.atoms.length || !take(left, bound)) continue;
      keep(found, left);
      for (const part of exact) take(left, part);
      keep(found, left);
      for (const other of bounds) take(left, other);
      keep(found, left);
    }
  }
  return [...found.values()];
}

function isExact({ low, high }: Fact): boolean {
  return Array.from(low).every((count, answer) => count === high[answer]);
}

function leftOf({ atoms, low, high }: Fact): Left {
  return { atoms: new Set(Array.from(atoms)), low: Array.from(low), high: Array.from(high) };
}

/** Takes a part away where all of it is there; false where not. */
function take(left: Left, { atoms, low, high }: Fact): boolean {
  for (let place = 0; place < atoms.length; place += 1) if (!left.atoms.has(atoms[place] ?? -1)) return false;
  for (let place = 0; place < atoms.length; place += 1) left.atoms.delete(atoms[place] ?? -1);
  left.low = left.low.map((count, answer) => Math.max(0, count - (high[answer] ?? 0)));
  left.high = left.high.map((count, answer) => count - (low[answer] ?? 0));
  return true;
}

function keep(found: Map<string, Fact>, { atoms, low, high }: Left): void {
  if (atoms.size === 0) return;
  const key = [...atoms].join();
  const known = found.get(key);
  found.set(key, {
    atoms: [...atoms],
    coefficients: null,
    low: known ? low.map((count, answer) => Math.max(count, known.low[answer] ?? 0)) : low,
    high: known ? high.map((count, answer) => Math.min(count, known.high[answer] ?? 0)) : high,
  });
}
