import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerWhole, type Tally } from './graduate.ts';
import { cpuMs, percentile, printMeasure, round } from './measure.ts';
import { linksOf, makeRound, openWorkplace, withServer } from './workplace.ts';

const AT_ONCE = 200;
/** All have come within so many milliseconds, as after a message that went to everyone. */
const COMING_MS = 10_000;
/** Between two pages: far quicker than anybody answers a page of questions. */
const THINKING_MS = [1_000, 3_000] as const;

/** 200 graduates who answer at the same time, each on a connection of their own. */
export async function benchRush(): Promise<void> {
  const place = await openWorkplace();
  try {
    const [now, day] = [Date.now(), 24 * 3600 * 1000];
    const dates = { opens: new Date(now - day).toISOString(), closes: new Date(now + day).toISOString() };
    await makeRound(place, { id: 'bench-rush', graduates: AT_ONCE + 20, ...dates });
    const links = await linksOf(place, 'bench-rush');
    await withServer(place, async (server) => {
      const bodies = new Map<string, string>();
      await rush(server.baseUrl, links.splice(0, 20), bodies, 0);
      const before = cpuMs(server.pid) + cpuMs(place.postgres.pid);
      const start = performance.now();
      const { tally, failed } = await rush(server.baseUrl, links, bodies, COMING_MS);
      printMeasure({
        bench: 'rush',
        graduates: links.length,
        seconds: round((performance.now() - start) / 1000),
        page_p50_ms: percentile(tally.loads, 50),
        page_p95_ms: percentile(tally.loads, 95),
        page_p99_ms: percentile(tally.loads, 99),
        save_p50_ms: percentile(tally.saves, 50),
        save_p95_ms: percentile(tally.saves, 95),
        save_p99_ms: percentile(tally.saves, 99),
        requests: tally.loads.length + tally.saves.length,
        failed,
        cpu_ms_per_response: round((cpuMs(server.pid) + cpuMs(place.postgres.pid) - before) / links.length),
      });
    });
  } finally {
    await place.close();
  }
}

async function rush(
  baseUrl: string,
  links: readonly string[],
  bodies: Map<string, string>,
  comingMs: number,
): Promise<{ tally: Tally; failed: number }> {
  const pool = new Pool(baseUrl, { connections: links.length, pipelining: 1 });
  const tally: Tally = { saves: [], loads: [], acknowledged: 0, refused: 0 };
  const [least, most] = comingMs > 0 ? THINKING_MS : [0, 0];
  let failed = 0;
  await Promise.all(
    links.map(async (link, index) => {
      await sleep((comingMs * index) / links.length);
      const think = () =>
        sleep(least + ((index * 7919 + tally.loads.length * 104_729) % 1000) * ((most - least) / 1000));
      await answerWhole(pool, link, bodies, tally, think).catch(() => (failed += 1));
    }),
  );
  await pool.close();
  return { tally, failed: failed + tally.refused };
}
