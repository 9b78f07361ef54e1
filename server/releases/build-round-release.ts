import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { countAndProtect } from './count-round.ts';
import { inSteps } from './in-steps.ts';
import { fileHash, manifest, releaseFileSteps } from './release-files.ts';
import { makeMeta } from './release-meta.ts';
import { writeRelease } from './write-release.ts';
import { selectOptionalReleaseOfRound, selectOptionalRoundToRelease } from './store.ts';

type ReleaseDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'surveys' | 'now'>;

export type BuildOutcome =
  | { kind: 'built'; releaseId: string; files: ReadonlyMap<string, string>; isNew: boolean }
  | { kind: 'unknown_round' }
  | { kind: 'unknown_definition'; definition: string }
  | { kind: 'not_frozen' }
  | { kind: 'other_data' };

/**
 * Builds the release of a frozen round, stores what may be shown and gives its files. There is one
 * edition a round: the same data give the same release again; other data are refused.
 */
export async function buildRoundRelease(
  deps: ReleaseDeps,
  command: { roundId: string; progress: (line: string) => void },
): Promise<BuildOutcome> {
  return withLongWork(deps.ownerDb, `building the release of round ${command.roundId}`, async () => {
    const round = await selectOptionalRoundToRelease(deps.ownerDb, command.roundId);
    if (!round) return { kind: 'unknown_round' };
    if (round.frozen_on === null) return { kind: 'not_frozen' };
    const survey = deps.surveys.find(round.survey, round.version);
    if (!survey) return { kind: 'unknown_definition', definition: `${round.survey}.v${round.version}` };
    const blocks = await blocksOfRound(deps.ownerDb, round.id);
    const content = await countAndProtect(deps, survey, { ...command, blocks });
    const meta = makeMeta({ survey, blocks, period: round.graduation_years ?? 'none' });
    const files = await inSteps(releaseFileSteps(meta, content));
    const tables_hash = fileHash(files.get('tables.csv') ?? '');
    const existing = await selectOptionalReleaseOfRound(deps.ownerDb, round.id);
    if (existing && existing.tables_hash !== tables_hash) return { kind: 'other_data' };
    if (existing) return { kind: 'built', releaseId: existing.id, files, isNew: false };
    const built_on = deps.now().toISOString().slice(0, 10);
    const { survey: name, version } = survey.definition;
    const row = { id: round.id, round_id: round.id, survey: name, version, period: meta.period, built_on, tables_hash };
    await writeRelease(
      { db: deps.ownerDb, embedded: deps.embedded },
      {
        row: { ...row, invented: round.invented ?? false, manifest: manifest(meta, content, files) },
        table: content.table,
        blocks,
        progress: command.progress,
      },
    );
    await insertAuditEvent(deps.ownerDb, { on_date: built_on, kind: 'release_built', round_id: round.id });
    return { kind: 'built', releaseId: round.id, files, isNew: true };
  });
}
