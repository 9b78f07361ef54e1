import { z } from 'zod';

const textSchema = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });
const codeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const itemSchema = codeSchema.describe('code of a question');

/**
 * One chart with its table. The order of figures and items is the order of the page.
 * - `dumbbell`: pairs, sorted by gap.
 * - `diverging`: scales with an even number of steps, so that the middle divides them.
 * - `bars`: a single choice, several choices, a code list, a scale or a 0–10 recommendation.
 * - `quartiles`: a number or a month.
 */
const figureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dumbbell'),
    code: codeSchema,
    title: textSchema,
    items: z.array(itemSchema).min(1),
  }),
  z.strictObject({
    kind: z.literal('diverging'),
    code: codeSchema,
    title: textSchema,
    items: z.array(itemSchema).min(1),
  }),
  z.strictObject({ kind: z.literal('bars'), item: itemSchema, title: textSchema }),
  z.strictObject({ kind: z.literal('quartiles'), item: itemSchema, title: textSchema }),
]);
export type FigureDefinition = z.infer<typeof figureSchema>;
export type FigureOf<K extends FigureDefinition['kind']> = Extract<FigureDefinition, { kind: K }>;

/** A share of those who answered one question: the sum of some of its categories. */
const headlineSchema = z.strictObject({
  item: itemSchema,
  title: textSchema,
  /** What the share is, in words that follow a percentage. */
  label: textSchema,
  categories: z.array(z.string()).min(1),
});
export type HeadlineDefinition = z.infer<typeof headlineSchema>;

/**
 * What a report shows of a survey and in what order, for every version of the survey: an item that
 * a version does not ask is left out there. Thresholds are no part of it: what may be shown is
 * decided before, when the release is built.
 */
export const reportDefinitionSchema = z.strictObject({
  survey: z.string(),
  headlines: z.array(headlineSchema).min(1).max(6),
  sections: z
    .array(z.strictObject({ code: codeSchema, title: textSchema, figures: z.array(figureSchema).min(1) }))
    .min(1),
  /** Words for the upper half of a scale, by the scale's code; they follow a percentage. */
  upperHalf: z.record(codeSchema, textSchema),
  /**
   * Questions by which graduates see, once they have sent their answers, how earlier graduates answered:
   * scales and 0–10 recommendations, since an answer has a place on these alone.
   */
  forGraduates: z.array(itemSchema).length(3),
  /** Questions that no report shows. */
  leftOut: z.array(z.strictObject({ item: itemSchema, reason: z.string().min(1) })),
});
export type ReportDefinition = z.infer<typeof reportDefinitionSchema>;
/** What a report file satisfies before it is checked. */
export type ReportDefinitionInput = z.input<typeof reportDefinitionSchema>;

/** The items of a figure, in its order. */
export function itemsOf(figure: FigureDefinition): readonly string[] {
  switch (figure.kind) {
    case 'dumbbell':
    case 'diverging':
      return figure.items;
    case 'bars':
    case 'quartiles':
      return [figure.item];
    default:
      return figure satisfies never;
  }
}
