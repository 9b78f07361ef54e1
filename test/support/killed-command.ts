import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ProductEnvironment } from './product-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a `uras` command and kills it when it has said so many lines. Resolves with what it said last. */
export async function killedAfter(
  product: ProductEnvironment,
  words: readonly string[],
  lines: number,
): Promise<{ said: string; wasKilled: boolean }> {
  const { TEST_DATABASE_URL: _server, ...environment } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/uras.ts', ...words], {
    cwd: root,
    env: { ...environment, URAS_DATA_DIR: product.dataDir, DATABASE_URL: product.databaseUrl ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  let [said, left] = ['', lines];
  for await (const line of createInterface({ input: child.stderr })) {
    said = line;
    left -= 1;
    if (left === 0) child.kill('SIGKILL');
  }
  return { said, wasKilled: (await ended) === 'SIGKILL' };
}
