import type { Certain } from './certain-answers.ts';
import { createElimination, insert, sumOf } from './elimination.ts';
import { certainIn } from './gate.ts';
import type { Gate, Solved } from './solve-layer.ts';

/**
 * The gate of windows beside rounds that are settled: hides windows until nobody's answer is certain that was
 * not certain without them, for an outsider and for each possible insider. First the narrowest window that holds
 * the people in question, then all that hold them, in the end all windows. `vectors`: true counts by atom;
 * `least`: the threshold.
 */
export function makeWindowGate(vectors: readonly (readonly number[])[], least: number): Gate {
  let before: ReadonlySet<string> | null = null;
  return function* (solved) {
    const shown = solved.standings.flatMap((standing, unit) =>
      standing !== 'silent' && solved.layer.units[unit]?.settled === null ? [unit] : [],
    );
    if (shown.length === 0) return [];
    const certain = yield* certainIn(solved, vectors, least);
    if (certain.length === 0) return [];
    before ??= new Set((yield* certainIn(withoutFresh(solved), vectors, least)).map(nameOf));
    const known = before;
    const fresh = certain.filter((one) => !known.has(nameOf(one)));
    return fresh.length === 0 ? [] : unitsFor(solved, shown, fresh);
  };
}

function nameOf({ atom, answer }: Certain): string {
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

function unitsFor({ layer }: Solved, shown: readonly number[], certain: readonly Certain[]): number[] {
  const size = (unit: number): number => layer.units[unit]?.n ?? 0;
  const found = certain.map(({ atom }) => {
    const holding = shown.filter((unit) => layer.units[unit]?.atoms.includes(atom));
    return holding.toSorted((a, b) => size(a) - size(b) || a - b)[0] ?? null;
  });
  // Somebody whom no window holds is told by windows of others: then none of them stays.
  if (found.every((unit) => unit === null)) return [...shown];
  return [...new Set(found.filter((unit) => unit !== null))];
}
