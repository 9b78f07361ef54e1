/** Longer texts are no mistyped codes. */
const LONGEST = 60;

/**
 * The candidate that a mistyped text most probably means: at most one change for every three
 * characters (insert, leave out, replace, swap two neighbours), capital letters not counted. null
 * when none is near, or several are equally near.
 *
 * @example nearest('75123X', ['751231', '671112']) // '751231'
 */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return null;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const ranked = candidates
    .filter((candidate) => Math.abs(candidate.length - wanted.length) <= limit)
    .map((candidate) => ({ candidate, changes: changesBetween(wanted, candidate.toLowerCase()) }))
    .filter(({ changes }) => changes <= limit)
    .sort((one, other) => one.changes - other.changes);
  const [first, second] = ranked;
  return first && first.changes !== second?.changes ? first.candidate : null;
}

/** Number of changes that make one text of the other (optimal string alignment). */
function changesBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const replaced = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
