import { RULES } from './rules.ts';

/**
 * What of a family (a shown parent and the children that make it up) may be shown: either the
 * parent alone, or some of the children with the rest `combined`. The rest can always be told by
 * subtraction, so it is shown as a group of its own, and must bear it.
 */
export type Family = { kind: 'parent_only' } | { kind: 'children'; combined: ReadonlySet<string> };

/** `n` answers of `people` who took part; `hidden` for a reason that does not lie in n. */
export type SmallSibling = { key: string; n: number; people: number; hidden: boolean };

/**
 * First pass, on the number of answers: those hidden or below the threshold need company, until at
 * least two children are combined, with `threshold` answers between them. A hidden child with answers
 * needs company that has some too; one whose people all left the question out is not told from them
 * otherwise. Children where nobody took part stay hidden, but need no company and are none: everybody
 * knows that they add nothing. Company comes in the order of `children`, which is the same for all
 * questions, so that they hide the same children where they can. `safe` may ask more of the group.
 *
 * Source: minimum frequency with secondary suppression in a tree (docs/statistics.md).
 * Example: A 12, B 7, C 3, D 20 with threshold 5 → B and C combined.
 */
export function hideSmall(
  children: readonly SmallSibling[],
  threshold: number,
  safe: (combined: ReadonlySet<string>) => boolean = () => true,
): Family {
  const company = children.filter(({ hidden, n }) => !hidden && n >= threshold);
  const left = new Set(company.map(({ key }) => key));
  const kept = children.filter(({ key }) => !left.has(key));
  const combined = new Set(kept.map(({ key }) => key));
  const enough = (): boolean => {
    const members = children.filter(({ key, people }) => combined.has(key) && people > 0);
    if (members.length === 0) return true;
    const answering = members.filter(({ n }) => n > 0);
    const alone = answering.length === 1 && answering.every((member) => kept.includes(member));
    const answers = answering.reduce((total, { n }) => total + n, 0);
    return members.length >= RULES.combined_members && !alone && answers >= threshold && safe(combined);
  };
  while (!enough()) {
    const next = company.shift();
    if (!next) return { kind: 'parent_only' };
    combined.add(next.key);
    left.delete(next.key);
  }
  return left.size === 0 ? { kind: 'parent_only' } : { kind: 'children', combined };
}

/** `bounded`: nearly all alike, shown as a bound. `hidden`: may not be shown by itself, or at all. */
export type AlikeSibling = { key: string; counts: readonly number[]; standing: 'exact' | 'bounded' | 'hidden' };

/**
 * Second pass, on the counts. The children without any figure of their own (hidden ones, and the
 * exact ones moved to them) must together be a vector that could be shown exactly: whoever knows
 * the combined counts and the bounds of the bounded ones then learns of them no more than such a
 * vector tells, and each bounded one can still be anything that its bound allows. Where one of them
 * could not be shown by itself, the whole combined group must moreover stay clear by two answers for
 * each bounded member. The first exact children in order are moved until that holds; when none is
 * left, nothing but the parent is shown, bounds included.
 *
 * `safe(counts, slack)`: whether counts could be shown exactly if that many answers outside the
 * largest category were too few.
 *
 * Example: [12, 0] and [9, 0] bounded, [9, 5] and [14, 6] exact → the first three are combined
 * (together [30, 5]) and the fourth is shown.
 */
export function hideAlike(
  children: readonly AlikeSibling[],
  safe: (counts: readonly number[], slack: number) => boolean,
): Family {
  const bounded = children.filter(({ standing }) => standing === 'bounded');
  const silent = children.filter(({ standing }) => standing === 'hidden');
  const exact = children.filter(({ standing }) => standing === 'exact');
  const delicate = silent.some(({ counts }) => hasAnswers(counts));
  const slack = RULES.slack * (1 + bounded.length);
  const enough = (): boolean => {
    if (bounded.length === 0 && !silent.some(({ counts }) => hasAnswers(counts))) return true;
    if (!safe(added(silent), RULES.slack)) return false;
    return !delicate || safe(added([...silent, ...bounded]), slack);
  };
  while (!enough()) {
    const next = exact.shift();
    if (!next) return { kind: 'parent_only' };
    silent.push(next);
  }
  if (exact.length === 0) return { kind: 'parent_only' };
  return { kind: 'children', combined: new Set([...silent, ...bounded].map(({ key }) => key)) };
}

function hasAnswers(counts: readonly number[]): boolean {
  return counts.some((count) => count > 0);
}

function added(children: readonly AlikeSibling[]): number[] {
  const width = children[0]?.counts.length ?? 0;
  return Array.from({ length: width }, (_, index) =>
    children.reduce((total, { counts }) => total + (counts[index] ?? 0), 0),
  );
}
