import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { textSchema } from './text.ts';

/** Codes are for ever: they are stored, exported and tested in conditions. Labels may change. */
export const codeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'a code is a-z, 0-9 and _, at most 40 characters, beginning with a letter');
export const optionCodeSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'an option code is A-Z, a-z, 0-9, - and _, at most 40 characters');

export const optionSchema = z.strictObject({
  code: optionCodeSchema,
  label: textSchema,
  /** Excludes every other option of its question ("none of these"). Several choices only. */
  exclusive: z.literal(true).optional(),
});
export type Option = z.infer<typeof optionSchema>;

const common = {
  code: codeSchema,
  text: textSchema,
  hint: textSchema.optional(),
  showIf: conditionSchema.optional(),
  /** A fact about the person rather than a result: outside highlights. */
  background: z.literal(true).optional(),
  /** Pay, health and the like: threshold 10 and, for bands, at least three bands (statistics R2). */
  sensitive: z.literal(true).optional(),
  /** Counts in the funding indicator: weight = of / per. A pair counts its development part. */
  funding: z.strictObject({ of: z.int().positive(), per: z.int().positive() }).optional(),
};

const single = z.strictObject({ kind: z.literal('single'), ...common, options: z.array(optionSchema).min(2) });
const multiple = z.strictObject({
  kind: z.literal('multiple'),
  ...common,
  options: z.array(optionSchema).min(2),
  /** The most options one person may choose. Without it, any number. */
  max: z.int().min(2).optional(),
});
const scale = z.strictObject({
  kind: z.literal('scale'),
  ...common,
  /** Code of a scale of the definition. */
  scale: codeSchema,
  /** The words of "cannot say", shown apart from the scale. Without it, not offered. */
  cannotSay: textSchema.optional(),
});
const pair = z.strictObject({
  kind: z.literal('pair'),
  ...common,
  importance: z.strictObject({ text: textSchema, scale: codeSchema, cannotSay: textSchema.optional() }),
  development: z.strictObject({ text: textSchema, scale: codeSchema, cannotSay: textSchema.optional() }),
});
/** A declared class of numbers, [from, below). Figures on numbers are protected on these. */
const bandSchema = z.strictObject({ code: optionCodeSchema, label: textSchema, from: z.number(), below: z.number() });
export type Band = z.infer<typeof bandSchema>;
const number = z.strictObject({
  kind: z.literal('number'),
  ...common,
  unit: textSchema,
  min: z.number(),
  max: z.number(),
  decimals: z.int().min(0).max(2),
  /** Outside this range the page asks once whether the number is right; it never refuses it. */
  plausible: z.strictObject({ from: z.number(), to: z.number() }),
  bands: z.array(bandSchema).min(4),
  /** Median and quartiles are rounded to this step before they leave the system. */
  roundTo: z.number().positive(),
});
const yearMonth = z.strictObject({
  kind: z.literal('year_month'),
  ...common,
  /** Years offered, both ends included. `cohort` means the earliest graduation year of the round. */
  fromYear: z.int(),
  toYear: z.int(),
  bands: z.array(bandSchema).min(4),
});
const openText = z.strictObject({ kind: z.literal('text'), ...common, maxLength: z.int().positive().max(4000) });
const codelist = z.strictObject({
  kind: z.literal('codelist'),
  ...common,
  /** Name of a list under survey-definitions/classifications/. */
  list: z.string(),
  /** Whether results are by code or by the list's declared groups of codes. */
  resultsBy: z.enum(['code', 'group']),
});
const nps = z.strictObject({ kind: z.literal('nps'), ...common, low: textSchema, high: textSchema });
const info = z.strictObject({
  kind: z.literal('info'),
  code: codeSchema,
  text: textSchema,
  showIf: conditionSchema.optional(),
});

export const questionSchema = z.discriminatedUnion('kind', [
  single,
  multiple,
  scale,
  pair,
  number,
  yearMonth,
  openText,
  codelist,
  nps,
  info,
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;
