import { z } from 'zod';
import { optionCodeSchema } from './question.ts';
import { textSchema } from './text.ts';

/**
 * A classification: degrees, institutions, regions, countries. Codes are official only where
 * `own` is absent; an own key says so until the official list is imported.
 */
export const codeListSchema = z.strictObject({
  name: z.string(),
  codes: z.array(
    z.strictObject({
      code: optionCodeSchema,
      label: textSchema,
      /** Code of the group that results use instead of a rare code. For degrees: the field. */
      group: z.string().optional(),
      /** Degrees only: education level (62 = bachelor of applied sciences, 71 = master). */
      level: z.string().optional(),
      /** A key of ours, not an official code. */
      own: z.literal(true).optional(),
      /** Exists only in simulated data. A round holds invented or real institutions, never both. */
      invented: z.literal(true).optional(),
    }),
  ),
  groups: z.array(z.strictObject({ code: optionCodeSchema, label: textSchema })).optional(),
});
export type CodeList = z.infer<typeof codeListSchema>;
export type CodeListInput = z.input<typeof codeListSchema>;
export type ListedCode = CodeList['codes'][number];
/** All lists by name. */
export type CodeLists = ReadonlyMap<string, CodeList>;
