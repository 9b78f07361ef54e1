import type { Finding, ReleaseFiles, Test } from './input.ts';
import { cellsOf, linksOf, numbersIn, type Page } from './pages.ts';
import { populationsOf, readTables, type Tables } from './told.ts';
import { vocabularyOf } from './vocabulary.ts';

export type CrawlTried = { pages: number; languages: number; figures: number; refusals: number };

const LANGUAGES = ['fi', 'sv', 'en'];
const MOST_PAGES = 3000;

/**
 * T1 and T2 on pages: follows links from the link to all reports (never guesses), takes every
 * number of every table in three languages, and compares them with the tables of the releases.
 * Asks for degrees that have no report: the answer must be one and the same.
 */
export async function crawl(
  link: string,
  releases: readonly ReleaseFiles[],
): Promise<{ findings: Finding[]; tried: CrawlTried }> {
  const tables = releases.map(readTables);
  const pages = await follow(link);
  const reports = new Map<string, Page[]>();
  for (const page of pages) {
    const { pathname } = new URL(page.address);
    reports.set(pathname, [...(reports.get(pathname) ?? []), page]);
  }
  const figures = pages.reduce((sum, page) => sum + figuresOf(page).length, 0);
  const refused = await refusals(link, pages, tables);
  const findings = [
    ...[...reports.values()].flatMap(sameInAllLanguages),
    ...[...reports].flatMap(([path, [page]]) => (page ? nothingMore(path, page, tables) : [])),
    ...(await sameAgain(pages)),
    ...refused.findings,
  ];
  return { findings, tried: { pages: pages.length, languages: LANGUAGES.length, figures, refusals: refused.asked } };
}

async function follow(link: string): Promise<Page[]> {
  const home = new URL(link);
  const waiting = [link];
  const seen = new Set<string>(waiting);
  const pages: Page[] = [];
  for (let next = waiting.pop(); next !== undefined && pages.length < MOST_PAGES; next = waiting.pop()) {
    const page = await get(next);
    pages.push(page);
    for (const found of linksOf(page)) {
      const { origin, pathname } = new URL(found);
      const isReport =
        origin === home.origin && (pathname === home.pathname || pathname.startsWith(`${home.pathname}/`));
      if (!isReport || seen.has(found)) continue;
      seen.add(found);
      waiting.push(found);
    }
  }
  return pages.filter(({ body }) => body.includes('<html'));
}

async function get(address: string): Promise<Page> {
  const response = await fetch(address, { headers: { 'accept-language': 'en' } });
  const body = await response.text();
  return { address, status: response.status, language: /<html lang="([a-z]+)"/.exec(body)?.[1] ?? '', body };
}

function figuresOf(page: Page): number[] {
  return cellsOf(page).flatMap((cell) => numbersIn(cell, page.language));
}

/** T2: the same figures in each language. */
function sameInAllLanguages(pages: readonly Page[]): Finding[] {
  const told = new Map(
    pages.map((page) => [
      page.language,
      figuresOf(page)
        .toSorted((a, b) => a - b)
        .join(' '),
    ]),
  );
  const [first] = pages;
  if (!first || new Set(told.values()).size <= 1) return [];
  return [finding('T2', `${first.address} prints other figures in ${[...told.keys()].join(', ')}`)];
}

/** T1: no figure that the tables have not. */
function nothingMore(path: string, page: Page, tables: readonly Tables[]): Finding[] {
  const [degree = '', institution = ''] = path.split('/').toReversed();
  const known = vocabularyOf(tables, decodeURIComponent(institution), decodeURIComponent(degree));
  const strange = [...new Set(figuresOf(page).filter((figure) => !known.has(figure)))];
  if (strange.length === 0) return [];
  return [finding('T1', `${page.address} prints figures that the tables have not: ${strange.slice(0, 10).join(', ')}`)];
}

/** T2: asked again, a page is the same. */
async function sameAgain(pages: readonly Page[]): Promise<Finding[]> {
  const sample = pages.filter((_page, index) => index % Math.ceil(pages.length / 10) === 0);
  const again = await Promise.all(sample.map(({ address }) => get(address)));
  return again.flatMap((page, index) =>
    page.body === sample[index]?.body ? [] : [finding('T2', `${page.address} is not the same when asked again`)],
  );
}

/** Degrees without a report, real and invented: one status and one body, whatever is hidden. */
async function refusals(
  link: string,
  pages: readonly Page[],
  tables: readonly Tables[],
): Promise<{ findings: Finding[]; asked: number }> {
  const report = pages.map(({ address }) => new URL(address).pathname.split('/')).find((parts) => parts.length >= 6);
  if (!report) return { findings: [], asked: 0 };
  const start = report.slice(0, -2).join('/');
  const populations = tables.flatMap(populationsOf);
  const shown = new Set(
    populations.filter(({ level }) => level === 'degree').map(({ institution, degree }) => `${institution}/${degree}`),
  );
  const members = populations.filter(({ level }) => level === 'others').flatMap(({ degree }) => degree.split('|'));
  const hidden = [...new Set(members)].map((member) => member.replace('-', '/')).filter((member) => !shown.has(member));
  const wrong = ['X9999/none', 'X0101/none', ...[...shown].slice(0, 5).map((one) => `${one}x`)];
  const asked = [...hidden.filter((member) => member.includes('/')).slice(0, 30), ...wrong];
  const answers = await Promise.all(asked.map((one) => get(new URL(`${start}/${one}?lang=en`, link).href)));
  const kinds = new Set(answers.map(({ status, body }) => `${status} ${body}`));
  if (kinds.size <= 1) return { findings: [], asked: asked.length };
  return {
    findings: [
      finding('T1', `degrees without a report are refused in ${kinds.size} ways (${asked.slice(0, 5).join(', ')} …)`),
    ],
    asked: asked.length,
  };
}

function finding(test: Test, says: string): Finding {
  return { test, says, item: '', group: '', people: 0, rows: [], derived: {}, confirmed: null };
}
