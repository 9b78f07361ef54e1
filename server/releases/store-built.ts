import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import type { BuiltContent } from './build-content.ts';
import type { BuildProgress } from './build-progress.ts';
import { storeDraft } from './store-draft.ts';
import type { selectOptionalRoundToRelease } from './store.ts';

export type KeepDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'now'>;

/** A release that was built, and what it was built for. */
export type Building = {
  roundId: string;
  asDraft?: boolean;
  progress: (line: string) => void;
  round: NonNullable<Awaited<ReturnType<typeof selectOptionalRoundToRelease>>>;
  survey: Survey;
  blocks: readonly OwnBlock[];
  build: BuildProgress;
  built: BuiltContent;
};

/** Stores what was built as the draft of its round. */
export async function storeBuilt(
  deps: KeepDeps,
  { round, survey, blocks, built, build, progress }: Building,
  { releaseId, edition }: { releaseId: string; edition: number },
): Promise<void> {
  const { content, files, tablesHash, manifest, preview } = built;
  const built_on = deps.now().toISOString().slice(0, 10);
  await build('writing');
  const { survey: name, version } = survey.definition;
  const head = {
    id: releaseId,
    round_id: round.id,
    survey: name,
    version,
    period: built.period,
    invented: round.invented ?? false,
    built_on,
    tables_hash: tablesHash,
    manifest,
    edition,
    rows_hash: built.rowsHash,
  };
  await storeDraft(deps, {
    head,
    content: { releaseId, roundId: round.id, table: content.table, people: content.people, blocks, files },
    preview,
    progress,
  });
  await insertAuditEvent(deps.ownerDb, { on_date: built_on, kind: 'release_built', round_id: round.id });
}
