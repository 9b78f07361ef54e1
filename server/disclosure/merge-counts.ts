import type { ItemCounts } from '../statistics/item-counts.ts';
import { of } from './cells.ts';

/**
 * Counts of several populations without common members, taken together. Throws for none.
 * Example: [1, 2] and [0, 3] of one question → [1, 5].
 */
export function mergeCounts(parts: readonly ItemCounts[]): ItemCounts {
  const [first, ...rest] = parts;
  if (!first) throw new Error('no counts to merge');
  return rest.reduce(merged, first);
}

function merged(one: ItemCounts, other: ItemCounts): ItemCounts {
  switch (one.kind) {
    case 'categories': {
      const { counts, cannotSay } = of('categories', other);
      return { kind: one.kind, counts: added(one.counts, counts), cannotSay: addedOrNull(one.cannotSay, cannotSay) };
    }
    case 'options': {
      const { n, chosen } = of('options', other);
      return { kind: one.kind, n: one.n + n, chosen: added(one.chosen, chosen) };
    }
    case 'bands': {
      const { counts, values } = of('bands', other);
      const all = [...one.values, ...values].toSorted((a, b) => a - b);
      return { kind: one.kind, counts: added(one.counts, counts), values: all };
    }
    case 'pair': {
      const { importance, development, gap, cannotSay } = of('pair', other);
      return {
        kind: one.kind,
        importance: added(one.importance, importance),
        development: added(one.development, development),
        gap: added(one.gap, gap),
        cannotSay: {
          importance: addedOrNull(one.cannotSay.importance, cannotSay.importance),
          development: addedOrNull(one.cannotSay.development, cannotSay.development),
        },
      };
    }
    default:
      return one satisfies never;
  }
}

function added(one: readonly number[], other: readonly number[]): number[] {
  return one.map((count, index) => count + (other[index] ?? 0));
}

function addedOrNull(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
