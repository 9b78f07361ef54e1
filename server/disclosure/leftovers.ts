import { isBackbone, type Layer } from './layer.ts';
import { RULES } from './rules.ts';

/** How a unit stands while a layer is being solved. `silent`: nothing is said of it. */
export type Standing = 'exact' | 'bounded' | 'silent';

/** The parts of a population that have no exact figure, and those that have and could join them. */
type Rest = { bounded: number[]; silent: number[]; exact: number[] };

/**
 * What a shown population and its exact parts leave over can be told by subtraction, so it must bear
 * that: the parts without any figure, taken together, must be counts that could be shown exactly; if
 * one of them could not be shown by itself, the whole rest must moreover stay clear by two answers for
 * each bounded part. Where it does not hold, something more is hidden: the population itself where it
 * serves few reports, else its smallest exact parts. Returns the units to hide, and marks them silent.
 *
 * Source: sibling rule with its two passes (docs/statistics.md).
 * Example: [12, 0] and [9, 0] bounded, [9, 5] and [14, 6] exact in [44, 11] → [9, 5] is hidden too.
 */
export function hideForLeftovers(layer: Layer, standings: Standing[]): number[] {
  const hidden: number[] = [];
  const hide = (unit: number): void => {
    standings[unit] = 'silent';
    hidden.push(unit);
  };
  const { populations } = layer.catalogue;
  for (const [index, population] of populations.entries()) {
    const own = layer.unitOf[index] ?? -1;
    for (const way of population.parts) {
      const { settled = null, rank = 0 } = layer.units[own] ?? {};
      if (settled && !isSplitWay(layer, index, way) && isSettledWay(layer, way)) continue;
      const givesWay = !settled && !isBackbone(rank) && !isSplitWay(layer, index, way);
      while (standings[own] === 'exact') {
        const rest = restOf(layer, standings, way);
        if (isBearable(layer, rest)) break;
        const parts = givesWay ? [own] : smallest(layer, standings, rest, own);
        // With no exact part left nothing is subtracted; then the bounds go too.
        const next = (parts.length > 0 ? parts : rest.bounded.map((part) => layer.unitOf[part] ?? -1)).filter(
          (unit) => !layer.units[unit]?.settled,
        );
        if (next.length === 0 && settled) break;
        for (const unit of next.length > 0 ? next : [own]) hide(unit);
      }
    }
  }
  return hidden;
}

/** The rest of a population, one way it is made up: parts of parts where a part is not shown itself. */
export function restOf(layer: Layer, standings: readonly Standing[], way: readonly number[]): Rest {
  const rest: Rest = { bounded: [], silent: [], exact: [] };
  const visit = (index: number): void => {
    const unit = layer.unitOf[index] ?? -1;
    const standing = standings[unit];
    const parts = layer.catalogue.populations[index]?.parts[0] ?? [];
    // A part without any answers is seen where people took part and nobody answered.
    if (standing === 'exact') rest.exact.push(index);
    else if (!isSplitWay(layer, index, parts)) for (const part of parts) visit(part);
    else if (standing === 'bounded') rest.bounded.push(index);
    else rest.silent.push(index);
  };
  for (const index of way) visit(index);
  return rest;
}

/** What every shown population and its exact parts leave over, as the parts of that rest; none that is whole. */
export function allRests(layer: Layer, standings: readonly Standing[]): number[][] {
  return layer.catalogue.populations.flatMap(({ parts }, index) => {
    if (standings[layer.unitOf[index] ?? -1] !== 'exact') return [];
    return parts.flatMap((way) => {
      const rest = restOf(layer, standings, way);
      const members = [...rest.bounded, ...rest.silent];
      return rest.exact.length > 0 && members.length > 0 ? [members] : [];
    });
  });
}

function isSplitWay({ catalogue }: Layer, index: number, parts: readonly number[]): boolean {
  return parts.length === 0 || catalogue.populations[index]?.split !== catalogue.populations[parts[0] ?? -1]?.split;
}

function isSettledWay({ units, unitOf }: Layer, parts: readonly number[]): boolean {
  return parts.every((part) => (unitOf[part] ?? -1) < 0 || units[unitOf[part] ?? -1]?.settled);
}

function isBearable(layer: Layer, { bounded, silent, exact }: Rest): boolean {
  const answering = silent.filter((index) => (layer.unitOf[index] ?? -1) >= 0);
  const present = silent.filter((index) =>
    layer.catalogue.populations[index]?.atoms.some((atom) => (layer.people[atom] ?? 0) > 0),
  );
  if (bounded.length === 0 && (present.length === 0 || exact.length === 0)) return true;
  const threshold = Math.max(...[...bounded, ...present].map((index) => layer.thresholds[index] ?? 0));
  if (!layer.isSafe(together(layer, answering), threshold, RULES.slack)) return false;
  const dark = answering.filter((index) => layer.isDark?.(index));
  if (dark.length > 0 && !layer.isSafe(together(layer, dark), threshold, RULES.slack)) return false;
  const delicate = answering.some((index) => layer.wishes[index] !== 'exact');
  const slack = RULES.slack * (1 + bounded.length);
  return !delicate || layer.isSafe(together(layer, [...answering, ...bounded]), threshold, slack);
}

function together({ counts }: Layer, members: readonly number[]): number[] {
  const width = counts[0]?.length ?? 0;
  return Array.from({ length: width }, (_, place) =>
    members.reduce((total, index) => total + (counts[index]?.[place] ?? 0), 0),
  );
}

/**
 * The exact part that is given up first: the smallest of the narrowest, with what is wide only by
 * holding it. Not the population itself, and none that many reports need while there is another.
 */
function smallest(layer: Layer, standings: readonly Standing[], { exact }: Rest, own: number): number[] {
  const unitOf = (index: number): number => layer.unitOf[index] ?? -1;
  const found = exact.flatMap((cover) =>
    leavesOf(layer, standings, cover).map((leaf) => ({ cover: unitOf(cover), leaf: unitOf(leaf) })),
  );
  const size = ({ leaf }: { leaf: number }): number => layer.units[leaf]?.n ?? 0;
  const needed = ({ cover }: { cover: number }): number => Number(isBackbone(layer.units[cover]?.rank ?? 0));
  const [first] = found
    .filter(({ cover, leaf }) => cover !== own && leaf !== own && !layer.units[cover]?.settled)
    .sort((a, b) => needed(a) - needed(b) || size(a) - size(b) || b.leaf - a.leaf);
  return first ? [...new Set([first.cover, first.leaf])] : [];
}

function leavesOf(layer: Layer, standings: readonly Standing[], index: number): number[] {
  const parts = layer.catalogue.populations[index]?.parts[0] ?? [];
  const below = isSplitWay(layer, index, parts) ? [] : parts.flatMap((part) => leavesOf(layer, standings, part));
  if (below.length > 0) return below;
  return standings[layer.unitOf[index] ?? -1] === 'exact' ? [index] : [];
}
