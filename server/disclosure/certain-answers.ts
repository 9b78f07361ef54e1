import { openParts, type OpenPart } from './open-parts.ts';
import { possibleWorld } from './possible-world.ts';
import { isLoose, propagate, suppose, type Knowledge } from './propagate.ts';

/** An atom of which everybody's answer is certain (for an insider: everybody else's). */
export type Certain = { atom: number; answer: number };

/** Atoms between which others are let in. */
const ATOMS_A_STEP = 300;

/**
 * The answers that a reader who knows who took part can be certain of, and those that follow for
 * somebody who knows one person's answer besides. `truth`: the true counts, by atom × width + answer,
 * only to know which insiders there can be. Of fewer than `small` people it must not follow either how
 * they answered between them.
 *
 * Example: eight people, facts that say that all of them gave answer 0 → each of their atoms.
 */
export function* certainAnswers(
  knowledge: Knowledge,
  truth: ArrayLike<number>,
  small: number,
): Generator<void, Certain[]> {
  yield* propagate(knowledge);
  const found = new Map<number, Certain>();
  const judge = (place: number, insider: number): void => {
    const { width, sizes, low } = knowledge;
    const atom = Math.floor(place / width);
    const own = Math.floor(insider / width) === atom ? 1 : 0;
    const size = (sizes[atom] ?? 0) - own;
    const others = (low[place] ?? 0) - (insider === place ? 1 : 0);
    const answer = place - atom * width;
    if (size > 0 && others >= size) found.set(place, { atom, answer });
  };
  for (const place of knowledge.low.keys()) judge(place, -knowledge.width);
  for (const one of fixedAtoms(knowledge, small)) found.set(one.atom * knowledge.width + one.answer, one);
  for (let atom = 0; atom < knowledge.sizes.length; atom += 1) {
    const start = atom * knowledge.width;
    if (atom % ATOMS_A_STEP === 0) yield;
    if (knowledge.sizes[atom] === 0) continue;
    if (isLoose(knowledge, atom)) {
      for (const answer of certainAmong(knowledge, truth, atom)) found.set(start + answer, { atom, answer });
      continue;
    }
    for (let place = start; place < start + knowledge.width; place += 1) {
      if ((truth[place] ?? 0) === 0) continue;
      suppose(knowledge, place, (changes) => {
        for (let answer = 0; answer < knowledge.width; answer += 1) judge(start + answer, place);
        for (const { place: changed } of changes) judge(changed, place);
      });
    }
  }
  if (found.size === 0) {
    for (const part of openParts(knowledge)) {
      yield;
      for (const one of yield* nearlyCertain(part, truth, small))
        found.set(one.atom * knowledge.width + one.answer, one);
    }
  }
  return [...found.values()];
}

/** Small atoms of which bounds leave one distribution only. */
function fixedAtoms({ width, sizes, low, high }: Knowledge, small: number): Certain[] {
  return Array.from({ length: sizes.length }, (_, atom) => atom).flatMap((atom) => {
    const size = sizes[atom] ?? 0;
    if (size === 0 || size >= small) return [];
    const answers = Array.from({ length: width }, (_, answer) => answer);
    if (answers.some((answer) => low[atom * width + answer] !== high[atom * width + answer])) return [];
    return [{ atom, answer: answers.find((answer) => (low[atom * width + answer] ?? 0) > 0) ?? 0 }];
  });
}

/** With less weight than this, all others of an atom count as impossible; so do they if it shrinks so fast. */
const HARDLY = 0.03;
const SHRINKING = 0.8;
/** Effort for insiders in one part: their number times what a round of fitting looks at. */
const MOST_EFFORT = 1_500_000;

/**
 * What bounds alone do not show: answers of which the most undecided world leaves hardly any doubt, for
 * an outsider, or for somebody who knows the one person who answered so in some atom. Whoever knows one
 * of several alike learns nothing more (a mixture of two possible worlds is possible too).
 */
function* nearlyCertain(part: OpenPart, truth: ArrayLike<number>, small: number): Generator<void, Certain[]> {
  const { atoms, width, middle, sums } = part;
  const trueAt = (place: number): number =>
    truth[(atoms[Math.floor(place / width)] ?? 0) * width + (place % width)] ?? 0;
  const found: Certain[] = [];
  const openPeople = (index: number, answer: number, known: number): number => {
    const place = index * width + answer;
    return (middle[place] ?? 0) > 0 ? trueAt(place) - Number(place === known) : 0;
  };
  const judge = ({ halfway, world }: ReturnType<typeof possibleWorld>, known: number): void => {
    for (const [index, atom] of atoms.entries()) {
      const people = (answer: number): number =>
        trueAt(index * width + answer) - Number(index * width + answer === known);
      const given = Array.from({ length: width }, (_, answer) => answer).filter((answer) => people(answer) > 0);
      const [answer = -1] = given;
      const n = given.reduce((total, one) => total + people(one), 0);
      const isSecret = given.length === 1 || (given.length > 1 && known < 0 && n < small);
      // What bounds have fixed is nobody's doubt any more: only what is open has weight in the world.
      if (!isSecret || given.every((one) => (middle[index * width + one] ?? 0) === 0)) continue;
      const [before, after] = [halfway, world].map((one) =>
        given.reduce(
          (total, place) => total + Math.max(0, openPeople(index, place, known) - (one[index * width + place] ?? 0)),
          0,
        ),
      );
      const isShrinking = (after ?? 0) < SHRINKING * (before ?? 0);
      if ((after ?? 0) < HARDLY || ((after ?? 0) < 1 && isShrinking)) found.push({ atom, answer });
    }
  };
  judge(possibleWorld(part), -1);
  const insiders = [...middle.keys()].filter((place) => (middle[place] ?? 0) > 0 && trueAt(place) === 1);
  const effort = insiders.length * sums.reduce((total, { places }) => total + places.length, middle.length);
  if (effort > MOST_EFFORT) return found;
  for (const place of insiders) {
    yield;
    judge(possibleWorld(part, place), place);
  }
  return found;
}

/** Where nothing follows beyond the atom itself: what one of its people knows of the others. */
function certainAmong({ width, sizes, low, high }: Knowledge, truth: ArrayLike<number>, atom: number): number[] {
  const size = sizes[atom] ?? 0;
  const start = atom * width;
  const answers = Array.from({ length: width }, (_, answer) => answer);
  if (size < 2) return [];
  const sumOfHighs = (own: number, but: number): number =>
    answers.reduce((total, answer) => {
      const most = Math.min(high[start + answer] ?? 0, answer === own ? size : size - 1);
      return answer === but ? total : total + most;
    }, 0);
  return answers.filter((answer) =>
    answers.some((own) => {
      if ((truth[start + own] ?? 0) === 0) return false;
      const least = Math.max(low[start + answer] ?? 0, size - sumOfHighs(own, answer));
      return least - (own === answer ? 1 : 0) >= size - 1;
    }),
  );
}
