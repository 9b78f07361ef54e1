import type { ItemCounts } from '../statistics/item-counts.ts';
import { of } from './cells.ts';

/**
 * Counts of several populations without common members, taken together. Throws for none.
 * Example: [1, 2] and [0, 3] of one question → [1, 5].
 */
export function mergeCounts(parts: readonly ItemCounts[]): ItemCounts {
  const [first] = parts;
  if (!first) throw new Error('no counts to merge');
  switch (first.kind) {
    case 'categories': {
      const all = parts.map((part) => of('categories', part));
      return {
        kind: first.kind,
        counts: added(all.map(({ counts }) => counts)),
        cannotSay: addedOrNull(all.map(({ cannotSay }) => cannotSay)),
      };
    }
    case 'options': {
      const all = parts.map((part) => of('options', part));
      return {
        kind: first.kind,
        n: all.reduce((total, { n }) => total + n, 0),
        chosen: added(all.map(({ chosen }) => chosen)),
      };
    }
    case 'bands': {
      const all = parts.map((part) => of('bands', part));
      const values = all.flatMap((part) => part.values);
      return { kind: first.kind, counts: added(all.map(({ counts }) => counts)), values: values.sort((a, b) => a - b) };
    }
    case 'pair': {
      const all = parts.map((part) => of('pair', part));
      return {
        kind: first.kind,
        importance: added(all.map(({ importance }) => importance)),
        development: added(all.map(({ development }) => development)),
        gap: added(all.map(({ gap }) => gap)),
        cannotSay: {
          importance: addedOrNull(all.map(({ cannotSay }) => cannotSay.importance)),
          development: addedOrNull(all.map(({ cannotSay }) => cannotSay.development)),
        },
      };
    }
    default:
      return first satisfies never;
  }
}

function added(vectors: readonly (readonly number[])[]): number[] {
  const total = Array<number>(vectors[0]?.length ?? 0).fill(0);
  for (const vector of vectors) {
    for (let place = 0; place < total.length; place += 1) total[place] = (total[place] ?? 0) + (vector[place] ?? 0);
  }
  return total;
}

function addedOrNull(counts: readonly (number | null)[]): number | null {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
}
