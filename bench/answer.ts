import pg from 'pg';
import { Pool } from 'undici';
import { benchCommit } from './commit.ts';
import { answerWhole, type Tally } from './graduate.ts';
import { cpuMs, percentile, printMeasure, round } from './measure.ts';
import { linksOf, makeRound, openWorkplace, withServer, type Workplace } from './workplace.ts';

const LEVELS = [1, 8, 32, 64];
const JUST_STARTED = 32;

/**
 * Whole responses through the HTML pages, with `commit` beside each: at 32 at once by a service that was just
 * started, whose engine has compiled nothing yet; then, when it has run for a while, at 1, 8, 32 and 64.
 */
export async function benchAnswer(quick: boolean): Promise<void> {
  const perLevel = quick ? [30, 100, 150, 150] : [200, 800, 1500, 1500];
  const [first, warming] = quick ? [100, 200] : [600, 2400];
  const place = await openWorkplace();
  try {
    const graduates = perLevel.reduce((sum, count) => sum + count, first + warming);
    const now = Date.now();
    const day = 24 * 3600 * 1000;
    const dates = { opens: new Date(now - day).toISOString(), closes: new Date(now + day).toISOString() };
    await makeRound(place, { id: 'bench-answer', graduates, ...dates });
    const links = await linksOf(place, 'bench-answer');
    await withServer(place, async (server) => {
      const bodies = new Map<string, string>();
      const run = { server, bodies, concurrency: JUST_STARTED };
      await level(place, { ...run, links: links.splice(0, first), service: 'just started' });
      await level(place, { ...run, links: links.splice(0, warming), service: 'warming up' });
      for (const [index, concurrency] of LEVELS.entries()) {
        await level(place, {
          server,
          links: links.splice(0, perLevel[index] ?? 0),
          concurrency,
          bodies,
          service: 'has run',
        });
        await benchCommit(place.postgres, { concurrency, commits: quick ? 500 : 3000 });
      }
    });
  } finally {
    await place.close();
  }
}

type Level = {
  server: { pid: number; baseUrl: string };
  links: string[];
  concurrency: number;
  bodies: Map<string, string>;
  /** What it did before: figures of one that is warming up are not printed. */
  service: 'just started' | 'warming up' | 'has run';
};

async function level(place: Workplace, { server, links, concurrency, bodies, service }: Level): Promise<void> {
  const pool = new Pool(server.baseUrl, { connections: concurrency, pipelining: 1 });
  const tally: Tally = { saves: [], loads: [], acknowledged: 0, refused: 0 };
  const responses = links.length;
  const storedBefore = await storedSaves(place);
  const cpu = () => ({ server: cpuMs(server.pid), database: cpuMs(place.postgres.pid) });
  const before = cpu();
  const start = performance.now();
  const client = async () => {
    for (let link = links.pop(); link !== undefined; link = links.pop()) await answerWhole(pool, link, bodies, tally);
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const seconds = (performance.now() - start) / 1000;
  const after = cpu();
  const [ofServer, ofDatabase] = [after.server - before.server, after.database - before.database];
  await pool.close();
  if (service === 'warming up') return;
  printMeasure({
    bench: 'answer',
    service,
    concurrency,
    responses,
    responses_per_s: round(responses / seconds),
    cpu_ms_per_response: round((ofServer + ofDatabase) / responses),
    server_cpu_ms_per_response: round(ofServer / responses),
    database_cpu_ms_per_response: round(ofDatabase / responses),
    p50_ms: percentile(tally.saves, 50),
    p95_ms: percentile(tally.saves, 95),
    p99_ms: percentile(tally.saves, 99),
    acknowledged: tally.acknowledged,
    stored: (await storedSaves(place)) - storedBefore,
    sends_refused: tally.refused,
  });
}

/** Saves of pages that are in the database: each raises the revision of its record by one. */
async function storedSaves(place: Workplace): Promise<number> {
  const client = new pg.Client({ connectionString: place.postgres.url });
  await client.connect();
  const { rows } = await client.query<{ saves: string }>(
    'select coalesce(sum(revision), 0) as saves from answer.response',
  );
  await client.end();
  return Number(rows[0]?.saves ?? 0);
}
