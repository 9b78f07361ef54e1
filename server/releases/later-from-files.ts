import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Survey } from '../engine/survey.ts';
import { countFile, type CountedFile, type FileSource } from './count-file.ts';
import { inSteps } from './in-steps.ts';
import { addedPlaces, firstContent, laterContent } from './later-content.ts';
import { fileHash, releaseFileSteps, type ReleaseContent } from './release-files.ts';
import type { ReleaseMeta } from './release-meta.ts';
import type { RejectedFile } from './report-rejected.ts';
import { splitsOfManifest } from './split-variables.ts';

/** Answers that came after the first edition, and the folder of that edition. */
export type SupplementFiles = { responses: string; after: string };

const OTHER_EDITION: RowProblem = {
  line: 1,
  column: 'release',
  value: '',
  reason:
    'this is not the first edition of these answers: name the folder that this version built from the same ' +
    'population.csv and responses.csv, and with the same --earlier, without --supplement',
};

type Later = {
  meta: ReleaseMeta;
  supplement: SupplementFiles;
  first: Extract<CountedFile, { kind: 'counted' }>;
};

type LaterFiles =
  | { kind: 'built'; files: ReadonlyMap<string, string>; responses: number; supplement: RejectedFile }
  | { kind: 'unusable'; file: string; problem: RowProblem };

/** The files of an edition that counts everybody for the first time. */
export async function firstFiles(meta: ReleaseMeta, content: ReleaseContent): Promise<ReadonlyMap<string, string>> {
  return inSteps(releaseFileSteps(meta, firstContent(content)));
}

/** The files of an edition with late answers, where the folder holds the first one. */
export async function laterFiles(source: FileSource, { meta, supplement, first }: Later): Promise<LaterFiles> {
  const { survey, blocks, progress } = source;
  progress('the late answers, by themselves');
  const places = addedPlaces(survey);
  const added = await countFile(source, supplement.responses, { onCounted: places.add });
  if (added.kind === 'unusable') return { ...added, file: supplement.responses };
  const halves = { before: first.content, added: added.content, places };
  const content = await laterContent({ survey, blocks, period: meta.period, ...halves });
  if (hashOfTables(supplement.after) !== content.later?.first_tables) {
    return { kind: 'unusable', file: join(supplement.after, 'tables.csv'), problem: OTHER_EDITION };
  }
  const files = await inSteps(releaseFileSteps(meta, content));
  return { kind: 'built', files, responses: first.responses + added.responses, supplement: added.rejected };
}

/** By what the release of a folder divides its populations. */
export function splitsOfFolder(survey: Survey, folder: string): string[] {
  try {
    return splitsOfManifest(survey, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch {
    return [];
  }
}

function hashOfTables(folder: string): string | null {
  try {
    return fileHash(readFileSync(join(folder, 'tables.csv'), 'utf8'));
  } catch {
    return null;
  }
}
