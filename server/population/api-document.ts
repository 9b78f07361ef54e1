import { z } from 'zod';
import { FIELDS } from './fields.ts';
import { countsSchema } from './import-counts.ts';

/** An import as programs see it. */
export const importDocumentSchema = z.object({
  id: z.uuid(),
  round: z.string(),
  institution: z.string(),
  state: z.enum(['columns', 'reading', 'read', 'applying', 'applied', 'undoing', 'undone', 'failed']),
  /** Why it failed, in one word. */
  problem: z.string().nullable(),
  rows_read: z.int(),
  counts: countsSchema,
  /** The first rows that cannot be taken. Values are not repeated. */
  rejected: z.array(
    z.object({
      line: z.int(),
      problems: z.array(z.object({ column: z.enum(FIELDS).nullable(), code: z.string(), reason: z.string() })),
    }),
  ),
  can_undo: z.boolean(),
});
export type ImportDocument = z.infer<typeof importDocumentSchema>;

/** What to bring in. */
export const confirmSchema = z.object({
  add: z.boolean().default(true),
  change: z.boolean().default(true),
  remove: z.boolean().default(false),
  /** Bring in the good rows although others cannot be taken. */
  leave_rejected_out: z.boolean().default(false),
  /** On the embedded database, which does not force its writes to disk. */
  accept_no_fsync: z.boolean().default(false),
});
