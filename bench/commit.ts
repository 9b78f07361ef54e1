import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { cpuMs, percentile, printMeasure, round } from './measure.ts';

const ROW_BYTES = 2500;

/**
 * The yardstick beside `answer`: what the same database and clients do with nothing but one durable
 * insert of a 2.5 kB row a transaction.
 */
export async function benchCommit(
  postgres: { url: string; pid: number },
  options: { concurrency: number; commits: number },
): Promise<void> {
  const pool = new pg.Pool({ connectionString: postgres.url, max: options.concurrency });
  await pool.query(
    'create table if not exists bench_commit (id bigint generated always as identity, body text not null)',
  );
  const body = randomBytes(ROW_BYTES / 2).toString('hex');
  const durations: number[] = [];
  let left = options.commits;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await pool.query('insert into bench_commit (body) values ($1)', [body]);
      durations.push(performance.now() - start);
    }
  };
  const cpuBefore = cpuMs(postgres.pid);
  const start = performance.now();
  await Promise.all(Array.from({ length: options.concurrency }, client));
  const seconds = (performance.now() - start) / 1000;
  const cpu = cpuMs(postgres.pid) - cpuBefore;
  await pool.query('drop table bench_commit');
  await pool.end();
  printMeasure({
    bench: 'commit',
    concurrency: options.concurrency,
    commits: durations.length,
    commits_per_s: round(durations.length / seconds),
    database_cpu_ms_per_commit: round(cpu / durations.length),
    p50_ms: percentile(durations, 50),
    p95_ms: percentile(durations, 95),
    p99_ms: percentile(durations, 99),
  });
}
