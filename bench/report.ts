import { join } from 'node:path';
import { Pool } from 'undici';
import { urasOrFail } from '../test/support/product-process.ts';
import { cpuMs, percentile, printMeasure, round } from './measure.ts';
import { makeRound, openWorkplace, withServer, type Workplace } from './workplace.ts';

/** The page of a degree's report, at 1, 8 and 64 readers, over all reports of a release in turn. */
export async function benchReport(quick: boolean): Promise<void> {
  const place = await openWorkplace();
  try {
    await makeRelease(place, quick ? 3000 : 26000);
    await withServer(place, async (server) => {
      const pages = await reportPages(server.links.get('reports') ?? '');
      await read(server, pages, { readers: 4, reads: pages.length }); // draws each chart once, as first readers do
      for (const readers of [1, 8, 64]) {
        const cpuBefore = cpuMs(server.pid) + cpuMs(place.postgres.pid);
        const start = performance.now();
        const durations = await read(server, pages, { readers, reads: quick ? 200 : 2000 });
        const seconds = (performance.now() - start) / 1000;
        const cpu = cpuMs(server.pid) + cpuMs(place.postgres.pid) - cpuBefore;
        printMeasure({
          bench: 'report',
          concurrency: readers,
          pages: durations.length,
          pages_per_s: round(durations.length / seconds),
          cpu_ms_per_page: round(cpu / durations.length),
          p50_ms: percentile(durations, 50),
          p95_ms: percentile(durations, 95),
          p99_ms: percentile(durations, 99),
        });
      }
    });
  } finally {
    await place.close();
  }
}

async function makeRelease(place: Workplace, graduates: number): Promise<void> {
  const round = { id: 'bench-report', graduates, opens: '2025-10-01T00:00:00Z', closes: '2025-11-01T00:00:00Z' };
  const folder = await makeRound(place, round);
  const responses = join(folder, 'responses.csv');
  await urasOrFail(place.product, 'responses', 'import', '--round', round.id, responses, '--confirm');
  await urasOrFail(place.product, 'rounds', 'freeze', round.id);
  await urasOrFail(place.product, 'releases', 'build', '--round', round.id, '--out', join(folder, 'release'));
}

/** Every degree report that the list links to. */
async function reportPages(list: string): Promise<string[]> {
  const html = await (await fetch(list)).text();
  const { pathname } = new URL(list);
  const links = [...html.matchAll(/href="([^"?#]+)[^"]*"/g)].map((match) => new URL(match[1] ?? '', list).pathname);
  return [
    ...new Set(links.filter((path) => path.startsWith(pathname) && path.slice(pathname.length).split('/').length >= 4)),
  ];
}

async function read(
  server: { baseUrl: string },
  pages: readonly string[],
  options: { readers: number; reads: number },
): Promise<number[]> {
  const pool = new Pool(server.baseUrl, { connections: options.readers, pipelining: 1 });
  const durations: number[] = [];
  let next = 0;
  const reader = async () => {
    while (next < options.reads) {
      const path = pages[next % pages.length] ?? '';
      next += 1;
      const start = performance.now();
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers: { 'accept-encoding': 'gzip' } });
      await body.dump();
      durations.push(performance.now() - start);
      if (statusCode !== 200) throw new Error(`A report was answered with ${statusCode}.`);
    }
  };
  await Promise.all(Array.from({ length: options.readers }, reader));
  await pool.close();
  return durations;
}
