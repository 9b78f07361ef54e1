import { adjustPValues } from './adjust-p-values.ts';
import { answersOf, compareItem, type ComparedItem, type Comparison } from './compare-item.ts';
import { ownGaps, type OwnGap } from './own-gaps.ts';

/** Printed with the list, so that another rule later does not pass for another result. */
const RULE = 1;

/** One comparison of a family, with its p-value adjusted for the family. */
export type Tested = Comparison & { adjustedP: number; isClear: boolean };

export type Highlight =
  ({ kind: 'difference' } & Tested) | ({ kind: 'change' } & Tested) | ({ kind: 'own_gap' } & OwnGap);

/** All items of a page that were tested against one group, in page order. */
export type Family = { tested: readonly Tested[]; clear: number };

/**
 * What a page may say first. `no_report`: too few answers for any report. `too_few`: too few to look
 * for differences, which does not mean that there are none. `not_comparable`: the other group is too
 * small; own gaps stand without comparison. `none`: looked, and nothing differs clearly. `found`.
 * `list` has three highlights at most; with `none` it can hold changes and an own gap.
 */
export type Highlights =
  | { kind: 'no_report' | 'too_few' }
  | { kind: 'not_comparable'; list: readonly Highlight[] }
  | { kind: 'none' | 'found'; rule: number; list: readonly Highlight[]; differences: Family; changes: Family };

export type HighlightInput = {
  /** Respondents of the report. */
  respondents: number;
  /** Every comparison the page shows with the one group, in page order; the family of the adjustment. */
  items: readonly ComparedItem[];
  /** The same items with one's own round before in place of the group, where question and population are unchanged. */
  changes?: readonly ComparedItem[];
};

const FEWEST_RESPONDENTS = 5;
const FEWEST = 21;
const FEWEST_OTHER = 30;
/** Without a true difference a page of any size names one in 8 % of cases at most; `bench/highlights.ts` counts. */
const FALSE_DISCOVERY = 0.08;
const LEAST_DIFFERENCE = { mean: 0.4, development: 0.4, gap: 0.4, share: 0.1 } as const;
const MOST: Readonly<Record<'all' | 'weaker' | 'stronger', number>> = { all: 3, weaker: 3, stronger: 2 };

/**
 * The highlights of a page: differences from a comparison group that are hardly due to chance. Each
 * item with 21 own and 30 other answers is tested without finite population correction (`compareItem`),
 * and the p-values are adjusted over the page by Benjamini and Hochberg. Clear is an adjusted p ≤ 0.08
 * with a difference of 0.4 steps or 10 points at least that is clear by itself, too.
 *
 * Order: the end of the interval nearest to 0, in multiples of that least difference (so that steps and
 * points can be compared), then page order. An item appears once; of the three at most two are
 * stronger. Room that is left goes to clear changes since the round before (a family of their own, by
 * the same rule, 21 answers on both sides), then to the largest own gap clear of 0, unless its skill is
 * listed as a difference. The same counts give the same list.
 *
 * Example: 41 answers and nothing beyond chance → { kind: 'none', list: [the largest own gap], … }.
 */
export function highlights({ respondents, items, changes = [] }: HighlightInput): Highlights {
  if (respondents < FEWEST_RESPONDENTS) return { kind: 'no_report' };
  const answered = items.filter((item) => answersOf(item).own >= FEWEST);
  if (respondents < FEWEST || answered.length === 0) return { kind: 'too_few' };
  const comparable = answered.filter((item) => answersOf(item).other >= FEWEST_OTHER);
  const gaps = ownGaps(answered, FEWEST, FEWEST_OTHER).map((gap): Highlight => ({ kind: 'own_gap', ...gap }));
  if (comparable.length === 0) return { kind: 'not_comparable', list: gaps.slice(0, MOST.all) };
  const isBigEnough = (item: ComparedItem) => Math.min(answersOf(item).own, answersOf(item).other) >= FEWEST;
  const tested = testFamily(comparable);
  const changed = testFamily(changes.filter(isBigEnough));
  const differences = chosen(tested).map((one): Highlight => ({ kind: 'difference', ...one }));
  const changesShown = chosen(changed).map((one): Highlight => ({ kind: 'change', ...one }));
  const largestGap = gaps.slice(0, 1).filter(({ code }) => differences.every((one) => one.code !== code));
  const list = [...differences, ...changesShown, ...largestGap];
  return {
    kind: differences.length > 0 ? 'found' : 'none',
    rule: RULE,
    list: list.slice(0, MOST.all),
    differences: family(tested),
    changes: family(changed),
  };
}

function family(tested: readonly Tested[]): Family {
  return { tested, clear: tested.filter(({ isClear }) => isClear).length };
}

function testFamily(items: readonly ComparedItem[]): Tested[] {
  const comparisons = items.map(compareItem).filter((comparison) => comparison !== null);
  const adjusted = adjustPValues(
    comparisons.map(({ p }) => p),
    'benjamini_hochberg',
  );
  return comparisons.map((comparison, index) => {
    const adjustedP = adjusted[index] ?? 1;
    // 0.4 as a difference of two means is seldom 0.4 to the last bit.
    const isLarge = Math.abs(comparison.difference.value) >= LEAST_DIFFERENCE[comparison.measure] - 1e-9;
    return { ...comparison, adjustedP, isClear: isLarge && comparison.isClearAlone && adjustedP <= FALSE_DISCOVERY };
  });
}

/** The clear ones, strongest evidence first, each item once, at most as many as are listed. */
function chosen(tested: readonly Tested[]): Tested[] {
  const left = { ...MOST };
  const seen = new Set<string>();
  return tested
    .filter(({ isClear }) => isClear)
    .toSorted((a, b) => evidence(b) - evidence(a))
    .filter(({ code, direction }) => {
      if (direction === null || seen.has(code) || left[direction] === 0 || left.all === 0) return false;
      seen.add(code);
      left[direction] -= 1;
      left.all -= 1;
      return true;
    });
}

/** The end of the interval nearest to 0, in multiples of the least difference worth showing. */
function evidence({ difference: { low, high }, measure }: Tested): number {
  const nearest = low > 0 ? low : high < 0 ? -high : 0;
  return nearest / LEAST_DIFFERENCE[measure];
}
