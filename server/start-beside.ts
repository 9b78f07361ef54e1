import type { Deps } from './deps.ts';
import { startServerWorker } from './jobs/server-worker.ts';
import { startDrawing } from './results/start-drawing.ts';

/**
 * What a service does beside its pages: it draws and prints published reports and, where it has the database to
 * itself, sends messages; on a server of databases workers of their own do that.
 */
export function startBeside(deps: Deps): { stop: () => Promise<void> } {
  const worker = deps.embedded ? startServerWorker(deps) : null;
  const running = [startDrawing(deps), ...(worker ? [worker] : [])];
  return { stop: async () => void (await Promise.all(running.map((one) => one.stop()))) };
}
