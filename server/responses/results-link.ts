import type { Deps } from '../deps.ts';
import { reportKey } from '../results/report-key.ts';
import { selectAreReleasesInvented } from './store.ts';

/**
 * Where a graduate finds results; null when there is nothing to see. The address of the reports holds
 * their key, so it is shown only while everything published is invented: the page of an ended round
 * is open to anyone, and must not hand the reports of real people's answers to anyone.
 */
export async function resultsPath(deps: Pick<Deps, 'db' | 'keys'>): Promise<string | null> {
  return (await selectAreReleasesInvented(deps.db)) === true ? `/reports/${reportKey(deps.keys)}` : null;
}
