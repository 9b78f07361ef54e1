import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { answerPage, press } from '../test/support/browser-answers.ts';
import { printMeasure, round } from './measure.ts';
import { linksOf, makeRound, openWorkplace, withServer } from './workplace.ts';

/** Phone lines that are imitated: round trip in ms, bits a second both ways, how much slower the processor is. */
const LINES = {
  slow_4g: { latency: 150, bits: 1_600_000, slower: 4 },
  slow_3g: { latency: 400, bits: 400_000, slower: 4 },
} as const;
const PHONE = { width: 360, height: 640 };

/**
 * What a phone loads when a graduate answers everything, page by page from an empty cache: bytes over the
 * wire with headers, requests, those to others. Then the same on slow lines: when the largest thing of the
 * page stood, how far things moved, how long the slowest answer of a part took to be seen. Needs CHROMIUM_PATH.
 */
export async function benchWeight(): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('Set CHROMIUM_PATH to the browser: CHROMIUM_PATH=/usr/bin/chromium');
  const place = await openWorkplace();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const [now, day] = [Date.now(), 24 * 3600 * 1000];
    const dates = { opens: new Date(now - day).toISOString(), closes: new Date(now + day).toISOString() };
    await makeRound(place, { id: 'bench-weight', graduates: 12, ...dates });
    const links = await linksOf(place, 'bench-weight');
    await withServer(place, async ({ baseUrl }) => {
      for (const scripts of [true, false]) {
        await weigh(browser, baseUrl + (links.pop() ?? ''), scripts);
      }
      await weighFirstVisits(browser, baseUrl, links);
      for (const line of ['slow_4g', 'slow_3g'] as const) await time(browser, baseUrl + (links.pop() ?? ''), line);
    });
  } finally {
    await browser.close();
    await place.close();
  }
}

/** Each part as the first thing that a phone opens, as from a link in its history. */
async function weighFirstVisits(browser: Browser, baseUrl: string, links: string[]): Promise<void> {
  const link = baseUrl + (links.pop() ?? '');
  const answering = await openPhone(browser, true);
  await answering.page.goto(link);
  for await (const name of answered(answering.page)) {
    const { page, wire } = await openPhone(browser, true);
    const loads = listen(wire, baseUrl);
    await page.goto(`${link}/${name}`, { waitUntil: 'networkidle' });
    print(true, `${name} first`, loads());
    await page.context().close();
  }
  await answering.page.context().close();
}

type Load = { requests: number; bytes: number; elsewhere: number; scriptBytes: number };

async function weigh(browser: Browser, link: string, scripts: boolean): Promise<void> {
  const { page, wire } = await openPhone(browser, scripts);
  const own = new URL(link).origin;
  let loads = listen(wire, own);
  let whole: Load = { requests: 0, bytes: 0, elsewhere: 0, scriptBytes: 0 };
  const note = (name: string): void => {
    whole = added(whole, loads());
    print(scripts, name, loads());
    loads = listen(wire, own);
  };
  await page.goto(link, { waitUntil: 'networkidle' });
  note('landing');
  for await (const name of answered(page)) note(name);
  print(scripts, 'whole survey', whole);
  await page.context().close();
}

function print(scripts: boolean, name: string, { requests, bytes, elsewhere, scriptBytes }: Load): void {
  printMeasure({
    bench: 'weight',
    page: name,
    scripts: Number(scripts),
    requests,
    bytes_over_wire: bytes,
    script_bytes: scriptBytes,
    requests_elsewhere: elsewhere,
  });
}

function added(a: Load, b: Load): Load {
  return {
    requests: a.requests + b.requests,
    bytes: a.bytes + b.bytes,
    elsewhere: a.elsewhere + b.elsewhere,
    scriptBytes: a.scriptBytes + b.scriptBytes,
  };
}

/**
 * Opens page after page and answers it, up to the receipt; tells the name of each page when it stands. `before` is
 * called with the name of a part that is answered, before it is left.
 */
async function* answered(page: Page, before?: (part: string) => Promise<void>): AsyncGenerator<string> {
  await page.locator('a[href$="/part/1"], button[value="start"]').first().click();
  await page.waitForLoadState('networkidle');
  for (let turn = 0; ; turn += 1) {
    const name = /\/(part\/\d+|receipt|review)/.exec(page.url())?.[1] ?? page.url();
    yield name;
    if (name === 'receipt') return;
    if (name.startsWith('part/')) {
      await answerPage(page, 1);
      await before?.(name);
      await press(page, 'nav', 'next');
    } else await page.locator('form[action$="/send"] button').first().click();
    await page.waitForLoadState('networkidle');
    if (turn > 20) throw new Error(`The survey does not end: ${page.url()}`);
  }
}

/** Requests that the browser makes from now on; the returned function tells them so far. */
function listen(wire: CDPSession, own: string): () => Load {
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  return () => {
    const over = [...urls].filter(([id]) => (bytes.get(id) ?? 0) > 0);
    const sum = (some: typeof over) => some.reduce((total, [id]) => total + (bytes.get(id) ?? 0), 0);
    return {
      requests: over.length,
      bytes: sum(over),
      elsewhere: [...urls.values()].filter((url) => new URL(url).origin !== own).length,
      scriptBytes: sum(over.filter(([, url]) => /\.m?js(\?|$)/.test(url))),
    };
  };
}

async function time(browser: Browser, link: string, line: keyof typeof LINES): Promise<void> {
  const { latency, bits, slower } = LINES[line];
  const { page, wire } = await openPhone(browser, true);
  const throughput = bits / 8;
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(link, { waitUntil: 'networkidle' });
  printMeasure({ bench: 'weight', page: 'landing', line, ...(await seen(page)) });
  const printSlowest = async (part: string) =>
    printMeasure({ bench: 'weight', page: part, line, slowest_interaction_ms: await page.evaluate<number>(SLOWEST) });
  for await (const name of answered(page, printSlowest)) {
    printMeasure({ bench: 'weight', page: name, line, ...(await seen(page)) });
  }
  await page.context().close();
}

/** In the browser: entries of a kind that were noted already, or none. */
const SEEN = `(async () => {
  const entries = (type) => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => resolve([]), 300);
  });
  const paints = await entries('largest-contentful-paint');
  const shifts = await entries('layout-shift');
  const [navigation] = performance.getEntriesByType('navigation');
  return {
    largest: paints.at(-1)?.startTime ?? 0,
    moved: shifts.reduce((total, { value }) => total + value, 0),
    ready: navigation?.domInteractive ?? 0,
  };
})()`;

/** In the browser: milliseconds from press or key to the next picture, the slowest on this page; less than 16 count as 0. */
const SLOWEST = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(Math.max(...list.getEntries().map(({ duration }) => duration))))
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
  setTimeout(() => resolve(0), 300);
})`;

/** Of the open page, from when it was asked for: milliseconds to its largest thing, and how far things moved. */
async function seen(page: Page): Promise<Record<string, number>> {
  const { largest, moved, ready } = await page.evaluate<{ largest: number; moved: number; ready: number }>(SEEN);
  return { largest_paint_ms: Math.round(largest), usable_ms: Math.round(ready), layout_shift: round(moved) };
}

async function openPhone(browser: Browser, scripts: boolean): Promise<{ page: Page; wire: CDPSession }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: PHONE });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  return { page, wire };
}
