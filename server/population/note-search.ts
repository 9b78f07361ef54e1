import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { onlyPlace } from './apply-import.ts';
import type { Visit } from './people-frame.ts';

/** Writes down that somebody searched and how many people they saw; never what they searched for. */
export async function noteSearch(deps: Pick<Deps, 'ownerDb' | 'now'>, visit: Visit, people: number): Promise<void> {
  const { round, places, by } = visit;
  const on_date = zonedDay(deps.now(), round.time_zone);
  const detail = { list: 'search', institution: onlyPlace(places && [...places]), people, by };
  await insertAuditEvent(deps.ownerDb, { on_date, kind: 'people_read', round_id: round.id, detail });
}
