import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import { canonicalJson } from '../definitions/definition-hash.ts';
import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { buildProgress, type BuildProgress } from './build-progress.ts';
import { buildContent, type BuiltContent } from './build-content.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { publishInvented } from './publish-invented.ts';
import { selectNextEdition, selectOptionalPublished } from './publish-store.ts';
import { releaseIdOf } from './release-head.ts';
import { storeDraft } from './store-draft.ts';
import { releaseFilesOf } from './stored-files.ts';
import { selectOptionalRoundToRelease } from './store.ts';

type ReleaseDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'surveys' | 'now'>;

export type BuildOutcome =
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
  | { kind: 'unknown_round' }
  | { kind: 'unknown_definition'; definition: string }
  | { kind: 'not_frozen' }
  | { kind: 'other_data' };

export type BuildCommand = {
  roundId: string;
  /** Leaves the release of an invented round a draft, as that of any other. */
  asDraft?: boolean;
  progress: (line: string) => void;
};

/**
 * Builds the release of a frozen round and stores it as a draft, which two people publish. That of an invented
 * round is published at once. The same data give the same release again. May be stopped anywhere and run again.
 */
export async function buildRoundRelease(deps: ReleaseDeps, command: BuildCommand): Promise<BuildOutcome> {
  return withLongWork(deps.ownerDb, `building the release of round ${command.roundId}`, async () => {
    const round = await selectOptionalRoundToRelease(deps.ownerDb, command.roundId);
    if (!round) return { kind: 'unknown_round' };
    if (round.frozen_on === null) return { kind: 'not_frozen' };
    const survey = deps.surveys.find(round.survey, round.version);
    if (!survey) return { kind: 'unknown_definition', definition: `${round.survey}.v${round.version}` };
    const blocks = await blocksOfRound(deps.ownerDb, round.id);
    const build = buildProgress(deps, round.id);
    const built = await buildContent(deps, { ...command, survey, blocks, build, period: round.graduation_years });
    return keep(deps, { ...command, round, survey, blocks, build, built });
  });
}

type Building = BuildCommand & {
  round: NonNullable<Awaited<ReturnType<typeof selectOptionalRoundToRelease>>>;
  survey: Survey;
  blocks: readonly OwnBlock[];
  build: BuildProgress;
  built: BuiltContent;
};

/** Keeps what was built as a draft, unless it is there already. */
async function keep(deps: ReleaseDeps, building: Building): Promise<BuildOutcome> {
  const { round, built, build, asDraft = false } = building;
  const invented = round.invented ?? false;
  const published = await selectOptionalPublished(deps.ownerDb, round.id);
  if (published && published.tables_hash !== built.tablesHash) return { kind: 'other_data' };
  if (published) {
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
  if (isNew) await store(deps, building, { releaseId, edition });
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

async function store(
  deps: ReleaseDeps,
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
    content: { releaseId, table: content.table, blocks, files },
    preview,
    progress,
  });
  await insertAuditEvent(deps.ownerDb, { on_date: built_on, kind: 'release_built', round_id: round.id });
}
