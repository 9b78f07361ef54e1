import { z } from 'zod';
import { optionCodeSchema } from './question.ts';
import { languageSchema, textSchema } from './text.ts';

/**
 * A classification: degrees, institutions, regions, countries. Codes are official only where
 * `own` is absent; an own key says so until the official list is imported. Codes are never taken out:
 * one that is out of use has a last day or successors, and stays readable.
 */
export const codeListSchema = z.strictObject({
  name: z.string(),
  /** Counts the imports: 1 is the first. A list that was never imported has none. */
  version: z.int().positive().optional(),
  /** The day on which the list was as it stands here. */
  asOf: z.iso.date().optional(),
  /** Where the codes come from, in words. */
  source: z.string().optional(),
  /** What readers of the list should know, such as names that stand in for a missing translation. */
  notes: z.array(z.string()).optional(),
  codes: z.array(
    z.strictObject({
      code: optionCodeSchema,
      label: textSchema,
      /** Code of the group that results use instead of a rare code. For degrees: the field. */
      group: z.string().optional(),
      /** Degrees only: education level (62 = bachelor of applied sciences, 71 = master). */
      level: z.string().optional(),
      /** First and last day in force. A code without a first day has always been there, as far as we know. */
      validFrom: z.iso.date().optional(),
      validTo: z.iso.date().optional(),
      /** Names that the code had before, each with its last day, in order of time. */
      earlierLabels: z.array(z.strictObject({ until: z.iso.date(), label: textSchema })).optional(),
      /** What the code became: one code after a merger, several after a split. */
      replacedBy: z.array(optionCodeSchema).min(1).optional(),
      /** Languages in which the label is that of another language, for want of a translation. */
      borrowed: z.array(languageSchema).optional(),
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
