import { chromium, type Browser } from 'playwright-core';

const START_MS = 40_000;

/** The browser that CHROMIUM_PATH names. A start that hangs, as one may on a busy machine, is given up and made once more. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('Set CHROMIUM_PATH to the browser.');
  const args = [...more, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const start = () => chromium.launch({ executablePath, args, timeout: START_MS });
  return start().catch(start);
}
