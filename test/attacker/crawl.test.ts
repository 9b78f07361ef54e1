import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crawl } from './crawl.ts';
import { degreeOf, exact, handMade } from './hand-made.ts';
import { linksOf, numbersIn } from './pages.ts';

// A small site of report pages by hand: the crawler must pass the honest one and find each fault.

const { releases } = handMade([{ degree: 'a', counts: [4, 5, 3] }], exact(degreeOf('a')));
const files = releases.map(({ release }) => release);

type Site = (path: string, language: string) => { status: number; body: string };

let server: Server | null = null;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

async function serve(site: Site): Promise<string> {
  const started = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { status, body } = site(pathname, searchParams.get('lang') ?? 'en');
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/reports/key`;
}

const page = (language: string, ...cells: string[]) =>
  `<html lang="${language}"><body>${['fi', 'sv', 'en'].map((one) => `<a href="?lang=${one}">x</a>`).join('')}
  <a href="/reports/key/r/X1/a?lang=${language}">a</a><a href="/secret/999">elsewhere</a>
  <table>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table></body></html>`;

function honest(cells: (language: string) => string[] = () => []): Site {
  return (path, language) => {
    const own = language === 'en' ? '33%' : '33\u00a0%';
    if (path === '/reports/key') return { status: 200, body: page(language) };
    if (path === '/reports/key/r/X1/a') return { status: 200, body: page(language, own, '12', ...cells(language)) };
    return { status: 404, body: page(language) };
  };
}

describe('crawl', () => {
  test('follows links of report pages, in three languages, and finds nothing on honest ones', async () => {
    const { findings, tried } = await crawl(await serve(honest()), files);
    expect(findings).toEqual([]);
    expect(tried).toMatchObject({ pages: 7, languages: 3, figures: 6, left: 0 });
    expect(tried.refusals).toBeGreaterThan(2);
  });

  test('finds a figure that the tables have not', async () => {
    const { findings } = await crawl(await serve(honest(() => ['7'])), files);
    expect(findings).toEqual([expect.objectContaining({ test: 'T1', says: expect.stringContaining('have not: 7') })]);
  });

  test('finds a language that says more', async () => {
    const { findings } = await crawl(await serve(honest((language) => (language === 'sv' ? ['42 %'] : []))), files);
    expect(findings).toContainEqual(expect.objectContaining({ test: 'T2' }));
  });

  test('finds refusals that differ', async () => {
    const site = honest();
    const telling: Site = (path, language) =>
      path.endsWith('/none') ? { status: 404, body: `${page(language)} unknown` } : site(path, language);
    const { findings } = await crawl(await serve(telling), files);
    expect(findings).toContainEqual(expect.objectContaining({ test: 'T1', says: expect.stringContaining('refused') }));
  });

  test('finds a page that changes', async () => {
    let asked = 0;
    const site = honest();
    const changing: Site = (path, language) => {
      asked += 1;
      const { status, body } = site(path, language);
      return { status, body: `${body}<!-- ${asked} -->` };
    };
    const { findings } = await crawl(await serve(changing), files);
    expect(findings).toContainEqual(expect.objectContaining({ test: 'T2', says: expect.stringContaining('again') }));
  });
});

test('numbers are read as each language writes them', () => {
  expect(numbersIn('1\u00a0480 (4,1–4,6)', 'fi')).toEqual([1480, 4.1, 4.6]);
  expect(numbersIn('1,480 (−0.3 – +0.5), 33%', 'en')).toEqual([1480, -0.3, 0.5, 33]);
});

test('links are resolved, without anchors', () => {
  const body = '<a class="x" href="?lang=fi&amp;q=1">a</a> <a href="/b#c">b</a>';
  expect(linksOf({ address: 'http://h/a?lang=en', body })).toEqual(['http://h/a?lang=fi&q=1', 'http://h/b']);
});
