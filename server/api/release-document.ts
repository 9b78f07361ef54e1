import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const reason = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }).partial();

/** A release as the interface tells of it. */
export const releaseSchema = z.strictObject({
  id: z.string().describe('name of the release; that of its round, with _2 and so on for later editions'),
  round: z.string(),
  edition: z.int().positive(),
  survey: z.string(),
  version: z.int().positive(),
  period: z.string().describe('year of graduation, or first and last'),
  invented: z.boolean().describe('true: institutions and answers are invented'),
  state: z
    .enum(['preliminary', 'final', 'superseded', 'withdrawn'])
    .describe('superseded: a later edition has taken its place; withdrawn: its files are not given any more'),
  published_on: day,
  final_from: day.nullable().describe('the day from which it is final'),
  superseded_by: z.string().nullable().describe('the release that has taken its place'),
  remarks: z.array(
    z.strictObject({ on: day, kind: z.enum(['final', 'corrected', 'superseded', 'withdrawn']), reason }),
  ),
  tables: z.strictObject({ href: z.string(), sha256: z.string() }),
});
export type ReleaseDocument = z.infer<typeof releaseSchema>;

export const releaseListSchema = z.strictObject({ releases: z.array(releaseSchema) });

/** One release with its manifest, as manifest.json has it. */
export const releaseWithManifestSchema = releaseSchema.extend({ manifest: z.record(z.string(), z.unknown()) });

/** RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
