import { z } from 'zod';
import type { ReleaseContent } from './release-files.ts';

/**
 * Totals of the nation as they are kept with a draft. Rounded when it is made: a draft does not hold how many
 * groups exactly are small, since a total of one or two could be about somebody.
 */
export const previewSchema = z.strictObject({
  respondents: z.int().nullable(),
  target: z.int().nullable(),
  degrees: z.int(),
  shownDegrees: z.int(),
  /** Rounded to the nearest five; 'few' for 1–9. */
  smallDegrees: z.union([z.int(), z.literal('few')]),
  protectingDegrees: z.union([z.int(), z.literal('few')]),
  toldDegrees: z.union([z.int(), z.literal('few')]),
  exactCells: z.int(),
  boundedCells: z.int(),
  hiddenCells: z.int(),
  /** Of an edition with late answers: figures that are counted anew, and those that stand as they were. */
  later: z.strictObject({ renewed: z.int(), standing: z.int() }).optional(),
});
export type Preview = z.infer<typeof previewSchema>;
export type RoughCount = Preview['smallDegrees'];

const STEP = 5;
const LEAST = 10;

/** What those who publish are told of a release as a whole. Never which group, and no count below ten. */
export function toPreview({
  table,
  hides,
  cells,
  later,
}: Pick<ReleaseContent, 'table' | 'hides' | 'cells' | 'later'>): Preview {
  const nation = table.populations.find(({ key }) => key === 'nation');
  return {
    respondents: nation?.respondents ?? null,
    target: nation?.target ?? null,
    degrees: hides.degrees,
    shownDegrees: hides.shown,
    smallDegrees: rough(hides.small),
    protectingDegrees: rough(hides.protecting),
    toldDegrees: rough(hides.told),
    exactCells: cells.exact,
    boundedCells: cells.at_least,
    hiddenCells: cells.hidden,
    ...(later ? { later: { renewed: later.cells.renewed, standing: later.cells.standing } } : {}),
  };
}

/** A count of groups without its last units. Example: 0 → 0, 3 → 'few', 41 → 40. */
export function rough(count: number): RoughCount {
  if (count === 0) return 0;
  return count < LEAST ? 'few' : Math.round(count / STEP) * STEP;
}
