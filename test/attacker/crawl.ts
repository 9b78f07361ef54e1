import { explainComparisons, rowsOf } from './comparisons.ts';
import { numbersOfPage, saidBy, type Said } from './documents.ts';
import { follow, get } from './follow.ts';
import type { Finding, ReleaseFiles, Test } from './input.ts';
import { cellsOf, isReport, numbersIn, type Page } from './pages.ts';
import { attackRefusals } from './refusals.ts';
import { readTables, type Tables } from './told.ts';
import { roundedTo, vocabularyOf } from './vocabulary.ts';

export type CrawlTried = {
  pages: number;
  files: number;
  languages: number;
  figures: number;
  refusals: number;
  /** Links that were found and not followed, since there were more than were asked for. */
  left: number;
};

const MOST_PAGES = 3000;
/** Pages and files that are asked for twice. */
const AGAIN = 20;

type Got = { page: Page; said: Said };

/**
 * T1 and T2 on pages and files: follows links from the link to all reports, takes every figure of
 * every table and file in three languages, and compares them with the tables of the releases, with
 * each other and with themselves asked again. Asks for what there is not: the answer must be one.
 */
export async function crawl(
  link: string,
  releases: readonly ReleaseFiles[],
  {
    most = MOST_PAGES,
    progress = () => undefined,
  }: { most?: number | undefined; progress?: (line: string) => void } = {},
): Promise<{ findings: Finding[]; tried: CrawlTried }> {
  const tables = releases.map(readTables);
  const { pages, left } = await follow(link, most, progress);
  const got: Got[] = [];
  for (const page of pages) got.push({ page, said: await saidBy(page) });
  progress(`read ${pages.length} pages and files`);
  const refused = await attackRefusals(link, pages, tables);
  const findings = [
    ...sameInAllLanguages(got),
    ...sameInAllFiles(got),
    ...nothingMore(got, tables),
    ...(await sameAgain(pages)),
    ...refused.problems.map((problem) => finding('T1', problem)),
  ];
  const files = got.filter(({ said }) => said.kind !== 'page');
  const figures = got.reduce((sum, { said }) => sum + said.exact.length + said.read.length, 0);
  const languages = new Set(got.flatMap(({ page, said }) => (said.kind === 'page' ? [page.language] : []))).size;
  const tried = { pages: got.length - files.length, files: files.length, languages, figures };
  return { findings, tried: { ...tried, refusals: refused.asked, left } };
}

/** T2: the same figures in each language. */
function sameInAllLanguages(got: readonly Got[]): Finding[] {
  const byPath = grouped(got, ({ page }) => `${new URL(page.address).pathname} ${inOtherWays(page)}`);
  return byPath.flatMap((same) => {
    const told = new Map(same.map(({ page, said }) => [page.language, inOrder([...said.exact, ...said.read])]));
    // The text of a PDF is words and figures together, and other languages have other words.
    if (same[0]?.said.kind === 'pdf' || new Set(told.values()).size <= 1) return [];
    return [finding('T2', `${same[0]?.page.address} prints other figures in ${[...told.keys()].join(', ')}`)];
  });
}

/** T2: JSON, CSV and XLSX of a report hold the same numbers; its PDF none that the page has not. */
function sameInAllFiles(got: readonly Got[]): Finding[] {
  const ofReports = grouped(got, ({ page }) => `${placeOf(page).report} ${page.language} ${inOtherWays(page)}`);
  return ofReports.flatMap((own): Finding[] => {
    const files = own.filter(({ said }) => said.exact.length > 0);
    const told = new Set(files.map(({ said }) => inOrder(said.exact)));
    const [first] = files;
    const differing = first && told.size > 1 ? [finding('T2', `files of ${first.page.address} differ in figures`)] : [];
    const pdf = own.find(({ said }) => said.kind === 'pdf');
    const page = own.find((one) => one.said.kind === 'page' && isPlain(one.page));
    if (page && first && inOrder(page.said.read) !== inOrder(first.said.read))
      differing.push(finding('T2', `${first.page.address} and its page differ in figures`));
    if (!pdf || !page) return differing;
    const known = new Set(
      [...numbersOfPage(page.page), ...numbersOfPage(pdf.page), ...(first?.said.read ?? [])].map(Math.abs),
    );
    const strange = pdf.said.read.filter((one) => !known.has(Math.abs(one)) && !isOfPrint(one, known));
    if (strange.length === 0) return differing;
    return [...differing, finding('T2', `${pdf.page.address} prints what its page does not: ${listed(strange)}`)];
  });
}

/** Pages of a PDF are numbered, and the spaces of its large numbers do not join them. */
function isOfPrint(figure: number, known: ReadonlySet<number>): boolean {
  if (Number.isInteger(figure) && figure <= 60) return true;
  return [...known].some((one) => one >= 1000 && one % 1000 === figure);
}

/** T1: no figure that the tables have not. */
function nothingMore(got: readonly Got[], tables: readonly Tables[]): Finding[] {
  return grouped(got, ({ page }) => placeOf(page).report).flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { institution, degree } = placeOf(first.page);
    const known = vocabularyOf(tables, institution, degree);
    const file = own.find(({ page, said }) => said.kind === 'json' && inOtherWays(page) === '');
    const { explained, wrong } = explainComparisons(file ? rowsOf(JSON.parse(file.page.body)) : [], known);
    for (const figure of explained) for (const decimals of [0, 1, 6]) known.add(roundedTo(figure, decimals));
    const seen = new Set<number>();
    const unlike =
      file && wrong.length > 0
        ? [finding('T1', `${file.page.address} compares what the tables have not: ${wrong.slice(0, 5).join('; ')}`)]
        : [];
    const strange = own.flatMap(({ page, said }) => {
      if (said.kind === 'pdf') return [];
      const read = said.kind === 'page' && !isPlain(page) ? outsideComparisons(page) : said.read;
      const strange = [...said.exact, ...read].filter((figure) => !known.has(figure) && !seen.has(figure));
      for (const figure of strange) seen.add(figure);
      return strange.length === 0
        ? []
        : [finding('T1', `${page.address} prints figures that the tables have not: ${listed(strange)}`)];
    });
    return [...unlike, ...strange];
  });
}

/** Figures of a page without differences: of them only that they lie within their interval is looked at. */
function outsideComparisons(page: Page): number[] {
  return cellsOf(page).flatMap((cell) => {
    const numbers = numbersIn(cell, page.language);
    const [difference = 0, low = 0, high = 0] = numbers;
    const isDifference = /^[+\u22120]/.test(cell) && numbers.length === 3 && low <= difference && difference <= high;
    return isDifference ? [] : numbers;
  });
}

/** A report as it is without a choice of whom to compare with: what its files hold. */
function isPlain(page: Page): boolean {
  return isReport(page) && inOtherWays(page) === '';
}

/** What an address asks for, the language aside. */
function inOtherWays({ address }: Page): string {
  const asked = new URL(address).searchParams;
  asked.delete('lang');
  return asked.toString();
}

/** T2: asked again, it is the same. PDF and XLSX carry the day they were made on. */
async function sameAgain(pages: readonly Page[]): Promise<Finding[]> {
  const sample = pages.filter((_page, index) => index % Math.ceil(pages.length / AGAIN) === 0);
  const found: Finding[] = [];
  for (const page of sample) {
    const again = await get(page.address);
    if (again.body !== page.body || again.status !== page.status)
      found.push(finding('T2', `${page.address} is not the same when asked again`));
  }
  return found;
}

/** '/reports/KEY/RELEASE/INSTITUTION/DEGREE/…' */
function placeOf({ address }: Page): { report: string; institution: string; degree: string } {
  const [, , , release = '', institution = '', degree = ''] = new URL(address).pathname.split('/');
  return {
    report: [release, institution, degree].join('/'),
    institution: decodeURIComponent(institution),
    degree: decodeURIComponent(degree),
  };
}

function grouped<Of>(all: readonly Of[], key: (one: Of) => string): Of[][] {
  return [...Map.groupBy(all, key).values()];
}

function inOrder(figures: readonly number[]): string {
  return figures.toSorted((a, b) => a - b).join(' ');
}

function listed(figures: readonly number[]): string {
  return [...new Set(figures)].slice(0, 10).join(', ');
}

function finding(test: Test, says: string): Finding {
  return { test, says, item: '', group: '', people: 0, rows: [], derived: {}, confirmed: null };
}
