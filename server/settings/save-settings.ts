import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { decideSettings, type SettingProblem, type TypedSettings } from './decide-settings.ts';
import { upsertContact, upsertSender } from './store.ts';

/** Saves the settings of an institution ('' = common), all or none of them. Returns what is wrong. */
export async function saveSettings(
  deps: Pick<Deps, 'db' | 'now'>,
  { institution, typed, by }: { institution: string; typed: TypedSettings; by: string | null },
): Promise<SettingProblem[]> {
  const { settings, problems } = decideSettings(typed);
  if (problems.length > 0) return problems;
  await deps.db.transaction().execute(async (trx) => {
    for (const sender of settings.senders) await upsertSender(trx, institution, sender);
    await upsertContact(trx, institution, settings.contact);
    const detail = { by, ...(institution !== '' && { institution }) };
    const on_date = deps.now().toISOString().slice(0, 10);
    await insertAuditEvent(trx, { on_date, kind: 'settings_saved', round_id: null, detail });
  });
  return [];
}
