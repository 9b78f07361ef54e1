import type { Page } from 'playwright-core';
import { readPageForm } from './page-form.ts';

/** What was entered, in the form in which it must be stored. */
export type Entered = Record<string, unknown>;

/**
 * Answers every question of the open page in the browser, by the `turn`-th choice of each, and returns
 * what the stored response must hold. Reads the page as a person does: what it offers is what it asks.
 */
export async function answerPage(page: Page, turn: number): Promise<Entered> {
  const { fields } = readPageForm(await page.content());
  const entered: Entered = {};
  for (const field of fields) {
    const locator = page.locator(`[name="${field.name}"]`);
    if (field.kind === 'choice') {
      const value = field.values[turn % field.values.length] ?? '';
      const isSelect = (await locator.first().evaluate((element) => element.tagName)) === 'SELECT';
      if (isSelect) await locator.selectOption(value);
      else {
        for (const other of field.several ? field.checked : []) {
          await page.locator(`[name="${field.name}"][value="${other}"]`).uncheck({ force: true });
        }
        await page.locator(`[name="${field.name}"][value="${value}"]`).check({ force: true });
      }
      note(entered, field.name, field.several ? [value] : value);
    } else if (field.kind === 'text' && (await locator.isVisible())) {
      const text = textFor(field.name, turn);
      if (text === null) continue;
      await locator.fill(text);
      note(
        entered,
        field.name,
        /^(pay|unemployment_months)$/.test(field.name) ? Number(text.replace(/\s/g, '')) : text,
      );
    }
  }
  return joinMonths(entered);
}

/** Presses one of the page's own buttons, and waits for what it leads to: a browser may never close a page that is still loading. */
export async function press(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`button[name="${name}"][value="${value}"]:not(.first)`).first().click();
  await page.waitForLoadState();
}

function textFor(name: string, turn: number): string | null {
  if (name === 'pay') return `3 ${400 + turn}`;
  if (name === 'unemployment_months') return String(3 + turn);
  if (/\.year$/.test(name)) return '2022';
  if (/\.month$/.test(name)) return String(1 + (turn % 12));
  if (/^open_/.test(name)) return `Hyvää – mera övning, "more" <practice> & 🎓 ${turn}`;
  return null;
}

/** `skill.importance` → { skill: { importance } }. */
function note(entered: Entered, name: string, value: unknown): void {
  const [code = '', part] = name.split('.');
  if (!part) entered[code] = value;
  else entered[code] = { ...(entered[code] as object | undefined), [part]: value }; // parts of one question only
}

function joinMonths(entered: Entered): Entered {
  return Object.fromEntries(
    Object.entries(entered).map(([code, value]) => {
      const { year, month } = (value ?? {}) as { year?: string; month?: string }; // of year_month questions
      return [code, year && month ? `${year}-${month.padStart(2, '0')}` : value];
    }),
  );
}
