import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
/** WCAG 2.2 at level AA. */
export const WCAG_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe could not decide: rule, why, and the beginning of the element's tag. */
export type Undecided = { rule: string; why: string; element: string };
/** Faults as rule and element, and the version of axe that looked. */
export type Looked = { version: string; violations: [string, string][]; undecided: Undecided[] };

/**
 * What axe has to complain of on the open page and in its frames; by default best practice as well. It is put into
 * each document once and asked for faults and for what it cannot decide: to describe what is right takes most of
 * its time.
 */
export async function lookWithAxe(page: Page, rules = [...WCAG_RULES, 'best-practice']): Promise<Looked> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(`'axe' in globalThis`))) await frame.evaluate(SOURCE);
  }
  const types = ['violations', 'incomplete'];
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ${JSON.stringify(types)} })
    .then(({ testEngine, violations, incomplete }) => ({
      version: testEngine.version,
      violations: violations.map(({ id, nodes }) => [id, nodes[0].html]),
      undecided: incomplete.flatMap(({ id, nodes }) => nodes.map((node) => ({
        rule: id,
        why: [...node.any, ...node.all, ...node.none].map(({ data, id }) => (data && data.messageKey) || id).join(' '),
        element: (/^<[a-z0-9]+( class="[^"]*")?/.exec(node.html) ?? [''])[0].slice(1),
      }))),
    }))`);
}
