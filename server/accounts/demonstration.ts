import type { Deps } from '../deps.ts';
import { isLocal, isLoopbackHost, type Origin } from '../http/local-only.ts';
import { isReportKey } from '../results/report-key.ts';
import { selectIsAllInvented } from './store.ts';

/**
 * Whether a key in an address opens reports: only the demonstration's own, and only while nothing in the
 * service is real.
 */
export async function isDemonstrationKey(deps: Pick<Deps, 'db' | 'keys'>, key: string): Promise<boolean> {
  return isReportKey(deps.keys, key) && (await selectIsAllInvented(deps.db));
}

/**
 * A browser on the machine of a demonstration, which may do what staff do: the service listens on the
 * loopback alone, says nowhere that it is reached by another name, and holds nothing real.
 */
export async function isOwnMachine({ db, config }: Pick<Deps, 'db' | 'config'>, origin: Origin): Promise<boolean> {
  if (!isLoopbackHost(config.host)) return false;
  if (config.baseUrl !== null && !isLoopbackHost(new URL(config.baseUrl).hostname)) return false;
  return isLocal(origin) && (await selectIsAllInvented(db));
}
