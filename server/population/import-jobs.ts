import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LongWorkError, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { dropStrays, forgetUpload } from './forget-upload.ts';
import { runUpload } from './run-upload.ts';
import type { UploadFiles } from './upload-files.ts';
import { moveUpload, releaseUploads, selectExpired, selectWaiting } from './upload-store.ts';

export type ImportJobs = {
  /** Works on an upload that waits, when its turn comes. */
  start: (id: string) => void;
  /** At the start: on the embedded database, which has one process, nobody else holds anything. */
  begin: () => Promise<void>;
  /** Takes up what another process or an earlier one left, and forgets what is too old. */
  lookRound: () => Promise<void>;
  /** Stops after the step that is at work. */
  stop: () => Promise<void>;
};

type JobDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now' | 'log' | 'embedded'>;

const LOOK_EVERY_MS = 15_000;
const WAIT_MS = 500;

/** Imports that go on while the service runs, one at a time. */
export function makeImportJobs(deps: JobDeps, files: UploadFiles): ImportJobs {
  const worker = randomUUID();
  const queued = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;

  const start = (id: string): void => {
    if (isStopped || queued.has(id)) return;
    queued.add(id);
    last = last.then(async () => {
      queued.delete(id);
      await runAlone(
        deps,
        id,
        () => isStopped,
        (stopped) => runUpload(deps, files, { id, worker, isStopped: stopped }),
      );
    });
  };
  const lookRound = async (): Promise<void> => {
    try {
      for (const id of await selectWaiting(deps.ownerDb, deps.now())) start(id);
      for (const id of await selectExpired(deps.ownerDb, deps.now())) await forgetUpload(deps, files, id);
      await dropStrays(deps, files);
    } catch (cause) {
      deps.log.error(`Imports of people could not be looked after: ${kindOf(cause)}.`);
    }
  };
  const timer = setInterval(() => void lookRound(), LOOK_EVERY_MS);
  timer.unref();
  return {
    start,
    lookRound,
    async begin() {
      if (deps.embedded) await releaseUploads(deps.ownerDb);
      await lookRound();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

/** Long work excludes other long work in this process: it waits until that is done. */
async function runAlone(
  deps: JobDeps,
  id: string,
  isStopped: () => boolean,
  run: (isStopped: () => boolean) => Promise<void>,
): Promise<void> {
  while (!isStopped()) {
    try {
      return await withLongWork(deps.ownerDb, 'an import of people', () => run(isStopped));
    } catch (cause) {
      if (!(cause instanceof LongWorkError)) {
        deps.log.error(`An import of people stopped: ${kindOf(cause)}.`);
        await moveUpload(deps.ownerDb, {
          id,
          from: ['reading'],
          to: 'failed',
          set: { problem: 'failure' },
        }).catch(() => false);
        return;
      }
      await sleep(WAIT_MS);
    }
  }
}
