/**
 * Counts of a scale after its categories were merged: `places[i]` is the new place of category i. No
 * answer is lost. Throws a RangeError where a category has no place, or a place no category.
 *
 * Example: recodeCounts([1, 2, 4, 6, 8, 4], [0, 0, 1, 1, 2, 2]) → [3, 10, 12].
 */
export function recodeCounts(counts: readonly number[], places: readonly number[]): number[] {
  const size = Math.max(-1, ...places) + 1;
  const isPlace = (place: number) => Number.isInteger(place) && place >= 0;
  if (places.length !== counts.length || !places.every(isPlace) || new Set(places).size !== size) {
    throw new RangeError(`${counts.length} categories cannot go to the places ${places.join(', ')}`);
  }
  const result = Array<number>(size).fill(0);
  for (const [index, count] of counts.entries()) {
    const place = places[index] ?? 0;
    result[place] = (result[place] ?? 0) + count;
  }
  return result;
}
