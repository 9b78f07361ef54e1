import type { Deps } from '../deps.ts';
import type { UploadFiles } from './upload-files.ts';
import { deleteSome, deleteUpload, selectKnown } from './upload-store.ts';

const ROWS_AT_ONCE = 5000;

/** Files without an upload: left by a process that was killed while one arrived. */
export async function dropStrays(deps: Pick<Deps, 'ownerDb' | 'now'>, files: UploadFiles): Promise<void> {
  const ids = files.list().filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return;
  const known = await selectKnown(deps.ownerDb, ids);
  for (const id of ids) if (!known.includes(id)) files.removeOld(id, deps.now());
}

/** Forgets an upload with its file and its rows. */
export async function forgetUpload(
  deps: Pick<Deps, 'ownerDb'>,
  files: Pick<UploadFiles, 'remove'>,
  id: string,
): Promise<void> {
  files.remove(id);
  for (const table of ['staged_person', 'staged_problem', 'staged_removal', 'import_undo'] as const) {
    while ((await deleteSome(deps.ownerDb, { id, table, limit: ROWS_AT_ONCE })) > 0);
  }
  await deleteUpload(deps.ownerDb, id);
}
