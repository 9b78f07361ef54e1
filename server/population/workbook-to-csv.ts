import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { MOST_ROWS } from './stage-file.ts';

const MOST_MEMORY_MB = 512;
const LONGEST_MS = 120_000;

/**
 * Writes the first sheet of a workbook as CSV in UTF-8 with semicolons. False when it is no workbook, or unpacks to
 * more than a table of people ever is.
 */
export async function workbookToCsv(from: string, to: string): Promise<boolean> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: { from, to, mostRows: MOST_ROWS },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const isDone = await new Promise<boolean>((resolve) => {
    const limit = setTimeout(() => resolve(false), LONGEST_MS);
    limit.unref();
    worker.once('message', () => resolve(true));
    worker.once('error', () => resolve(false)); // a broken or an enormous workbook
    worker.once('exit', () => resolve(false));
  });
  await worker.terminate();
  if (!isDone) rmSync(to, { force: true });
  return isDone;
}
