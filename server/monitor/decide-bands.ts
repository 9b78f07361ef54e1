// How many have answered is told while a round is open; who has answered is not. Whoever looks twice must not see one
// person answer in between. So counts go up in steps of five, groups of fewer than ten people are counted together
// with others, and what is shown side by side is checked to leave every group at least three numbers it could be.

/** From one number that is shown to the next. */
export const STEP = 5;
/** Fewest people of a group that is followed. */
export const LEAST = 10;
/** Fewest numbers that a group's count can be, for whoever adds and subtracts everything that is shown. */
const OPEN_NUMBERS = 3;

/** The numbers that a count can be: both ends are among them. */
export type Band = { low: number; high: number };

/**
 * A count as a group of some people shows it: five numbers wide at least, and the uppermost band as wide, so that
 * nobody is told that everybody has answered. null = too few people to be followed.
 *
 * @example bandOf(41, 112) // 40–44
 * @example bandOf(10, 10) // 5–10
 */
export function bandOf(count: number, target: number): Band | null {
  if (target < LEAST) return null;
  const top = downToStep(target - STEP + 1);
  const low = Math.min(downToStep(count), top);
  return { low, high: low === top ? target : low + STEP - 1 };
}

/** @example downToStep(44) // 40 */
export function downToStep(count: number): number {
  return Math.max(0, Math.floor(count / STEP) * STEP);
}

/**
 * How many of all have answered at least, beside the bands of its groups: rounded down, and where all groups together
 * could hardly be as many, down to a number that still leaves each of them its whole band.
 */
export function lowOfAll(count: number, target: number, bands: readonly Band[]): number {
  const own = bandOf(count, target)?.low ?? 0;
  const widest = Math.max(0, ...bands.map(({ low, high }) => high - low));
  const high = bands.reduce((sum, band) => sum + band.high, 0);
  return bands.length === 0 ? own : Math.min(own, downToStep(high - widest));
}

/** People of a group, and how many of them have answered. */
export type Counted = { code: string; target: number; sent: number };
/** A row of a table: one group, or those too small to be followed together. */
export type ShownGroup = { codes: readonly string[]; target: number; band: Band };

/**
 * The groups of a division as they are shown: those of fewer than ten people together, with the next larger ones until
 * they are ten. None where there are not ten people in all. In the order in which they came, the joined ones last.
 */
export function shownGroups(groups: readonly Counted[]): ShownGroup[] {
  const bySize = groups.filter(({ target }) => target > 0).toSorted((one, other) => one.target - other.target);
  const joined: Counted[] = [];
  const people = () => joined.reduce((sum, { target }) => sum + target, 0);
  for (const group of bySize) {
    const isJoined = group.target < LEAST || (joined.length > 0 && people() < LEAST);
    if (isJoined) joined.push(group);
  }
  const single = groups.filter((group) => group.target > 0 && !joined.includes(group)).map((group) => [group]);
  return [...single, ...(joined.length > 0 ? [joined] : [])].flatMap((members) => {
    const target = members.reduce((sum, one) => sum + one.target, 0);
    const band = bandOf(
      members.reduce((sum, one) => sum + one.sent, 0),
      target,
    );
    return band ? [{ codes: members.map(({ code }) => code), target, band }] : [];
  });
}

/**
 * The divisions of the same people that can be shown beside each other: each is left out that would tell of some group
 * almost exactly how many it is.
 */
export function divisionsBeside<Division extends { bands: readonly Band[] }>(
  total: Band,
  divisions: readonly Division[],
): Division[] {
  const kept: Division[] = [];
  for (const division of divisions) {
    const all = [...kept, division].map(({ bands }) => bands);
    if (fewestNumbers(total, all) >= OPEN_NUMBERS) kept.push(division);
  }
  return kept;
}

/** How many numbers the best known group can still be, when all divisions add up to the same. */
export function fewestNumbers(total: Band, divisions: readonly (readonly Band[])[]): number {
  const sumOf = (bands: readonly Band[], end: 'low' | 'high') => bands.reduce((sum, band) => sum + band[end], 0);
  const low = Math.max(total.low, ...divisions.map((bands) => sumOf(bands, 'low')));
  const high = Math.min(total.high, ...divisions.map((bands) => sumOf(bands, 'high')));
  return Math.min(
    ...divisions.flatMap((bands) => {
      const [lows, highs] = [sumOf(bands, 'low'), sumOf(bands, 'high')];
      return bands.map((band) => {
        const from = Math.max(band.low, low - (highs - band.high));
        const to = Math.min(band.high, high - (lows - band.low));
        return to - from + 1;
      });
    }),
  );
}
