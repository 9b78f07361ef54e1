import type { LiveRound } from '../invitations/open-live-round.ts';
import { toCounts, type ImportCounts } from './import-counts.ts';
import {
  analyseStaged,
  countRejected,
  insertRemovals,
  markRepeated,
  selectChangeCounts,
  selectNamedInstitutions,
  selectNextKey,
  selectNextPerson,
  selectRemovalDegrees,
} from './staging-store.ts';
import type { Work } from './work.ts';

const KEYS_AT_ONCE = 1000;
/** Looking through a file for people who come twice writes next to nothing. */
const LOOKED_AT_AT_ONCE = 5000;

/** Finds who comes twice in the staged rows and who is not there, some people at a time, and counts. Null when the upload is another's by now. */
export async function compareFile(
  work: Work,
  round: LiveRound,
  options: { mayRemove: boolean; rows: number; invented: boolean | null },
): Promise<ImportCounts | null> {
  const { db, upload } = work;
  const { id } = upload;
  await analyseStaged(db);
  for (let after = ''; ;) {
    const last = await selectNextKey(db, { id, after, limit: LOOKED_AT_AT_ONCE });
    if (last === null) break;
    const from = after;
    if (!(await work.step(async (trx) => void (await markRepeated(trx, { id, after: from, last }))))) return null;
    after = last;
  }
  if (options.mayRemove && !(await listRemovals(work, { id, roundId: round.id }))) return null;
  const [changes, rejected] = [await selectChangeCounts(db, id, round.cohort), await countRejected(db, id)];
  const removable = (await selectRemovalDegrees(db, id)).reduce((sum, { people }) => sum + people, 0);
  return toCounts(changes, { rows: options.rows, rejected, removable, invented: options.invented });
}

async function listRemovals(work: Work, place: { id: string; roundId: string }): Promise<boolean> {
  const named = await selectNamedInstitutions(work.db, place.id);
  for (let after = ''; ;) {
    const last = await selectNextPerson(work.db, { roundId: place.roundId, after, limit: KEYS_AT_ONCE });
    if (last === null) return true;
    const from = after;
    if (!(await work.step(async (trx) => void (await insertRemovals(trx, { ...place, named, after: from, last })))))
      return false;
    after = last;
  }
}
