import { exchangeIndex, movesOf, type Exchangeable, type ExchangeIndex } from './exchange-index.ts';
import { liftedWorlds, remember, type KnownWorlds } from './exchange-lift.ts';
import { firstOf, isPossible, otherMoves, type Budget, type Changed } from './exchange-search.ts';

export type { Bound, Exchangeable } from './exchange-index.ts';

/** People of an atom who gave an answer. */
export type Doubtless = { atom: number; answer: number };

/** Pairs that join a move at most: so many and one more people change places with as many. */
const MOST_OTHERS = 4;
/** Worlds of fewer others are looked for everywhere, before those that are made of known ones. */
const SMALL_WORLDS = 2;

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
  {
    least,
    insiders = true,
    steps = ALL_STEPS,
    each = STEPS_FOR_EACH,
    known = new Map(),
    among,
    only,
    isOneEnough = false,
  }: Wanted,
): Generator<void, Doubtless[]> {
  const search: Searched = { index: exchangeIndex(given), insiders, budget: { left: steps }, each, known };
  const { index } = search;
  const found: Doubtless[] = [];
  for (const [group, { atoms, counts }] of index.groups.entries()) {
    if (group % GROUPS_A_STEP === 0) yield;
    if (among && !atoms.some((atom) => among.has(atom))) continue;
    const answers = [...counts.keys()].filter((answer) => (counts[answer] ?? 0) > 0);
    const n = answers.reduce((total, answer) => total + (counts[answer] ?? 0), 0);
    const asked = only === undefined ? answers : answers.filter((answer) => answer === only);
    if (asked.length === 0) continue;
    const failed = asked.filter((answer) => !isInDoubt(search, { group, answer, n }));
    for (const answer of failed) found.push(...placesIn(given, atoms, answer));
    const isPinned =
      failed.length === 0 && answers.length > 1 && n < least && atoms.length === 1 && !isOpen(search, group, answers);
    if (isPinned) for (const answer of asked) found.push(...placesIn(given, atoms, answer));
    if (isOneEnough && found.length > 0) break;
  }
  return found;
}

type Wanted = {
  least: number;
  insiders?: boolean;
  /** Steps of the search for larger worlds, for all places together and for each. */
  steps?: number;
  each?: number;
  /** Whether one is enough to know. */
  isOneEnough?: boolean;
  /** Worlds found before, while less was published; those that are found now are added. */
  known?: KnownWorlds;
  /** Atoms that are looked at; all when absent. */
  among?: ReadonlySet<number>;
  /** The one answer that is looked at; all when absent. */
  only?: number;
};

const GROUPS_A_STEP = 200;

const ALL_STEPS = 200_000;
const STEPS_FOR_EACH = 60_000;

const ENOUGH: Budget = { left: Infinity };

type Searched = { index: ExchangeIndex; insiders: boolean; budget: Budget; each: number; known: KnownWorlds };
type Place = { group: number; answer: number; n: number };

function isInDoubt(search: Searched, { group, answer, n }: Place): boolean {
  const { index, insiders } = search;
  const counts = index.groups[group]?.counts ?? [];
  const others = n - (counts[answer] ?? 0);
  // Anybody alike who answered otherwise; of two, nobody knows both.
  if (others >= (insiders ? 2 : 1)) return true;
  const own = others === 1 ? counts.findIndex((count, other) => other !== answer && count > 0) : -1;
  let critical: ReadonlySet<number> | null = own < 0 ? null : new Set([group * index.width + own]);
  const used: (readonly Changed[])[] = [];
  const helps = (world: readonly Changed[]): boolean =>
    critical === null || [...critical].some((place) => !isTaken(index, world, place));
  for (const world of otherWorlds(search, { group, answer }, helps)) {
    used.push(world);
    critical = shared(critical, criticalOf(index, world, group * index.width + answer));
    if (insiders && critical.size > 0) continue;
    for (const one of used) remember(index, search.known, one);
    return true;
  }
  return false;
}

/** Whether somebody of a group can change places with somebody outside it. */
function isOpen(search: Searched, group: number, answers: readonly number[]): boolean {
  return answers.some((answer) => {
    const worlds = otherWorlds(search, { group, answer }, (world) => changes(search.index, world, group));
    for (const world of worlds) return world.length > 0;
    return false;
  });
}

/** Worlds in which somebody of a group gave another answer, of those that help, few people first. */
function* otherWorlds(
  { index, budget, each, known }: Searched,
  { group, answer }: Pick<Place, 'group' | 'answer'>,
  helps: (world: readonly Changed[]) => boolean,
): Generator<readonly Changed[]> {
  const own = { left: Math.min(each, budget.left) };
  budget.left -= own.left;
  const place = (index.groups[group]?.atoms[0] ?? -1) * index.width + answer;
  try {
    for (let others = 0; others <= MOST_OTHERS; others += 1) {
      if (others === SMALL_WORLDS) {
        for (const before of known.get(place) ?? []) {
          for (const world of liftedWorlds(index, before, group, own)) {
            if (helps(world) && isPossible(index, world)) yield world;
          }
        }
      }
      for (const move of movesOf(index, group, answer)) {
        if (!helps(firstOf(move))) continue;
        for (const world of otherMoves(index, move, others, others >= SMALL_WORLDS ? own : ENOUGH)) {
          if (helps(world) && isPossible(index, world)) yield world;
        }
        if (others >= SMALL_WORLDS && own.left < 0) return;
      }
    }
  } finally {
    budget.left += Math.max(0, own.left);
  }
}

/** Whether a world takes everybody of a place. */
function isTaken({ groups, width }: ExchangeIndex, world: readonly Changed[], place: number): boolean {
  const [group, answer] = [Math.floor(place / width), place % width];
  const taken = world.filter((one) => one.group === group && one.from === answer).length;
  return taken >= (groups[group]?.counts[answer] ?? 0);
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
