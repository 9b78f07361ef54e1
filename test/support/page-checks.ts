import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { lookWithAxe } from './axe.ts';

/** The validator's standard set; the doctype's letters are a matter of taste. */
const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ['html-validate:standard'], rules: { 'doctype-style': 'off' } }),
);

/** What axe has to complain of on the open page; empty = nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await lookWithAxe(page);
  return violations.map(([id, html]) => `${id}: ${html}`);
}

/** What is wrong with the page's HTML; empty = nothing. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`));
}

/** Width of the page's content: more than the window's means that it scrolls sideways. */
export function contentWidth(page: Page): Promise<number> {
  return page.evaluate('document.scrollingElement.scrollWidth');
}
