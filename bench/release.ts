import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urasOrFail } from '../test/support/product-process.ts';
import { printMeasure, round } from './measure.ts';
import { watchProcess } from './watch-process.ts';
import { SURVEY, VERSION } from './workplace.ts';

const RESPONSE_RATE = 0.38; // of the simulated nation
const root = fileURLToPath(new URL('..', import.meta.url));

/** A whole national release from files, for about 10,000 responses (a year of 26,000 graduates), 100,000 and 300,000. */
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
  const words = [
    '--disable-warning=ExperimentalWarning',
    'server/uras.ts',
    'releases',
    'from-files',
    ...what,
    ...files,
  ];
  const usage = await watchProcess(spawn(process.execPath, words, { cwd: root, stdio: 'ignore' }));
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
