import type { Mapping, Recode } from './comparability-schema.ts';

type Classes = readonly { code: string }[];

/**
 * Counts of a question's options summed into the classes of a common scale. `options` and `common` give
 * the order of both vectors; an option that is left out (null) adds to no class. Throws for an option that
 * the mapping does not name: a checked map has none.
 *
 * @example recodeCounts([1, 2, 4, 6, 8, 4], ['1', '2', '3', '4', '5', '6'], sixToThree, lowMidHigh) // [3, 10, 12]
 */
export function recodeCounts(
  counts: readonly number[],
  options: readonly string[],
  mapping: Mapping,
  common: Classes,
): number[] {
  const sums = new Map(common.map(({ code }) => [code, 0]));
  for (const [index, option] of options.entries()) {
    const target = mapping[option];
    if (target === undefined) throw new Error(`the recode does not name the option "${option}"`);
    if (target === null) continue;
    const sum = sums.get(target);
    if (sum === undefined) throw new Error(`the recode names "${target}", which the common scale does not have`);
    sums.set(target, sum + (counts[index] ?? 0));
  }
  return [...sums.values()];
}

/**
 * One recode after another, as one: recoding twice gives the same counts as recoding once by the result.
 * Throws where the second does not name a class of the first.
 *
 * @example composeMappings({ '1': 'low', '2': 'high' }, { low: 'no', high: 'yes' }) // { '1': 'no', '2': 'yes' }
 */
export function composeMappings(first: Mapping, second: Mapping): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(first).map(([option, middle]) => {
      if (middle === null) return [option, null];
      const last = second[middle];
      if (last === undefined) throw new Error(`the recode does not name the class "${middle}"`);
      return [option, last];
    }),
  );
}

/**
 * The mapping that leads from the classes of a finer recode to those of a coarser one of the same options,
 * or null where the second splits a class of the first, so that no such mapping exists.
 *
 * @example mappingBetween({ '1': 'a', '2': 'b', '3': 'b' }, { '1': 'x', '2': 'x', '3': 'x' }) // { a: 'x', b: 'x' }
 */
export function mappingBetween(finer: Mapping, coarser: Mapping): Record<string, string | null> | null {
  const found = new Map<string, string | null>();
  for (const [option, middle] of Object.entries(finer)) {
    const last = coarser[option];
    if (last === undefined) return null;
    if (middle === null) {
      if (last !== null) return null;
      continue;
    }
    const known = found.get(middle);
    if (known !== undefined && known !== last) return null;
    found.set(middle, last);
  }
  return Object.fromEntries(found);
}

/**
 * Whether a recode keeps the order of a scale: a higher step never falls into a lower class.
 * `options` and `common` run from least to most.
 *
 * @example keepsOrder(['1', '2', '3'], { '1': 'low', '2': 'high', '3': 'low' }, lowHigh) // false
 */
export function keepsOrder(options: readonly string[], mapping: Mapping, common: Classes): boolean {
  const places = options.map((option) => common.findIndex(({ code }) => code === mapping[option]));
  return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
}

/** Two recodes that meet in one version, on one scale: the mappings lead from their classes to its classes. */
export type JoinedScale = { common: Recode['common']; first: Mapping; second: Mapping };

/**
 * The common scale of three versions of which the first two and the last two each have one. It exists where
 * one of the two recodes only joins classes of the other; null otherwise. `met` maps the options of the version
 * in the middle, on the first scale and on the second.
 *
 * @example joinScales({ common: three, met: sixToThree }, { common: two, met: sixToTwo }) // null: 3 and 4 are one class
 */
export function joinScales(
  first: { common: Recode['common']; met: Mapping },
  second: { common: Recode['common']; met: Mapping },
): JoinedScale | null {
  const toFirst = mappingBetween(second.met, first.met);
  if (toFirst) return { common: first.common, first: sameClasses(first.common), second: toFirst };
  const toSecond = mappingBetween(first.met, second.met);
  return toSecond && { common: second.common, first: toSecond, second: sameClasses(second.common) };
}

function sameClasses(common: Classes): Mapping {
  return Object.fromEntries(common.map(({ code }) => [code, code]));
}
