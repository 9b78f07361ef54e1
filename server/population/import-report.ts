import type { Deps } from '../deps.ts';
import type { AskedRound } from './asked-round.ts';
import { compareDegrees, type ComparedDegree } from './compare-degrees.ts';
import { selectDegreePeople, selectRoundBefore } from './earlier-store.ts';
import { FIELDS } from './fields.ts';
import { settingsSchema, type FileSettings } from './file-settings.ts';
import { selectDuplicates, selectRejected, selectStagedDegrees, type StagedRow } from './staging-store.ts';
import type { ImportProblem } from './read-row.ts';
import type { UploadRow } from './upload-store.ts';

export type RejectedRow = { line: number; cells: readonly string[]; problems: readonly ImportProblem[] };

const SHOWN = 50;
const ROWS_AT_ONCE = 1000;

/** What page 3 says of a file that was read: its first broken rows, and its degrees beside the round before. */
export async function reportOf(
  deps: Pick<Deps, 'db'>,
  round: AskedRound,
  upload: UploadRow,
): Promise<{ rejected: RejectedRow[]; degrees: ComparedDegree[]; before: string | null }> {
  const rejected: RejectedRow[] = [];
  for await (const row of rejectedRows(deps, upload)) {
    rejected.push(row);
    if (rejected.length >= SHOWN) break;
  }
  const { survey } = round.survey.definition;
  const earlier = await selectRoundBefore(deps.db, { id: round.id, survey, opens_at: round.opens_at });
  const before = earlier && (await selectDegreePeople(deps.db, earlier.id));
  const degrees = compareDegrees(await selectStagedDegrees(deps.db, upload.id), before);
  return { rejected, degrees, before: earlier?.id ?? null };
}

/** Every row that cannot be taken, in the order of the file, in memory that does not grow with it. */
export async function* rejectedRows(deps: Pick<Deps, 'db'>, upload: UploadRow): AsyncGenerator<RejectedRow> {
  const settings = settingsSchema.parse(upload.settings);
  const broken = inPages((after) => selectRejected(deps.db, { id: upload.id, after, limit: ROWS_AT_ONCE }));
  const double = inPages((after) => selectDuplicates(deps.db, { id: upload.id, after, limit: ROWS_AT_ONCE }));
  let [one, other] = [await broken.next(), await double.next()];
  while (!one.done || !other.done) {
    if (!one.done && (other.done || one.value.line < other.value.line)) {
      yield one.value;
      one = await broken.next();
    } else if (!other.done) {
      const { line, same_line, person_key } = other.value;
      const why = { code: 'duplicate', line: same_line } as const;
      const cells = cellsOfRow(settings, upload.width, other.value);
      yield { line, cells, problems: [{ field: 'person_key', value: person_key, why }] };
      other = await double.next();
    }
  }
}

async function* inPages<Row extends { line: number }>(
  select: (after: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row, undefined> {
  for (let after = 0; ;) {
    const rows = await select(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return undefined;
    after = last.line;
  }
}

/** A good row as the file would have it: what was read stands in its columns. */
function cellsOfRow({ columns }: FileSettings, width: number, row: StagedRow): string[] {
  const cells = Array.from({ length: width }, () => '');
  for (const field of FIELDS) {
    const at = columns[field];
    const value = row[field];
    if (at !== undefined && at < width)
      cells[at] = typeof value === 'boolean' ? (value ? '1' : '') : String(value ?? '');
  }
  return cells;
}
