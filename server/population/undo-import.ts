import { insertAuditEvent } from '../audit/store.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { followBackgrounds, onlyPlace, withoutAnswers } from './apply-import.ts';
import { selectBackgroundsBefore, selectToUndo, undoPeople } from './apply-store.ts';
import type { Work } from './work.ts';

const PEOPLE_AT_ONCE = 500;

/** Takes an import back, some people at a time. Whoever was added and has begun to answer stays. False when the upload is another's by now. */
export async function undoImport(work: Work, round: LiveRound): Promise<boolean> {
  const { id } = work.upload;
  for (let after = work.upload.cursor; ;) {
    const rows = await selectToUndo(work.db, { id, after, limit: PEOPLE_AT_ONCE });
    const last = rows.at(-1)?.person_key;
    if (last === undefined) break;
    const old = rows.filter(({ is_new }) => !is_new).map(({ person_key }) => person_key);
    const added = rows.filter(({ is_new }) => is_new).map(({ person_key }) => person_key);
    if (work.now() >= round.opens_at) {
      await followBackgrounds(work.db, round, await selectBackgroundsBefore(work.db, { id, personKeys: old }));
    }
    const personKeys = [...old, ...(await withoutAnswers(work.db, round, added))];
    const isOurs = await work.step(async (trx) => void (await undoPeople(trx, { id, roundId: round.id, personKeys })), {
      cursor: last,
    });
    if (!isOurs) return false;
    after = last;
  }
  const event = {
    on_date: zonedDay(work.now(), round.time_zone),
    kind: 'population_import_undone',
    round_id: round.id,
    detail: { by: work.upload.started_by, institution: onlyPlace(work.upload.institutions) },
  };
  return work.step(async (trx) => void (await insertAuditEvent(trx, event)));
}
