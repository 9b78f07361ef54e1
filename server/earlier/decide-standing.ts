import type { SafeCell } from '../disclosure/safe-table.ts';

/** Whose answers a person's own is set beside: those of the degree, or of a wider group where these are hidden. */
export const AMONG = ['degree', 'field', 'nation'] as const;
export type Among = (typeof AMONG)[number];

/** Where an answer stands in a published distribution. */
export type Standing = {
  among: Among;
  n: number;
  /** Every answer that could be chosen, from the lowest to the highest, with its published share. */
  steps: readonly { code: string; share: number; isOwn: boolean }[];
  /** Shares that answered less, the same and more; null for someone who has not answered. */
  own: { below: number; same: number; above: number } | null;
};

/**
 * Where an answer on a scale stands in the first group whose distribution is published whole; null where
 * none is. Only published figures are read, so that nothing is told here that the release does not tell.
 * `order`: the steps of the scale, lowest first.
 */
export function decideStanding(
  answer: unknown,
  order: readonly string[],
  cellOf: (among: Among) => SafeCell | undefined,
): Standing | null {
  for (const among of AMONG) {
    const cell = cellOf(among);
    if (cell?.status !== 'exact' || cell.categories.length === 0) continue;
    const counts = new Map(cell.categories.map(({ code, count }) => [code, count]));
    const place = order.findIndex((code) => code === answer);
    const shareOf = (codes: readonly string[]) =>
      codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0) / cell.n;
    return {
      among,
      n: cell.n,
      steps: order.map((code) => ({ code, share: shareOf([code]), isOwn: code === answer })),
      own:
        place < 0
          ? null
          : {
              below: shareOf(order.slice(0, place)),
              same: shareOf(order.slice(place, place + 1)),
              above: shareOf(order.slice(place + 1)),
            },
    };
  }
  return null;
}
