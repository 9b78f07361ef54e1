import { setTimeout } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { drawAhead, type AheadDeps } from './draw-ahead.ts';
import { makeDrawer } from './drawer.ts';
import { publishedReleases } from './list-reports.ts';
import { loadAllReports } from './own-reports.ts';

/** Also before the first look: whoever starts a service waits for its first page. */
const EVERY_MS = 10_000;

export type DrawingAhead = { stop: () => Promise<void> };

/** Draws and prints the reports of published releases until it is stopped: each new release within seconds, once. */
export function startDrawing(
  deps: Pick<Deps, 'db' | 'surveys' | 'config' | 'log'>,
  { everyMs = EVERY_MS } = {},
): DrawingAhead {
  const stopping = new AbortController();
  const drawer = makeDrawer();
  const running = (async () => {
    const ahead = { ...deps, reports: loadAllReports(deps.surveys, deps.config.reportsDir), drawer };
    const finished = new Set<string>();
    for (;;) {
      await setTimeout(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        await drawNew(ahead, finished, () => stopping.signal.aborted);
      } catch (error) {
        deps.log.error(`Reports are made ready again in a moment: ${kindOf(error)}`);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      drawer.close(); // the report in hand is drawn anew by whoever comes next
      await running;
      drawer.close(); // one that was only being read may have asked for its charts since
    },
  };
}

/** `finished`: releases that are done with, among those that there were: reports speak of the round before. */
async function drawNew(deps: AheadDeps, finished: Set<string>, isStopped: () => boolean): Promise<void> {
  const releases = await publishedReleases(deps);
  const among = JSON.stringify(releases.map(({ id, built_on }) => [id, built_on]));
  for (const release of releases) {
    if (finished.has(`${release.id} ${among}`)) continue;
    const { drawn } = await drawAhead(deps, { release, isStopped });
    if (isStopped()) return;
    finished.add(`${release.id} ${among}`); // what could not be drawn is tried again with the next release or start
    if (drawn > 0) deps.log.info(`Release ${release.id}: ${drawn} reports are drawn and printed.`);
  }
}
