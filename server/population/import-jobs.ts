import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LongWorkError, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound } from '../invitations/open-live-round.ts';
import { applyImport } from './apply-import.ts';
import { compareFile } from './compare-file.ts';
import { settingsSchema } from './file-settings.ts';
import { mayRemovePeople } from './may-remove.ts';
import { stageFile } from './stage-file.ts';
import { undoImport } from './undo-import.ts';
import type { UploadFiles } from './upload-files.ts';
import {
  claimUpload,
  deleteSome,
  deleteUpload,
  moveUpload,
  releaseUploads,
  selectExpired,
  selectKnown,
  selectWaiting,
} from './upload-store.ts';
import { LEASE_MS, workOn, type Work } from './work.ts';

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
const ROWS_AT_ONCE = 5000;

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
      deps.log.error('Imports of people could not be looked after.', cause);
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

/** Files without an upload: left by a process that was killed while one arrived. */
async function dropStrays(deps: JobDeps, files: UploadFiles): Promise<void> {
  const ids = files.list().filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return;
  const known = await selectKnown(deps.ownerDb, ids);
  for (const id of ids) if (!known.includes(id)) files.removeOld(id, deps.now());
}

/** Forgets an upload with its file and its rows. */
export async function forgetUpload(
  deps: Pick<JobDeps, 'ownerDb'>,
  files: Pick<UploadFiles, 'remove'>,
  id: string,
): Promise<void> {
  files.remove(id);
  for (const table of ['staged_person', 'staged_problem', 'staged_removal', 'import_undo'] as const) {
    while ((await deleteSome(deps.ownerDb, { id, table, limit: ROWS_AT_ONCE })) > 0);
  }
  await deleteUpload(deps.ownerDb, id);
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
        deps.log.error(`An import of people stopped: ${cause instanceof Error ? cause.name : typeof cause}.`);
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

type Run = { id: string; worker: string; isStopped: () => boolean };

async function runUpload(deps: JobDeps, files: UploadFiles, { id, worker, isStopped }: Run): Promise<void> {
  const now = deps.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const upload = await claimUpload(deps.ownerDb, { id, worker, now, until });
  if (!upload) return;
  const fail = (problem: string) =>
    moveUpload(deps.ownerDb, { id, from: [upload.state], to: 'failed', set: { problem } });
  const round = await openLiveRound(deps, upload.round_id);
  if (round.kind !== 'round') {
    await fail(round.kind);
    return;
  }
  const work = workOn({ db: deps.ownerDb, now: deps.now, isStopped }, upload, worker);
  switch (upload.state) {
    case 'reading':
      return readUpload(work, { round, path: files.pathOf(id), fail });
    case 'applying':
      return applyUpload(work, { round, fail, remove: () => files.remove(id) });
    case 'undoing':
      if (await undoImport(work, round)) {
        await moveUpload(deps.ownerDb, { id, from: ['undoing'], to: 'undone' });
        await dropRows(work, ['import_undo']);
      }
      return;
    case 'columns':
    case 'read':
    case 'applied':
    case 'undone':
    case 'failed':
      return; // nothing to do: it was not claimed in these
    default:
      return upload.state satisfies never;
  }
}

type Job = { round: LiveRound; fail: (problem: string) => Promise<boolean> };

async function readUpload(work: Work, { round, path, fail }: Job & { path: string }): Promise<void> {
  const settings = settingsSchema.parse(work.upload.settings);
  const staged = await stageFile({ work, round, settings, path });
  if (staged.kind === 'lost') return;
  if (staged.kind === 'unusable') {
    await fail(staged.problem);
    return;
  }
  const { rows, invented } = staged;
  const mayRemove = await mayRemovePeople(work.db, round, work.now());
  const counts = await compareFile(work, round, { mayRemove, rows, invented });
  if (counts) await moveUpload(work.db, { id: work.upload.id, from: ['reading'], to: 'read', set: { counts } });
}

async function applyUpload(work: Work, { round, fail, remove }: Job & { remove: () => void }): Promise<void> {
  const outcome = await applyImport(work, round);
  switch (outcome.kind) {
    case 'lost':
      return;
    case 'applied': {
      const { id } = work.upload;
      await moveUpload(work.db, { id, from: ['applying'], to: 'applied', set: { counts: outcome.counts } });
      remove();
      return dropRows(work, ['staged_person', 'staged_removal']);
    }
    case 'frozen':
    case 'overtaken':
      await fail(outcome.kind);
      return;
    default:
      return outcome satisfies never;
  }
}

async function dropRows(work: Work, tables: readonly Parameters<typeof deleteSome>[1]['table'][]): Promise<void> {
  for (const table of tables) {
    while ((await deleteSome(work.db, { id: work.upload.id, table, limit: ROWS_AT_ONCE })) > 0);
  }
}
