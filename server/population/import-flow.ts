import type { Deps } from '../deps.ts';
import { selectIsWrittenTo } from './apply-store.ts';
import { settingsProblems, settingsSchema, type FileSettings } from './file-settings.ts';
import { choiceSchema, countsOf, type ImportChoice } from './import-counts.ts';
import type { ImportJobs } from './import-jobs.ts';
import { UNDO_KEPT_MS } from './kept-times.ts';
import { moveUpload, selectUpload, selectUploads, updateSettings, type UploadRow } from './upload-store.ts';

/** Whose people somebody may manage; null = everybody's. */
export type Places = readonly string[] | null;
type FlowDeps = Pick<Deps, 'ownerDb' | 'now' | 'embedded'>;

/** An import, if it is of this round and of nobody else's people; null where there is none for whoever asks. */
export async function findUpload(
  deps: Pick<Deps, 'ownerDb'>,
  { id, roundId, places }: { id: string; roundId: string; places: Places },
): Promise<UploadRow | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const upload = await selectUpload(deps.ownerDb, id);
  return upload && upload.round_id === roundId && isWithin(upload.institutions, places) ? upload : null;
}

/** The imports of a round that somebody may see, the newest first. */
export async function listUploads(
  deps: Pick<Deps, 'ownerDb'>,
  { roundId, places }: { roundId: string; places: Places },
): Promise<UploadRow[]> {
  const uploads = await selectUploads(deps.ownerDb, roundId);
  return uploads.filter(({ institutions }) => isWithin(institutions, places));
}

function isWithin(institutions: readonly string[] | null, places: Places): boolean {
  if (places === null) return true;
  return institutions !== null && institutions.every((institution) => places.includes(institution));
}

/** Says how the file is to be read, before it is brought in. */
export async function saveSettings(
  deps: FlowDeps,
  { id, settings }: { id: string; settings: FileSettings },
): Promise<boolean> {
  return updateSettings(deps.ownerDb, { id, settings });
}

/** Fields of which it is not known which column holds them, or whose column holds another as well. */
export function unclearColumns(upload: Pick<UploadRow, 'settings'>): string[] {
  const { missing, twice } = settingsProblems(settingsSchema.parse(upload.settings));
  return [...missing, ...twice];
}

/** Begins to read the file. False when it is not known yet which column is which, or when it is read already. */
export async function beginReading(
  deps: FlowDeps,
  jobs: Pick<ImportJobs, 'start'>,
  upload: UploadRow,
): Promise<boolean> {
  if (unclearColumns(upload).length > 0) return false;
  const from = ['columns', 'read', 'failed'] as const;
  if (!(await moveUpload(deps.ownerDb, { id: upload.id, from, to: 'reading', set: { rows_read: 0 } }))) return false;
  jobs.start(upload.id);
  return true;
}

export type ConfirmOutcome = 'begun' | 'nothing_chosen' | 'not_forced_to_disk' | 'not_ready';

/** Begins to bring in what was chosen. */
export async function confirmImport(
  deps: FlowDeps,
  jobs: Pick<ImportJobs, 'start'>,
  { upload, choice, acceptNoFsync }: { upload: UploadRow; choice: ImportChoice; acceptNoFsync: boolean },
): Promise<ConfirmOutcome> {
  if (upload.state !== 'read') return upload.state === 'applying' || upload.state === 'applied' ? 'begun' : 'not_ready';
  const counts = countsOf(upload.counts);
  const wanted = {
    add: choice.add && counts.added > 0,
    change: choice.change && counts.changed > 0,
    remove: choice.remove && counts.removable > 0,
  };
  if (!wanted.add && !wanted.change && !wanted.remove) return 'nothing_chosen';
  if (deps.embedded && counts.invented === false && wanted.add && !acceptNoFsync) return 'not_forced_to_disk';
  const expires_at = new Date(deps.now().getTime() + UNDO_KEPT_MS);
  const set = { choice: choiceSchema.parse(wanted), expires_at };
  const isMoved = await moveUpload(deps.ownerDb, { id: upload.id, from: ['read'], to: 'applying', set });
  if (isMoved) jobs.start(upload.id);
  return isMoved ? 'begun' : 'not_ready';
}

/**
 * Whether an import can be undone: it is the last one of its people, and nothing has been written to them since.
 */
export async function isUndoable(deps: Pick<Deps, 'ownerDb'>, upload: UploadRow): Promise<boolean> {
  if (upload.state !== 'applied') return false;
  const all = await selectUploads(deps.ownerDb, upload.round_id);
  const isOvertaken = all.some(
    (other) =>
      other.id !== upload.id &&
      ['applying', 'applied', 'undoing'].includes(other.state) &&
      other.expires_at > upload.expires_at &&
      shares(other.institutions, upload.institutions),
  );
  const place = { roundId: upload.round_id, institutions: upload.institutions };
  return !isOvertaken && !(await selectIsWrittenTo(deps.ownerDb, place));
}

function shares(one: Places, other: Places): boolean {
  return one === null || other === null || one.some((institution) => other.includes(institution));
}

/** Begins to take an import back. */
export async function beginUndo(deps: FlowDeps, jobs: Pick<ImportJobs, 'start'>, upload: UploadRow): Promise<boolean> {
  if (upload.state === 'undoing' || upload.state === 'undone') return true;
  if (!(await isUndoable(deps, upload))) return false;
  const isMoved = await moveUpload(deps.ownerDb, { id: upload.id, from: ['applied'], to: 'undoing' });
  if (isMoved) jobs.start(upload.id);
  return isMoved;
}
