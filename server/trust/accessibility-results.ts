import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the last check of the graduate's pages by software found; no pages: there was none yet. */
const resultsSchema = z.strictObject({
  checked_on: z.iso.date(),
  browser: z.string(),
  axe: z.string(),
  /** Pages and states of pages. */
  pages: z.int().nonnegative(),
  checks: z.int().nonnegative(),
  /** Whether each page was seen in every combination of language, theme and width, or in each of them by turns. */
  every_combination: z.boolean(),
  /** 'page: rule', each once; empty = none was found. */
  faults: z.array(z.string()),
});
export type AccessibilityResults = z.infer<typeof resultsSchema>;

/** The results that the accessibility statement tells. */
export const ACCESSIBILITY_RESULTS: AccessibilityResults = resultsSchema.parse(
  JSON.parse(readFileSync(new URL('./accessibility-results.json', import.meta.url), 'utf8')),
);
