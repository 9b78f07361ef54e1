import { isLoose, propagate, suppose, type Knowledge } from './propagate.ts';

/** An atom of which everybody's answer is certain (for an insider: everybody else's). */
export type Certain = { atom: number; answer: number };

/** Atoms between which others are let in. */
const ATOMS_A_STEP = 300;

/**
 * The answers that a reader who knows who took part can be certain of, and those that follow for
 * somebody who knows one person's answer besides. `truth`: the true counts, by atom × width + answer,
 * only to know which insiders there can be. Answers from `answers` on are none (nobody's secret).
 *
 * Example: eight people, facts that say that all of them gave answer 0 → each of their atoms.
 */
export function* certainAnswers(
  knowledge: Knowledge,
  truth: ArrayLike<number>,
  answers: number,
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
    if (size > 0 && others >= size && answer < answers) found.set(place, { atom, answer });
  };
  for (const place of knowledge.low.keys()) judge(place, -knowledge.width);
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
  return [...found.values()];
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
