import type { SafeTable } from './safe-table.ts';

/** What becomes of something that an earlier edition shows: nobody was added, it is counted anew, or it stands as it was. */
export type Renewal = 'same' | 'renewed' | 'stands';

export type Editions = {
  /** What the edition before shows, over everybody it counted. */
  before: SafeTable;
  /** What may be shown of those alone who were added since, protected as a release of their own. */
  added: SafeTable;
  /** Whether anybody was added to a population. */
  hasMore: (populationKey: string) => boolean;
  /** Whether the figures that are shown count everybody of the edition before; false where one of them stood still. */
  isWhole?: (populationKey: string, cell: string | null) => boolean;
};

export type Renewals = {
  /** Of a population's size (null), or of one of its cells. */
  of: (populationKey: string, cell: string | null) => Renewal;
};

/**
 * What a later edition of a release may show anew. A figure and the one before tell what those added answered,
 * so a figure is renewed only where that could be shown by itself: where the same cell of the added people passes
 * every rule of a release. Nobody is in both halves, so that whatever follows from all figures together follows
 * from those of the one half or of the other, and each half is safe. Everything else stands as it was.
 *
 * A cell in which some were added stands also where none of them answered: otherwise its mark would tell that.
 *
 * Source: rule 2.8 of the plan, differences in time (docs/statistics.md).
 * Example: a degree of 12 and one more → stands; and so do a field of 40 and the same one more. Seven more, with
 * answers of several kinds → renewed, to 19 and to 47.
 */
export function renewals({ before, added, hasMore, isWhole = () => true }: Editions): Renewals {
  const populations = (table: SafeTable) => new Set(table.populations.map(({ key }) => key));
  const [shown, shownOfAdded] = [populations(before), populations(added)];
  const isExact = (table: SafeTable, key: string, cell: string): boolean =>
    table.cells.get(key)?.get(cell)?.status === 'exact';
  return {
    of: (key, cell) => {
      if (!hasMore(key)) return 'same';
      // A combined group is made of other members in each half.
      if (key.startsWith('others/') || !shown.has(key) || !shownOfAdded.has(key)) return 'stands';
      if (!isWhole(key, cell)) return 'stands';
      if (cell === null) return 'renewed';
      return isExact(before, key, cell) && isExact(added, key, cell) ? 'renewed' : 'stands';
    },
  };
}
