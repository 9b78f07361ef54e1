import { z } from 'zod';
import { conditionSchema } from '../engine/condition.ts';
import { codeSchema, optionCodeSchema } from '../engine/question.ts';
import { textSchema } from '../engine/text.ts';

/**
 * How far the answers to a question of one version and of a later one may be put side by side, from the
 * best to the worst (statistics 4):
 * - `identical`: nothing that a respondent meets has changed.
 * - `editorial`: the words have changed, the meaning has not.
 * - `recodable`: shares of the classes of a stated common scale are comparable, nothing else is.
 * - `concept_only`: the same topic, measured in another way: figures are not comparable.
 * - `broken`: not comparable.
 */
export const MATCHES = ['identical', 'editorial', 'recodable', 'concept_only', 'broken'] as const;
export type Match = (typeof MATCHES)[number];

/** Who decided, as a role: names of persons stay out of the files. */
export const AUTHOR_ROLES = ['survey_editor', 'methodology_group', 'classification_editor'] as const;

/** Option → class of the common scale. null leaves an option out (several choices only). */
const mappingSchema = z.record(optionCodeSchema, optionCodeSchema.nullable());
export const recodeSchema = z.strictObject({
  /** Classes of the common scale, from least to most. */
  common: z.array(z.strictObject({ code: optionCodeSchema, label: textSchema })).min(2),
  from: mappingSchema,
  to: mappingSchema,
});
export type Recode = z.infer<typeof recodeSchema>;
export type Mapping = Recode['from'];

/**
 * The people whom both versions asked, where the versions asked different people. The conditions select
 * them among the people asked; null takes everybody whom that version asked.
 */
export const baseSchema = z.strictObject({
  label: textSchema,
  from: conditionSchema.nullable(),
  to: conditionSchema.nullable(),
});
export type Base = z.infer<typeof baseSchema>;

const decision = { author: z.enum(AUTHOR_ROLES), decided: z.iso.date() };
/** One item and its relation. `from` null: new in the later version. `to` null: dropped. */
export const mapItemSchema = z.strictObject({
  from: codeSchema.nullable(),
  to: codeSchema.nullable(),
  match: z.enum(MATCHES).optional(),
  recode: recodeSchema.optional(),
  base: baseSchema.optional(),
  /** What readers of a trend are told. Only an identical item may do without. */
  note: textSchema.optional(),
  ...decision,
});
export type MapItem = z.infer<typeof mapItemSchema>;

/** A change of codes that are units of reports, declared like those of questions. */
export const unitRelationSchema = z.strictObject({
  kind: z.enum(['merged', 'renamed', 'split']),
  /** A list whose codes are units of the survey: see unit-lists.ts. */
  list: z.string(),
  from: z.array(optionCodeSchema).min(1),
  to: z.array(optionCodeSchema).min(1),
  /** The first day of the new codes. */
  since: z.iso.date(),
  /** The sum of the codes on the side with several of them may be shown as one unit. */
  sum: z.literal(true).optional(),
  note: textSchema,
  ...decision,
});
export type UnitRelation = z.infer<typeof unitRelationSchema>;

/** The relations of two versions of a survey. A later map may skip versions (1 → 4), where that is declared. */
export const comparabilityMapSchema = z.strictObject({
  survey: z.string(),
  from: z.int().positive(),
  to: z.int().positive(),
  /** Questions that are answered. Texts to read have no figures and no relation. */
  items: z.array(mapItemSchema),
  /** Background variables of the register. */
  background: z.array(mapItemSchema),
  units: z.array(unitRelationSchema),
});
export type ComparabilityMap = z.infer<typeof comparabilityMapSchema>;
/** What a map file satisfies before it is checked. */
export type ComparabilityMapInput = z.input<typeof comparabilityMapSchema>;

/** A map and the file it is written in (for messages that name the place). */
export type RegisteredMap = { file: string; map: ComparabilityMap };
