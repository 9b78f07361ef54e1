import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { describeEvent, describingFor } from './describe-event.ts';
import type { LogPlace } from './log-page.ts';
import { wishOf, type LogFilter } from './log-wish.ts';
import { insertAuditEvent, selectLog, selectNames, selectRoundExists } from './store.ts';
import { logTexts } from './texts/index.ts';

const AT_ONCE = 1000;
/** Entries of one file: some years of a busy service. The filter by days makes parts of more. */
const MOST_ENTRIES = 100_000;

type Wanted = { language: Language; place: LogPlace; filter: LogFilter; by: string | null };

/** The entries of a filter as CSV, in the words of the page, oldest last. Null where there is no such round. That it was made is logged first. */
export async function exportLog(
  deps: Pick<Deps, 'db' | 'surveys' | 'now'>,
  { language, place, filter, by }: Wanted,
): Promise<string | null> {
  if (place.roundId !== null && !(await selectRoundExists(deps.db, place.roundId))) return null;
  const t = logTexts(language);
  const { wish } = wishOf(filter, place);
  const names = await selectNames(deps.db);
  const describing = describingFor(deps.surveys, { language, names });
  const lines: string[] = [];
  for (let before: string | null = null; lines.length < MOST_ENTRIES;) {
    const rows = await selectLog(deps.db, wish, { before, limit: AT_ONCE });
    for (const row of rows) {
      const line = describeEvent(row, describing);
      const cells = [row.at?.toISOString() ?? row.on_date, row.kind, line.what, line.who, line.round, line.count];
      lines.push(csvLine([...cells, line.more].map(asSpreadsheetText)));
    }
    before = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE) break;
    await letOthersIn();
  }
  const detail = { by, entries: lines.length };
  const on_date = deps.now().toISOString().slice(0, 10);
  await insertAuditEvent(deps.db, { on_date, kind: 'log_exported', round_id: place.roundId, detail });
  const head = csvLine([t.when, 'kind', t.what, t.who, t.round, t.count, t.more]);
  return `\uFEFF${head}${lines.join('')}`;
}
