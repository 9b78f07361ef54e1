import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
/** WCAG 2.2 at level AA. */
export const WCAG_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Faults as rule and element, and the version of axe that looked. */
export type Looked = { version: string; violations: [string, string][] };

/**
 * What axe has to complain of on the open page and in its frames; by default best practice as well. It is put into
 * each document once and asked for faults alone: to describe what is right takes most of its time.
 */
export async function lookWithAxe(page: Page, rules = [...WCAG_RULES, 'best-practice']): Promise<Looked> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(`'axe' in globalThis`))) await frame.evaluate(SOURCE);
  }
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(
    ({ testEngine, violations }) => ({
      version: testEngine.version,
      violations: violations.map(({ id, nodes }) => [id, nodes[0].html]),
    }))`);
}
