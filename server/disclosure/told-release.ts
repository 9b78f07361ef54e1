import type { Catalogue } from './catalogue.ts';
import type { CellStandings } from './question-facts.ts';

/**
 * What a release shows, by keys of populations: whom it speaks of, and by cell where it is shown exactly or as a
 * bound. All that a later release has to know of it, besides who was counted.
 */
export type ToldRelease = {
  populations: ReadonlySet<string>;
  exact: ReadonlyMap<string, ReadonlySet<string>>;
  bounded: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What is shown of a release that has just been protected. */
export function toldBy(
  { populations }: Catalogue,
  { open, judged }: { open: ReadonlySet<number>; judged: readonly { standing: CellStandings }[] },
): ToldRelease {
  const keys = (indexes: ReadonlySet<number>): Set<string> =>
    new Set([...indexes].map((index) => populations[index]?.key ?? ''));
  return {
    populations: keys(open),
    exact: new Map(judged.map(({ standing }) => [standing.cell.id, keys(standing.exact)])),
    bounded: new Map(judged.map(({ standing }) => [standing.cell.id, keys(standing.bounded)])),
  };
}

/** How a cell stands in a population of a release. */
export function standingIn({ exact, bounded }: ToldRelease, cell: string, key: string): 'exact' | 'bounded' | 'silent' {
  if (exact.get(cell)?.has(key)) return 'exact';
  return bounded.get(cell)?.has(key) ? 'bounded' : 'silent';
}
