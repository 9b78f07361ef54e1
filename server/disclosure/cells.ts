import type { Aggregation } from '../engine/aggregation.ts';
import type { ItemCounts } from '../statistics/item-counts.ts';
import { sum } from '../statistics/figure.ts';

/** A vector of counts that is shown or hidden as a whole, and how to find it in a question's counts. */
export type Cell = {
  id: string;
  item: string;
  /** What the places of the vector mean; null for one that no table can name ("not chosen"). */
  categories: readonly (string | null)[];
  vector: (counts: ItemCounts) => readonly number[];
  /** Number of "cannot say" beside it; null where not offered. */
  cannotSay: (counts: ItemCounts) => number | null;
};

export type Counted = Exclude<Aggregation, { kind: 'none' }>;

/**
 * The cells of a question, in order: one for a choice, a scale and numbers, one an option for
 * several choices ([chosen, not chosen]), importance and development for a pair. The gap of a pair
 * is no cell here: it follows from the other two. Source: statistics.md of the rules, per question
 * type. Example: the options a and b of x → 'x/a' and 'x/b'.
 */
export function cellsOf(question: string, aggregation: Counted): Cell[] {
  switch (aggregation.kind) {
    case 'categories':
      return [
        { ...plain(question, aggregation.categories), cannotSay: (counts) => of('categories', counts).cannotSay },
      ];
    case 'bands':
      return [
        plain(
          question,
          aggregation.bands.map(({ code }) => code),
        ),
      ];
    case 'options':
      return aggregation.options.map((option, index) => ({
        id: `${question}/${option}`,
        item: question,
        categories: [option, null],
        vector: (counts) => {
          const { n, chosen } = of('options', counts);
          return [chosen[index] ?? 0, n - (chosen[index] ?? 0)];
        },
        cannotSay: () => null,
      }));
    case 'pair':
      return (['importance', 'development'] as const).map((part) => ({
        id: `${question}.${part}`,
        item: `${question}.${part}`,
        categories: aggregation.categories,
        vector: (counts) => of('pair', counts)[part],
        cannotSay: (counts) => of('pair', counts).cannotSay[part],
      }));
    default:
      return aggregation satisfies never;
  }
}

/**
 * Number of answers to a question: those who chose a category, answered with any option, gave both
 * parts of a pair, or a number. Example: several choices by 12 people → 12, however many they chose.
 */
export function answersTo(counts: ItemCounts): number {
  switch (counts.kind) {
    case 'categories':
    case 'bands':
      return sum(counts.counts);
    case 'options':
      return counts.n;
    case 'pair':
      return sum(counts.importance);
    default:
      return counts satisfies never;
  }
}

/** The counts if they are of that kind; a tally that gives others is a fault of the program. */
export function of<K extends ItemCounts['kind']>(kind: K, counts: ItemCounts): Extract<ItemCounts, { kind: K }> {
  if (counts.kind !== kind) throw new Error(`counts of "${counts.kind}" where "${kind}" belongs`);
  // TypeScript does not narrow by a generic tag.
  return counts as Extract<ItemCounts, { kind: K }>;
}

function plain(question: string, categories: readonly string[]): Cell {
  return {
    id: question,
    item: question,
    categories,
    vector: (counts) => (counts.kind === 'bands' ? counts.counts : of('categories', counts).counts),
    cannotSay: () => null,
  };
}
