import type { ItemCounts } from '../statistics/item-counts.ts';
import type { Population } from './catalogue.ts';
import type { Settled } from './layer.ts';
import { mergeCounts } from './merge-counts.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import type { ToldRelease } from './told-release.ts';
import { windowKey, type WindowCatalogue } from './window-catalogue.ts';

/** The catalogue of windows with how many took part, by atom and by population. */
export type WindowWork = WindowCatalogue & { people: Int32Array; respondents: number[] };

/** The counts of a question by atom and by population. */
export function countsOf({ atoms, catalogue }: WindowWork, question: string): Pick<QuestionFacts, 'atoms' | 'counts'> {
  const byAtom = atoms.map(({ round, key }) => round.counts(key, question));
  const nothing = atoms[0]?.round.counts('', question);
  const counts = catalogue.populations.map((population): ItemCounts =>
    mergeCounts([...(nothing ? [nothing] : []), ...population.atoms.flatMap((atom) => byAtom[atom] ?? [])]),
  );
  return { atoms: byAtom, counts };
}

/**
 * How populations stand before the windows of this release are asked about: those of rounds as their releases
 * show them, and windows of which each round is shown, since they are sums of what is known.
 */
export function settledBy(
  { places }: Pick<WindowWork, 'places'>,
  standing: (told: ToldRelease, key: string) => Settled,
): (index: number) => Settled | null {
  const stands = (index: number): Settled | null => {
    const place = places[index];
    if (!place) return null;
    if (place.of === 'round') return standing(place.round.told, place.key);
    const isSum = place.rounds?.every((round) => stands(round) === 'exact') ?? false;
    if (isSum) return 'exact';
    return place.told ? standing(place.told, place.key) : null;
  };
  return stands;
}

/** Populations that this release is the first to show of several rounds; what one round alone has is none. */
export function isFresh({ places }: Pick<WindowWork, 'places'>, index: number): boolean {
  const place = places[index];
  return place?.of === 'window' && place.told === null && place.rounds?.length !== 1;
}

/** The windows of a cell's standings that this release is the first to show; no groups and no "cannot say". */
export function onlyFresh(work: WindowWork, standing: CellStandings): CellStandings {
  const fresh = (indexes: ReadonlySet<number>): Set<number> =>
    new Set([...indexes].filter((index) => isFresh(work, index)));
  return {
    ...standing,
    exact: fresh(standing.exact),
    bounded: fresh(standing.bounded),
    combined: new Map(),
    cannotSay: new Set(),
    cannotSayCombined: new Set(),
  };
}

/** The populations under the keys of a release's table: windows with their years. */
export function namedPopulations({ catalogue }: Pick<WindowWork, 'catalogue'>): Population[] {
  return catalogue.populations.map((one): Population =>
    one.window ? { ...one, key: windowKey(one.key, one.window) } : one,
  );
}
