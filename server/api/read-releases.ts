import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { ReleaseDocument } from './release-document.ts';
import { selectEarlier, selectOptionalFile, selectRemarks, selectShown } from './release-store.ts';
import type { Reader } from './tokens.ts';

type ApiDeps = Pick<Deps, 'db' | 'now'>;
type Known = { document: ReleaseDocument; manifest: Record<string, unknown> };

/** Every release that was published: newest first, earlier editions and withdrawn ones included. */
export async function readReleases(deps: ApiDeps): Promise<Known[]> {
  const { shown, earlier, remarks } = await asReportRole(deps.db, async (trx) => ({
    shown: await selectShown(trx),
    earlier: await selectEarlier(trx),
    remarks: await selectRemarks(trx),
  }));
  const today = deps.now().toISOString().slice(0, 10);
  const current = new Map(shown.map(({ round_id, id }) => [round_id, id]));
  const known = [
    ...shown.map((row) => toKnown(row, { today, remarks, earlier: null, current })),
    ...earlier.map((one) => toKnown(headOf(one.head), { today, remarks, earlier: one, current })),
  ];
  const key = ({ document: { published_on, id } }: Known) => `${published_on} ${id}`;
  return known.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

type Shown = Awaited<ReturnType<typeof selectShown>>[number];
type Earlier = Awaited<ReturnType<typeof selectEarlier>>[number];
type Facts = {
  today: string;
  remarks: Awaited<ReturnType<typeof selectRemarks>>;
  earlier: Earlier | null;
  current: ReadonlyMap<string, string>;
};

/** The row of an earlier release, as it was stored when it left the table of those that readers find. */
function headOf(head: Record<string, unknown>): Shown {
  return head as Shown;
}

function toKnown(row: Shown, { today, remarks, earlier, current }: Facts): Known {
  const own = remarks.filter(({ release_id }) => release_id === row.id);
  const saidFinal = own.find(({ kind }) => kind === 'final')?.on_date;
  const finalFrom = saidFinal ?? row.final_from;
  const state = earlier?.kind ?? (finalFrom !== null && today < finalFrom ? 'preliminary' : 'final');
  const successor = current.get(row.round_id) ?? null;
  return {
    document: {
      id: row.id,
      round: row.round_id,
      edition: row.edition,
      survey: row.survey,
      version: row.version,
      period: row.period,
      invented: row.invented,
      state,
      published_on: row.published_on ?? row.built_on,
      final_from: finalFrom,
      superseded_by: earlier ? successor : null,
      remarks: [
        ...own.map(({ on_date, kind, reason }) => ({ on: on_date, kind, reason })),
        ...(earlier ? [{ on: earlier.on_date, kind: earlier.kind, reason: earlier.reason }] : []),
      ],
      tables: { href: `/api/v1/releases/${row.id}/tables.csv`, sha256: row.tables_hash },
    },
    manifest: row.manifest,
  };
}

export type FileOutcome =
  | { kind: 'file'; sha256: string; gzip: Buffer }
  | { kind: 'unknown_release' | 'unknown_file' | 'withdrawn' | 'other_institution' };

/**
 * A file of a release with the bytes that were published. A token of one institution reads documents of its
 * own degrees only. A hidden degree and one that does not exist are the same: there is no such file.
 */
export async function readFile(
  deps: ApiDeps,
  { release, name, reader }: { release: string; name: string; reader: Reader },
): Promise<FileOutcome> {
  const known = (await readReleases(deps)).find(({ document }) => document.id === release);
  if (!known) return { kind: 'unknown_release' };
  if (!mayRead(reader, name)) return { kind: 'other_institution' };
  if (known.document.state === 'withdrawn') return { kind: 'withdrawn' };
  const file = await asReportRole(deps.db, (trx) => selectOptionalFile(trx, release, name));
  return file ? { kind: 'file', sha256: file.sha256, gzip: file.content } : { kind: 'unknown_file' };
}

function mayRead({ institution }: Reader, name: string): boolean {
  const [folder, ...rest] = name.split('/');
  const isOfDegree = (folder === 'degrees' && rest.length === 1) || (folder === 'windows' && rest.length === 2);
  return institution === '' || (isOfDegree && rest.at(-1)?.startsWith(`${institution}-`) === true);
}
