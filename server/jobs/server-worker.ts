import { openChannels } from './open-channels.ts';
import { startWorker, type Worker } from './run-worker.ts';
import type { WorkDeps } from './claim-batch.ts';

/**
 * Sends within the server, on the embedded database, which belongs to its process. Null where nothing is set to be
 * sent by, or no address that people can open.
 */
export function startServerWorker(deps: WorkDeps): Worker | null {
  const { sending, baseUrl } = deps.config;
  const channels = openChannels(deps);
  if (!sending || baseUrl === null || Object.keys(channels).length === 0) return null;
  return startWorker(deps, channels, sending);
}
