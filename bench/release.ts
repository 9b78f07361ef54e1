import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urasOrFail } from '../test/support/product-process.ts';
import { printMeasure, round } from './measure.ts';
import { SURVEY, VERSION } from './workplace.ts';

const RESPONSE_RATE = 0.38; // of the simulated nation
const root = fileURLToPath(new URL('..', import.meta.url));

/** A whole national release from files, for about 10,000, 100,000 and 300,000 responses. */
export async function benchRelease(quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'uras-bench-'));
  try {
    for (const responses of quick ? [10_000] : [10_000, 100_000, 300_000]) {
      const data = join(folder, String(responses));
      const graduates = String(Math.round(responses / RESPONSE_RATE));
      const what = ['--survey', SURVEY, '--version', VERSION];
      await urasOrFail(
        { dataDir: folder },
        'simulate',
        ...what,
        '--graduates',
        graduates,
        '--seed',
        '1',
        '--out',
        data,
      );
      await build(what, data);
      rmSync(data, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(what: readonly string[], data: string): Promise<void> {
  const files = [
    '--population',
    join(data, 'population.csv'),
    '--responses',
    join(data, 'responses.csv'),
    '--out',
    join(data, 'release'),
  ];
  const start = performance.now();
  const usage = await run(['releases', 'from-files', ...what, ...files, '--json']);
  const seconds = (performance.now() - start) / 1000;
  const manifest = JSON.parse(readFileSync(join(data, 'release', 'manifest.json'), 'utf8')) as { respondents?: number }; // our own file
  printMeasure({
    bench: 'release',
    responses: manifest.respondents ?? 0,
    seconds: round(seconds),
    cpu_seconds: round(usage.cpuSeconds),
    max_rss_mb: usage.maxRssMb,
  });
}

/** Runs a command and reads its cost from the kernel while it lives (Linux: /proc). */
async function run(words: readonly string[]): Promise<{ cpuSeconds: number; maxRssMb: number }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/uras.ts', ...words], {
    cwd: root,
    stdio: 'ignore',
  });
  const usage = { cpuSeconds: 0, maxRssMb: 0 };
  const watch = setInterval(() => {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
      usage.cpuSeconds = ((fields[11] ?? 0) + (fields[12] ?? 0)) / 100;
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      // A process that has just ended has no memory any more.
      usage.maxRssMb = Math.max(usage.maxRssMb, Math.round(Number(peak?.[1] ?? 0) / 1024));
    } catch {
      // it has just ended; the last reading stands
    }
  }, 50);
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  clearInterval(watch);
  if (code !== 0) throw new Error(`uras ${words.join(' ')} ended with ${code}.`);
  return usage;
}
