import type { Catalogue } from './catalogue.ts';
import type { DefinableGroup } from './definable-groups.ts';
import type { Vector } from './elimination.ts';
import { makeLayer, totalOf, type LayerFacts, type Wish } from './layer.ts';
import { restOf } from './leftovers.ts';
import { RULES } from './rules.ts';
import { solveLayer, type Solved } from './solve-layer.ts';
import type { Switches } from './switches.ts';

export type PopulationFacts = {
  catalogue: Catalogue;
  groups: readonly DefinableGroup[];
  /** Respondents by atom and by population. */
  people: Int32Array;
  respondents: readonly number[];
  /** Whether a population may take part for another reason than its size. */
  isCandidate: (population: number) => boolean;
  sunk: readonly Vector[];
  switches: Switches;
  settled?: LayerFacts['settled'];
};

/** Populations that a release speaks of, and the parts of shown ones that are shown together only. */
export type ProtectedPopulations = {
  open: ReadonlySet<number>;
  combined: ReadonlyMap<number, readonly number[]>;
};

/** Fewest respondents or answers of a population (R1, R2). */
export function thresholdOf({ split }: { split: string }, least: number, { splitThreshold }: Switches): number {
  return split !== '' && splitThreshold ? Math.max(RULES.split_threshold, least) : least;
}

/** Fewest answers of a group that is no population. */
export function groupThreshold(isWhole: boolean, least: number, switches: Switches): number {
  return thresholdOf({ split: isWhole ? '' : 'any' }, least, switches);
}

/**
 * Which populations of the catalogue may be spoken of at all, by the number of respondents: the
 * elimination on the catalogue's vectors, before any answer is looked at.
 *
 * Example: degrees with 12, 7, 3 and 20 respondents in one field → those with 12 and 20 are shown.
 */
export function* protectPopulations(facts: PopulationFacts): Generator<void, ProtectedPopulations> {
  const { catalogue, people, respondents, switches } = facts;
  const thresholds = catalogue.populations.map((population) => thresholdOf(population, RULES.threshold, switches));
  const wishes = catalogue.populations.map((_, index): Wish => {
    const n = respondents[index] ?? 0;
    if (n === 0) return 'absent';
    if (n < (thresholds[index] ?? 0)) return 'few';
    return facts.isCandidate(index) ? 'exact' : 'hidden';
  });
  const layer = makeLayer({
    catalogue,
    weights: people,
    people,
    counts: respondents.map((n) => [n]),
    wishes,
    thresholds,
    isSafe: (counts, threshold) => (counts[0] ?? 0) >= threshold,
    ...(facts.settled ? { settled: facts.settled } : {}),
  });
  const solved = yield* solveLayer({
    ...facts,
    layer,
    isUnsafe: (atoms, isWhole) => totalOf(people, atoms) < groupThreshold(isWhole, RULES.threshold, switches),
    least: RULES.threshold,
  });
  return { open: exactPopulations(solved), combined: combinedParts(solved) };
}

/** The populations whose unit is exact and who may be shown themselves. */
export function exactPopulations({ layer, standings }: Solved): Set<number> {
  return new Set(
    layer.wishes.flatMap((wish, index) =>
      wish === 'exact' && standings[layer.unitOf[index] ?? -1] === 'exact' ? [index] : [],
    ),
  );
}

const LEVELS_WITH_GROUPS = ['nation', 'field', 'institution', 'institution_field'];

/**
 * Shown totals and those of their narrowest parts that have no figure of their own. None where a part is
 * exact and yet not shown: then the rest is not what is left over for a reader.
 */
export function combinedParts(solved: Solved): Map<number, readonly number[]> {
  const { layer, standings } = solved;
  const shown = exactPopulations(solved);
  const combined = new Map<number, readonly number[]>();
  for (const [index, { level, split, parts }] of layer.catalogue.populations.entries()) {
    const [way] = parts;
    if (!way || split !== '' || !LEVELS_WITH_GROUPS.includes(level)) continue;
    if (!shown.has(index)) continue;
    const rest = restOf(layer, standings, way);
    const members = [...rest.bounded, ...rest.silent].toSorted((a, b) => a - b);
    const isApart =
      rest.exact.length > 0 &&
      rest.exact.every((part) => shown.has(part)) &&
      members.some((member) => (layer.unitOf[member] ?? -1) >= 0);
    if (isApart) combined.set(index, members);
  }
  return combined;
}
