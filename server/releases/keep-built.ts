import { canonicalJson } from '../definitions/definition-hash.ts';
import type { BuiltContent } from './build-content.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { publishInvented } from './publish-invented.ts';
import { selectFirstTablesHash, selectNextEdition, selectOptionalPublished } from './publish-store.ts';
import { releaseIdOf } from './release-head.ts';
import { storeBuilt, type Building, type KeepDeps } from './store-built.ts';
import { releaseFilesOf } from './stored-files.ts';

export type KeepOutcome =
  | {
      kind: 'built';
      releaseId: string;
      edition: number;
      /** A draft is found by no reader until two people publish it. */
      state: 'draft' | 'published';
      files: ReadonlyMap<string, string>;
      isNew: boolean;
      /** An invented round needs nobody to publish it. */
      invented: boolean;
    }
  | { kind: 'other_data' };

/** Keeps what was built as a draft, unless it is there already. */
export async function keepBuilt(deps: KeepDeps, building: Building): Promise<KeepOutcome> {
  const { round, built, build, asDraft = false } = building;
  const invented = round.invented ?? false;
  const published = await selectOptionalPublished(deps.ownerDb, round.id);
  const later = built.content.later ?? null;
  if (later && (await selectFirstTablesHash(deps.ownerDb, round.id)) !== later.first_tables)
    return { kind: 'other_data' };
  const isOfThese = published?.tables_hash === built.tablesHash;
  if (published && !isOfThese && published.tables_hash !== later?.first_tables) return { kind: 'other_data' };
  if (published && isOfThese) {
    await build('done');
    const files = await releaseFilesOf(deps.ownerDb, published.id);
    const { id: releaseId, edition } = published;
    const common = { kind: 'built', releaseId, edition, state: 'published', isNew: false, invented } as const;
    return { ...common, files: files.size > 0 ? files : built.files };
  }
  const edition = await selectNextEdition(deps.ownerDb, round.id);
  const releaseId = releaseIdOf(round.id, edition);
  const draft = await selectOptionalDraft(deps.ownerDb, round.id);
  const isNew = !draft || draft.release_id !== releaseId || !isSame(draft.head, built);
  if (isNew) await storeBuilt(deps, building, { releaseId, edition });
  const isPublished = invented && !asDraft;
  if (isPublished) await publishInvented(deps, building);
  await build('done');
  const state = isPublished ? 'published' : 'draft';
  return { kind: 'built', releaseId, edition, state, files: built.files, isNew: isNew || isPublished, invented };
}

/** Whether a draft holds what was built now: the same figures under the same name, by the same rules. */
function isSame(head: Readonly<Record<string, unknown>>, { manifest, rowsHash }: BuiltContent): boolean {
  return head['rows_hash'] === rowsHash && canonicalJson(head['manifest']) === canonicalJson(manifest);
}
