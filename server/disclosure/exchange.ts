import { exchangeIndex, movesOf, type Exchangeable, type ExchangeIndex } from './exchange-index.ts';
import { otherMoves, type Changed } from './exchange-search.ts';

export type { Bound, Exchangeable } from './exchange-index.ts';

/** People of an atom who gave an answer. */
export type Doubtless = { atom: number; answer: number };

/** Other worlds of one place: who it takes in all of them. null: no world is known. */
type Found = { critical: ReadonlySet<number> | null };

/** Worlds of the search for one place. */
const MOST_TRIED = 4000;

/**
 * Whose answer nobody proves to be in doubt. A person is in doubt if answers can change places so that every
 * published figure, and the number of answers of every atom, stays as it is in the true world:
 *
 * - with somebody whom the same facts hold and who answered otherwise;
 * - two and two: a and b of one place, c and d of another, where the facts of a and b differ as those of c
 *   and d do (a man and a woman of one degree, a man and a woman of another);
 * - three and three, or four and four, likewise, where differences add up.
 *
 * Each is another world that fits, so that a claim of doubt is never wrong. For somebody who knows one other
 * person's answer too: no one person may be needed by all the worlds that are known. Atoms whose people are
 * fewer than `least` must moreover have a world in which the atom's counts are others.
 *
 * Source: exchanges that keep the margins of a table (moves; Diaconis and Sturmfels 1998), docs/statistics.md.
 * Example: facts {1, 2} and {1, 3} of two people each, [2, 0] and [0, 2], and the same once more with {4} for
 * {1} turned round → nobody; without the second two pairs → all four places.
 */
export function* withoutDoubt(
  given: Exchangeable,
  { least, insiders = true }: { least: number; insiders?: boolean },
): Generator<void, Doubtless[]> {
  const index = exchangeIndex(given);
  const found: Doubtless[] = [];
  for (const [group, { atoms, counts }] of index.groups.entries()) {
    if (group % GROUPS_A_STEP === 0) yield;
    const answers = [...counts.keys()].filter((answer) => (counts[answer] ?? 0) > 0);
    const n = answers.reduce((total, answer) => total + (counts[answer] ?? 0), 0);
    const failed = answers.filter((answer) => !isInDoubt(index, { group, answer, n }, insiders));
    for (const answer of failed) found.push(...placesIn(given, atoms, answer));
    const isPinned =
      failed.length === 0 && answers.length > 1 && n < least && atoms.length === 1 && !isOpen(index, group, answers);
    if (isPinned) for (const answer of answers) found.push(...placesIn(given, atoms, answer));
  }
  return found;
}

const GROUPS_A_STEP = 200;

type Place = { group: number; answer: number; n: number };

function isInDoubt(index: ExchangeIndex, { group, answer, n }: Place, insiders: boolean): boolean {
  const counts = index.groups[group]?.counts ?? [];
  const others = n - (counts[answer] ?? 0);
  // Anybody alike who answered otherwise; of two, nobody knows both.
  if (others >= (insiders ? 2 : 1)) return true;
  const own = others === 1 ? counts.findIndex((count, other) => other !== answer && count > 0) : -1;
  let found: Found = { critical: own < 0 ? null : new Set([group * index.width + own]) };
  let tried = 0;
  for (const move of movesOf(index, group, answer)) {
    for (const world of otherMoves(index, move)) {
      tried += 1;
      found = { critical: shared(found.critical, criticalOf(index, world, group * index.width + answer)) };
      if (!insiders || found.critical?.size === 0) return true;
      if (tried > MOST_TRIED) return false;
    }
  }
  return found.critical?.size === 0;
}

/** Whether somebody of a group can change places with somebody outside it. */
function isOpen(index: ExchangeIndex, group: number, answers: readonly number[]): boolean {
  return answers.some((answer) => {
    for (const move of movesOf(index, group, answer)) {
      for (const world of otherMoves(index, move)) if (changes(index, world, group)) return true;
    }
    return false;
  });
}

/** What a world makes of the counts of a group. */
function changes({ width }: ExchangeIndex, world: readonly Changed[], group: number): boolean {
  const counts = Array<number>(width).fill(0);
  for (const { group: of, from, to } of world) {
    if (of !== group) continue;
    counts[from] = (counts[from] ?? 0) - 1;
    counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts.some((count) => count !== 0);
}

/** Places of which a world takes everybody besides the one person whom it is about. */
function criticalOf({ groups, width }: ExchangeIndex, world: readonly Changed[], own: number): Set<number> {
  const taken = new Map<number, number>();
  for (const { group, from } of world) {
    const place = group * width + from;
    taken.set(place, (taken.get(place) ?? 0) + 1);
  }
  const critical = new Set<number>();
  for (const [place, count] of taken) {
    const there = groups[Math.floor(place / width)]?.counts[place % width] ?? 0;
    if (there <= count && !(place === own && there === 1)) critical.add(place);
  }
  return critical;
}

function shared(known: ReadonlySet<number> | null, more: ReadonlySet<number>): ReadonlySet<number> {
  return known === null ? more : new Set([...known].filter((place) => more.has(place)));
}

function placesIn({ counts }: Exchangeable, atoms: readonly number[], answer: number): Doubtless[] {
  return atoms.flatMap((atom) => ((counts[atom]?.[answer] ?? 0) > 0 ? [{ atom, answer }] : []));
}
