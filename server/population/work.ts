import type { Db } from '../db/schema/index.ts';
import { letOthersIn } from '../db/long-work.ts';
import { noteStep, type UploadRow, type UploadState } from './upload-store.ts';

/** What a worker has of an upload that it holds. */
export type Work = {
  db: Db;
  upload: UploadRow;
  now: () => Date;
  /**
   * One step: its deed and how far it brings the upload, in one transaction, and then others have their turn. What
   * the deed returns is noted as well. False when the upload is another's by now, or was cancelled: then the deed was
   * not done.
   */
  step: (deed: (trx: Db) => Promise<StepNote | undefined>, note?: StepNote) => Promise<boolean>;
};
export type StepNote = { cursor?: string; rows_read?: number; counts?: object };

/** How long a worker may be silent before another takes its work over. */
export const LEASE_MS = 30_000;

class LostError extends Error {}

/** The work of one worker in one state of an upload. */
export function workOn(
  deps: { db: Db; now: () => Date; isStopped: () => boolean },
  upload: UploadRow,
  worker: string,
): Work {
  const hold = { id: upload.id, worker, state: upload.state satisfies UploadState };
  return {
    db: deps.db,
    upload,
    now: deps.now,
    async step(deed, note = {}) {
      if (deps.isStopped()) return false;
      const until = new Date(deps.now().getTime() + LEASE_MS);
      try {
        await deps.db.transaction().execute(async (trx) => {
          if (!(await noteStep(trx, { ...hold, until, ...note }))) throw new LostError();
          const more = await deed(trx);
          if (more) await noteStep(trx, { ...hold, until, ...more });
        });
      } catch (error) {
        if (error instanceof LostError) return false;
        throw error;
      }
      await letOthersIn();
      return true;
    },
  };
}
