import { z } from 'zod';
import { reportDefinitionSchema } from './report-definition.ts';

const common = reportDefinitionSchema.shape;

/**
 * A report that one institution has beside the common one, as a JSON file: what it shows of the same release,
 * in what order. Words for the upper halves of scales are those of the common report unless it has its own.
 */
export const ownReportSchema = z.strictObject({
  format: z.literal(1),
  institution: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'is no code of an institution'),
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, 'is written with small letters, digits and hyphens, 30 at most')
    .describe('stands in the address of the report'),
  title: common.sections.element.shape.title,
  survey: common.survey,
  headlines: common.headlines,
  sections: common.sections,
  upperHalf: common.upperHalf.default({}),
});
export type OwnReport = z.infer<typeof ownReportSchema>;
