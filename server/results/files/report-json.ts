import { z } from 'zod';
import { LANGUAGES } from '../../engine/text.ts';
import type { PrintedReport } from '../drawings.ts';
import { aboutLines } from './about-lines.ts';
import { toReportRows } from './report-rows.ts';

const number = z.number().nullable();

/** A report of one degree as a document. Its JSON Schema is `reports/report-file.schema.json`. */
export const reportFileSchema = z.strictObject({
  format: z.literal(1),
  language: z.enum(LANGUAGES).describe('language of all words'),
  release: z.string().describe('the numbered release that the figures come from'),
  invented: z.boolean().describe('true: institutions and answers are invented'),
  degree: z.string(),
  institution: z.string(),
  round: z.string(),
  about: z.array(z.string()).describe('who answered, how far to trust it, what is compared, what cannot be concluded'),
  sections: z.array(
    z.strictObject({
      title: z.string(),
      rows: z.array(
        z.strictObject({
          figure: z.string(),
          row: z.string(),
          column: z.string(),
          unit: z
            .enum(['count', 'share', 'mean', 'difference', 'points', 'amount', 'year'])
            .nullable()
            .describe('share: 0 to 1; points: −100 to 100; year: years with a fraction; null: words'),
          value: number.describe('null where nothing is shown, whatever the reason'),
          low: number.describe('lower end of the 95 % interval'),
          high: number.describe('upper end of the 95 % interval'),
          text: z.string().describe('as it is read on the page'),
        }),
      ),
    }),
  ),
});
export type ReportFile = z.infer<typeof reportFileSchema>;

/** The document of a report: the same figures as on the page. */
export function reportJson(report: PrintedReport, head: Pick<ReportFile, 'language' | 'release'>): ReportFile {
  const { invented, degree, institution, round } = report;
  return {
    format: 1,
    ...head,
    invented,
    degree,
    institution,
    round,
    about: aboutLines(report),
    sections: toReportRows(report).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ section: _section, ...row }) => row),
    })),
  };
}

/** The JSON Schema of the document, as text. */
export function reportSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(reportFileSchema), null, 2)}\n`;
}
