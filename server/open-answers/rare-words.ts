import type { Flag } from './flag.ts';

/** Below this many texts nearly every word is rare, and the mark would say nothing. */
const FEWEST_TEXTS = 200;
const SHORTEST = 7;
/** Words that begin alike count as one: Finnish has many endings. */
const STEM = 6;

export type WordCounts = { texts: number; byStem: ReadonlyMap<string, number> };

/** In how many texts the beginning of each word stands. */
export function countWords(bodies: Iterable<string>): WordCounts {
  const byStem = new Map<string, number>();
  let texts = 0;
  for (const body of bodies) {
    texts += 1;
    const stems = new Set([...words(body)].map(({ stem }) => stem));
    for (const stem of stems) byStem.set(stem, (byStem.get(stem) ?? 0) + 1);
  }
  return { texts, byStem };
}

/** Long words that no other text has, where there are enough texts to tell. */
export function findRareWords(body: string, counts: WordCounts): Flag[] {
  if (counts.texts < FEWEST_TEXTS) return [];
  return [...words(body)].flatMap(({ stem, span }) =>
    (counts.byStem.get(stem) ?? 0) > 1 ? [] : [{ kind: 'rare' as const, span }],
  );
}

function* words(body: string): Generator<{ stem: string; span: readonly [number, number] }> {
  for (const match of body.matchAll(/\p{L}[\p{L}\p{M}-]*/gu)) {
    if (match[0].length < SHORTEST) continue;
    yield { stem: match[0].toLowerCase().slice(0, STEM), span: [match.index, match.index + match[0].length] };
  }
}
