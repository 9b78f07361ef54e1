import { linksOf, type Page } from './pages.ts';

/** What was got of one link to all reports, and how many links were not followed. */
export type Followed = { pages: Page[]; left: number };

/**
 * Follows links from the link to all reports, never guesses: reports and methods first, then their
 * questions, texts and files, one kind after the other, so that a small number of pages has some of each.
 */
export async function follow(link: string, most: number, progress: (line: string) => void): Promise<Followed> {
  const home = new URL(link);
  const waiting: string[][] = [[link]];
  const seen = new Set<string>([link]);
  const pages: Page[] = [];
  for (let kind = 0; pages.length < most;) {
    const next = waiting[0]?.shift() ?? turn(waiting, (kind += 1));
    if (next === undefined) break;
    const page = await get(next);
    pages.push(page);
    if (pages.length % 200 === 0) progress(`got ${pages.length} pages and files`);
    if (!page.type.includes('html')) continue;
    for (const found of linksOf(page)) {
      const { origin, pathname } = new URL(found);
      const isOurs = origin === home.origin && (pathname === home.pathname || pathname.startsWith(`${home.pathname}/`));
      if (!isOurs || seen.has(found)) continue;
      seen.add(found);
      const parts = pathname.slice(home.pathname.length).split('/').length;
      (waiting[parts <= 4 ? 0 : 1 + kindOf(pathname)] ??= []).push(found);
    }
  }
  return { pages, left: waiting.flat().length };
}

const FILES = ['report.json', 'report.csv', 'report-semicolon.csv', 'report.xlsx', 'report.pdf'];

function kindOf(pathname: string): number {
  return 1 + FILES.indexOf(pathname.slice(pathname.lastIndexOf('/') + 1));
}

/** The next of another kind, in turn. */
function turn(waiting: string[][], kind: number): string | undefined {
  const kinds = waiting.slice(1).filter((list) => list !== undefined && list.length > 0);
  return kinds.length === 0 ? undefined : kinds[kind % kinds.length]?.shift();
}

/** Gets a page or a file. */
export async function get(address: string): Promise<Page> {
  const response = await fetch(address, { headers: { 'accept-language': 'en' } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const body = /html|json|csv|text/.test(type) ? new TextDecoder().decode(bytes) : '';
  const asked = new URL(address).searchParams.get('lang') ?? '';
  return { address, status: response.status, type, language: languageOf(body) ?? asked, body, bytes };
}

function languageOf(body: string): string | undefined {
  return /<html lang="([a-z]+)"/.exec(body)?.[1];
}
