import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import { urasOrFail, type ProductServer } from '../test/support/product-process.ts';
import { LANGUAGES } from '../server/engine/text.ts';
import { cpuMs, percentile, printMeasure, round } from './measure.ts';
import { makeRound, openWorkplace, withServer, type Workplace } from './workplace.ts';

const READERS = 64;
/** Of the questions of a report, every so-manieth. */
const EVERY_QUESTION = 7;
/** Reports that are read before the service draws by itself. */
const FIRST = 16;

/**
 * Pages of a national release, report and question, each told by what is at hand when it is asked for:
 * `first`: nothing, its reader waits for its charts; `cold`: it was drawn and printed before, the page was not sent
 * yet (a server that was started anew, then one that has run); `compared`: the same, beside another group, for which
 * nothing is printed ahead; `warm`: the page was sent before. Beside them what it costs that the service draws and
 * prints all reports before they are read.
 */
export async function benchReport(quick: boolean): Promise<void> {
  const place = await openWorkplace();
  try {
    await makeRelease(place, quick ? 3000 : 26000);
    const reads = quick ? 200 : 4000;
    let questions: string[] = [];
    await withServer(place, async (server) => {
      const pages = await reportPages(server);
      questions = await questionPages(server, pages);
      const bench = benchOn(place, server);
      await bench('report', 'first', inLanguage(pages, 'fi').slice(0, FIRST), 1);
      await benchAhead(place, server, pages.length);
      await bench('report', 'cold', inLanguage(pages, 'fi').slice(FIRST), READERS);
      for (const readers of [1, 8, READERS])
        await bench('report', 'warm', times(inLanguage(pages, 'fi'), reads), readers);
    });
    await withServer(place, async (server) => {
      const pages = await reportPages(server);
      const bench = benchOn(place, server);
      await bench('report', 'cold, started anew', inLanguage(pages, 'fi'), READERS);
      await bench('report', 'cold', [...inLanguage(pages, 'sv'), ...inLanguage(pages, 'en')], READERS);
      await bench('report', 'compared', inLanguage(pages, 'en', '&compare=nation'), READERS);
      await bench('report', 'warm', times(inLanguage(pages, 'sv'), reads), READERS);
      await bench('question', 'cold', inLanguage(questions, 'sv'), READERS);
      await bench('question', 'warm', times(inLanguage(questions, 'sv'), reads), READERS);
    });
  } finally {
    await place.close();
  }
}

/** A round of a simulated nation with its release: `bench-report`. */
export async function makeRelease(place: Workplace, graduates: number): Promise<void> {
  const round = { id: 'bench-report', graduates, opens: '2025-10-01T00:00:00Z', closes: '2025-11-01T00:00:00Z' };
  const folder = await makeRound(place, round);
  const responses = join(folder, 'responses.csv');
  await urasOrFail(place.product, 'responses', 'import', '--round', round.id, responses, '--confirm');
  await urasOrFail(place.product, 'rounds', 'freeze', round.id);
  await urasOrFail(place.product, 'releases', 'build', '--round', round.id, '--out', join(folder, 'release'));
}

/** Reads pages and prints what that cost, the server's and the database's processor time together. */
function benchOn(place: Workplace, server: ProductServer) {
  return async (page: string, cache: string, paths: readonly string[], readers: number): Promise<void> => {
    const spent = () => [cpuMs(server.pid), cpuMs(place.postgres.pid)] as const;
    const [serverBefore, databaseBefore] = spent();
    const start = performance.now();
    const { durations, bytes } = await read(server, paths, readers);
    const seconds = (performance.now() - start) / 1000;
    const [serverAfter, databaseAfter] = spent();
    const [ofServer, ofDatabase] = [serverAfter - serverBefore, databaseAfter - databaseBefore];
    printMeasure({
      bench: 'report',
      page,
      cache,
      readers,
      pages: paths.length,
      pages_per_s: round(paths.length / seconds),
      cpu_ms_per_page: round((ofServer + ofDatabase) / paths.length),
      server_cpu_ms: round(ofServer / paths.length),
      database_cpu_ms: round(ofDatabase / paths.length),
      p50_ms: percentile(durations, 50),
      p95_ms: percentile(durations, 95),
      p99_ms: percentile(durations, 99),
      kb_per_page: round(bytes / paths.length / 1000),
    });
  };
}

/** Waits until the service has drawn all reports and printed them in each language, and prints what that cost. */
async function benchAhead(place: Workplace, server: ProductServer, pages: number): Promise<void> {
  const spent = () => cpuMs(server.pid) + cpuMs(place.postgres.pid);
  const [before, start] = [spent(), performance.now()];
  const client = new pg.Client({ connectionString: place.postgres.url });
  await client.connect();
  const ready = 'select count(*) as ready from release.printed_report';
  for (let done = 0; done < pages * LANGUAGES.length; await setTimeout(500)) {
    done = Number((await client.query<{ ready: string }>(ready)).rows[0]?.ready);
  }
  await client.end();
  const [cpu, seconds] = [spent() - before, (performance.now() - start) / 1000];
  printMeasure({
    bench: 'report',
    page: 'report',
    cache: 'drawn ahead',
    pages,
    cpu_ms_per_page: round(cpu / pages),
    seconds: round(seconds),
  });
}

/** Every degree report that the list links to. */
async function reportPages(server: ProductServer): Promise<string[]> {
  const list = server.links.get('reports') ?? '';
  const html = await (await fetch(list)).text();
  const { pathname } = new URL(list);
  const links = [...html.matchAll(/href="([^"?#]+)[^"]*"/g)].map((match) => new URL(match[1] ?? '', list).pathname);
  const isReport = (path: string) => path.startsWith(`${pathname}/bench-report/`);
  return [...new Set(links.filter(isReport))];
}

/** Some questions of each report. Their addresses are those of one report, moved to the others. */
async function questionPages(server: ProductServer, reports: readonly string[]): Promise<string[]> {
  const html = await (await fetch(new URL(reports[0] ?? '', server.baseUrl))).text();
  const questions = [...html.matchAll(/href="[^"/]+(\/question\/[a-z0-9_]+)\?[^"]*"/g)].map(([, path]) => path ?? '');
  const asked = [...new Set(questions)].filter((_, index) => index % EVERY_QUESTION === 0);
  return reports.flatMap((report) => asked.map((question) => report + question));
}

function inLanguage(paths: readonly string[], language: string, more = ''): string[] {
  return paths.map((path) => `${path}?lang=${language}${more}`);
}

function times(paths: readonly string[], reads: number): string[] {
  return Array.from({ length: reads }, (_, index) => paths[index % paths.length] ?? '');
}

/** Reads each path once, in order, by so many readers at a time. */
async function read(
  server: { baseUrl: string },
  paths: readonly string[],
  readers: number,
): Promise<{ durations: number[]; bytes: number }> {
  const pool = new Pool(server.baseUrl, { connections: readers, pipelining: 1 });
  const durations: number[] = [];
  let bytes = 0;
  const queue = paths.values();
  const reader = async () => {
    for (const path of queue) {
      const start = performance.now();
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers: { 'accept-encoding': 'gzip' } });
      for await (const chunk of body) bytes += (chunk as Uint8Array).byteLength; // a body of bytes
      durations.push(performance.now() - start);
      if (statusCode !== 200) throw new Error(`${path} was answered with ${statusCode}.`);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  await pool.close();
  return { durations, bytes };
}
