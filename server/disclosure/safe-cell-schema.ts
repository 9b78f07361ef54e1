import { z } from 'zod';
import { MEASURES, type SafeCell } from './safe-table.ts';

const figureSchema = z.strictObject({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** A cell of a release as it is stored (JSON): what `protect-release.ts` made, read back. */
export const safeCellSchema: z.ZodType<SafeCell> = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('exact'),
    id: z.string(),
    item: z.string(),
    n: z.int().positive(),
    categories: z.array(z.strictObject({ code: z.string(), count: z.int().nonnegative(), figure: figureSchema })),
    cannotSay: z.int().nonnegative().nullable(),
    measures: z.partialRecord(z.enum(MEASURES), figureSchema),
    as_of: z.int().positive().optional(),
  }),
  z.strictObject({
    status: z.literal('at_least'),
    id: z.string(),
    item: z.string(),
    category: z.string(),
    bound: z.number().min(0).max(1),
    as_of: z.int().positive().optional(),
  }),
]);
