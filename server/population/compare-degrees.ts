/** How many people a degree has. */
export type DegreePeople = { institution: string; degree: string; people: number };

/** A degree in a file beside the round before; `share` is the change as a share of what was, null where nobody was. */
export type ComparedDegree = DegreePeople & { before: number | null; share: number | null; isStriking: boolean };

/** A smaller change of a degree happens from year to year. */
const STRIKING_SHARE = 0.4;
/** Below this many people a share says nothing. */
const FEWEST = 10;

/**
 * Puts the degrees of a file beside those of the round before, the striking ones first: a wrong file shows here, where
 * each of its rows is right by itself. Degrees that the file lacks are there with nobody, if their institution is in
 * the file.
 *
 * @example compareDegrees([{ institution: 'X', degree: 'd', people: 41 }], [{ institution: 'X', degree: 'd', people: 140 }])
 * // [{ …, people: 41, before: 140, share: -0.707…, isStriking: true }]
 */
export function compareDegrees(now: readonly DegreePeople[], before: readonly DegreePeople[] | null): ComparedDegree[] {
  const named = new Set(now.map(({ institution }) => institution));
  const keyOf = ({ institution, degree }: DegreePeople) => `${institution}/${degree}`;
  const earlier = new Map((before ?? []).map((one) => [keyOf(one), one]));
  const there = new Set(now.map(keyOf));
  const absent = [...earlier.values()]
    .filter((one) => named.has(one.institution) && !there.has(keyOf(one)))
    .map((one) => ({ ...one, people: 0 }));
  return [...now, ...absent]
    .map((one) => compared(one, before === null ? null : (earlier.get(keyOf(one))?.people ?? 0)))
    .toSorted(
      (one, other) =>
        Number(other.isStriking) - Number(one.isStriking) ||
        other.people - one.people ||
        (keyOf(one) < keyOf(other) ? -1 : 1),
    );
}

function compared(one: DegreePeople, before: number | null): ComparedDegree {
  if (before === null || before === 0) return { ...one, before, share: null, isStriking: false };
  const share = (one.people - before) / before;
  const isStriking = Math.max(one.people, before) >= FEWEST && Math.abs(share) >= STRIKING_SHARE;
  return { ...one, before, share, isStriking };
}
