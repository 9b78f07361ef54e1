import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound } from '../invitations/open-live-round.ts';
import { applyImport } from './apply-import.ts';
import { compareFile } from './compare-file.ts';
import { settingsSchema } from './file-settings.ts';
import { mayRemovePeople } from './may-remove.ts';
import { stageFile } from './stage-file.ts';
import { undoImport } from './undo-import.ts';
import type { UploadFiles } from './upload-files.ts';
import { claimUpload, deleteSome, moveUpload, type StagedTable } from './upload-store.ts';
import { LEASE_MS, workOn, type Work } from './work.ts';

const ROWS_AT_ONCE = 5000;
type RunDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>;

type Run = { id: string; worker: string; isStopped: () => boolean };

/** Does what is to be done with an upload, if nobody else does it. */
export async function runUpload(deps: RunDeps, files: UploadFiles, { id, worker, isStopped }: Run): Promise<void> {
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

async function dropRows(work: Work, tables: readonly StagedTable[]): Promise<void> {
  for (const table of tables) {
    while ((await deleteSome(work.db, { id: work.upload.id, table, limit: ROWS_AT_ONCE })) > 0);
  }
}
