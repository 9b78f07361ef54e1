import { z } from 'zod';
import { textSchema } from '../engine/text.ts';

export const DECISIONS = ['considering', 'decided', 'done', 'no_action'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One entry of the action log of a degree, as it is stored. Empty texts are what nobody has written. */
export const actionContentSchema = z.strictObject({
  finding: z.strictObject({
    title: z.string(),
    /** Code of the item that it is about; '' = none. */
    item: z.string(),
    /** The release that it was found in; '' = none. */
    release: z.string(),
    /** The figure as that release had it, in words; null where none is shown. */
    frozen: textSchema.nullable(),
  }),
  discussed: z.strictObject({ on: z.string(), body: z.string() }),
  decision: z.enum(DECISIONS),
  reason: z.string(),
  what: z.string(),
  role: z.string(),
  /** A year or a day: 'YYYY' or 'YYYY-MM-DD'; '' = not said. */
  due: z.string(),
  /** Item by whose figures the action is followed; '' = none. */
  measure: z.string(),
  /** The release that the measure is followed from; '' = none. */
  baseline: z.string(),
  forStudents: z.boolean(),
});
export type ActionContent = z.infer<typeof actionContentSchema>;
