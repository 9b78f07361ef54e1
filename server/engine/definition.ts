import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { codeSchema, optionCodeSchema, questionSchema } from './question.ts';
import { textSchema } from './text.ts';

/** A fully labelled scale. Options run from least to most; `score` is what means are made of. */
export const scaleSchema = z.strictObject({
  code: codeSchema,
  options: z.array(z.strictObject({ code: optionCodeSchema, score: z.number(), label: textSchema })).min(2),
});
export type Scale = z.infer<typeof scaleSchema>;

const label = { code: codeSchema, label: textSchema };
const categories = z.array(z.strictObject({ code: optionCodeSchema, label: textSchema })).min(2);
/**
 * What comes with a person from the register and travels, coarsened, with the answer record.
 * `codelist` and `category` copy a column of population.csv; `age_band` is years of age at
 * graduation, cut at the declared limits, so that no birth year reaches the answers.
 */
export const backgroundVariableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('codelist'), ...label, column: z.string(), list: z.string() }),
  z.strictObject({ kind: z.literal('category'), ...label, column: z.string(), categories, missing: optionCodeSchema }),
  z.strictObject({
    kind: z.literal('age_band'),
    ...label,
    bands: z.array(z.strictObject({ code: optionCodeSchema, label: textSchema, from: z.int(), below: z.int() })).min(2),
    missing: optionCodeSchema,
  }),
]);
export type BackgroundVariable = z.infer<typeof backgroundVariableSchema>;

export const pageSchema = z.strictObject({
  code: codeSchema,
  title: textSchema,
  intro: textSchema.optional(),
  showIf: conditionSchema.optional(),
  /** Questions in an order of their own for each person: pairs and scales only, drawn once. */
  shuffle: z.literal(true).optional(),
  questions: z.array(questionSchema).min(1),
});
export type Page = z.infer<typeof pageSchema>;

/** A survey as data. `format` lets a later engine upgrade older files with a pure function. */
export const definitionSchema = z.strictObject({
  format: z.literal(1),
  survey: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.int().positive(),
  /** Day on which the version was published (YYYY-MM-DD): from then on it is never edited. null = draft. */
  published: z.iso.date().nullable(),
  title: textSchema,
  /** Median minutes to answer, as measured; said on the first page. */
  minutes: z.strictObject({ from: z.int().positive(), to: z.int().positive() }),
  /**
   * The most important questions: the pages up to `lastPage`. Somebody with little time may send after them.
   * `minutes` is what they take. Without it, there is one path.
   */
  core: z.strictObject({ lastPage: codeSchema, minutes: z.int().positive() }).optional(),
  scales: z.array(scaleSchema),
  background: z.array(backgroundVariableSchema),
  pages: z.array(pageSchema).min(1),
});
export type SurveyDefinition = z.infer<typeof definitionSchema>;
/** What a definition file satisfies before it is checked. */
export type SurveyDefinitionInput = z.input<typeof definitionSchema>;
