import type { LiveRound } from '../invitations/open-live-round.ts';
import { registerOf } from '../invitations/register.ts';
import { selectAbsentInstitutions } from '../rounds/change-store.ts';
import type { FileSettings } from './file-settings.ts';
import type { RowRules } from './read-row.ts';
import type { TableRow } from './read-table.ts';
import { makeTidier } from './tidy-values.ts';
import { updateHeader } from './upload-store.ts';
import type { Work } from './work.ts';

type Job = { work: Work; round: LiveRound; settings: FileSettings };

/** The names and the number of columns: of the row that names them, or of the first one. */
export async function rulesOf({ work, round, settings }: Job, rows: readonly TableRow[]): Promise<RowRules> {
  const header = rows.find(({ line }) => line === settings.header)?.cells ?? [];
  const first = settings.header === 0 ? (rows[0]?.cells ?? []) : withoutEmptyEnd(header);
  const { id, institutions } = work.upload;
  await updateHeader(work.db, { id, width: first.length, header: settings.header === 0 ? [] : first });
  const register = registerOf(round.survey);
  return {
    settings,
    register,
    tidy: makeTidier(round.survey, register, settings.days),
    width: first.length,
    institutions: institutions && new Set(institutions),
    absent: new Set(await selectAbsentInstitutions(work.db, round.id)),
  };
}

/** A spreadsheet's empty columns at the end are none. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}
