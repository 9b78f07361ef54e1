import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The validator's standard set; the doctype's letters are a matter of taste. */
const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ['html-validate:standard'], rules: { 'doctype-style': 'off' } }),
);

/** What axe has to complain of on the open page; empty = nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
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
