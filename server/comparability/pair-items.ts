import type { MapItem } from './comparability-schema.ts';
import { inOrder } from './diff-parts.ts';

/** An item of two versions, by its codes there. null: it does not exist there. `item`: what the map says. */
export type Pair = { from: string | null; to: string | null; item: MapItem | null };

/**
 * Which code of the earlier version belongs to which of the later: what the map relates, and otherwise the
 * same code in both. In the order of the later version; dropped items follow what they followed.
 *
 * @example pairItems(['a', 'b'], ['b', 'c'], []) // b–b, and a dropped, and c new
 */
export function pairItems(from: readonly string[], to: readonly string[], items: readonly MapItem[]): Pair[] {
  const byTo = new Map(items.toReversed().flatMap((item) => (item.to === null ? [] : [[item.to, item] as const])));
  const byFrom = new Map(
    items.toReversed().flatMap((item) => (item.from === null ? [] : [[item.from, item] as const])),
  );
  const partner = new Map(
    from.flatMap((code) => {
      const item = byFrom.get(code);
      const other = item ? item.to : byTo.has(code) ? null : code;
      return other !== null && to.includes(other) ? [[code, other] as const] : [];
    }),
  );
  const keyed = [
    ...from.map((code) => ({ code, key: partner.get(code) ?? `dropped ${code}`, side: 'from' })),
    ...to.map((code) => ({ code, key: code, side: 'to' })),
  ];
  const [left, right] = ['from', 'to'].map((side) => keyed.filter((entry) => entry.side === side));
  return inOrder(left ?? [], right ?? [], ({ key }) => key).map(([before, after]) => ({
    from: before?.code ?? null,
    to: after?.code ?? null,
    item: (before && byFrom.get(before.code)) ?? (after && byTo.get(after.code)) ?? null,
  }));
}
