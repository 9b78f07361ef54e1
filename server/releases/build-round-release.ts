import { insertAuditEvent } from '../audit/store.ts';
import { letOthersIn, withLongWork } from '../db/long-work.ts';
import { definitionHash } from '../definitions/definition-hash.ts';
import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { createReleaseCounter, type ReleaseCounter } from './release-counter.ts';
import { PRODUCT_VERSION } from './product-version.ts';
import { fileHash, manifest, releaseFileSteps, type ReleaseContent } from './release-files.ts';
import type { ReleaseMeta } from './release-meta.ts';
import { writeRelease } from './write-release.ts';
import {
  selectTargets,
  selectOptionalReleaseOfRound,
  selectOptionalRoundToRelease,
  selectSentResponses,
} from './store.ts';

type ReleaseDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'surveys' | 'now'>;

export type BuildOutcome =
  | { kind: 'built'; releaseId: string; files: ReadonlyMap<string, string>; isNew: boolean }
  | { kind: 'unknown_round' }
  | { kind: 'unknown_definition'; definition: string }
  | { kind: 'not_frozen' }
  | { kind: 'other_data' };

const RESPONSES_AT_ONCE = 400; // a step well under 200 ms

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
    const meta: ReleaseMeta = {
      survey,
      definitionHash: definitionHash(survey.definition),
      blocks,
      period: round.graduation_years ?? 'none',
      codeVersion: PRODUCT_VERSION,
    };
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

async function countAndProtect(
  deps: ReleaseDeps,
  survey: Survey,
  { roundId, blocks, progress }: { roundId: string; blocks: readonly OwnBlock[]; progress: (line: string) => void },
): Promise<ReleaseContent> {
  const counter = createReleaseCounter(survey, await selectTargets(deps.ownerDb, roundId), blocks);
  let counted = 0;
  for (let after: string | null = null; ;) {
    const rows = await selectSentResponses(deps.ownerDb, roundId, { after, limit: RESPONSES_AT_ONCE });
    for (const { background, answers } of rows) {
      counter.add({
        institution: background['institution'] ?? '',
        degree: background['degree'] ?? '',
        background,
        answers,
      });
    }
    counted += rows.length;
    progress(`counted ${counted} responses`);
    after = rows.at(-1)?.key ?? null;
    if (after === null || rows.length < RESPONSES_AT_ONCE) break;
    await letOthersIn();
  }
  return protectInSteps(counter, progress);
}

/** Runs the disclosure control with room for others between its steps. */
export async function protectInSteps(
  counter: ReleaseCounter,
  progress: (line: string) => void,
): Promise<ReleaseContent> {
  return inSteps(counter.protect(), (steps) => {
    if (steps % STEPS_A_LINE === 0) progress(`protection: ${steps} steps`);
  });
}

const STEP_MS = 50;
const STEPS_A_LINE = 100;

/** Runs work that comes in steps, with room for others about every 50 ms. */
export async function inSteps<T>(
  steps: Generator<void, T>,
  afterStep: (done: number) => void = () => undefined,
): Promise<T> {
  let begun = performance.now();
  for (let done = 1, step = steps.next(); ; done += 1, step = steps.next()) {
    if (step.done) return step.value;
    afterStep(done);
    if (performance.now() - begun < STEP_MS) continue;
    await letOthersIn();
    begun = performance.now();
  }
}
