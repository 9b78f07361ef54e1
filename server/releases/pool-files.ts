import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { letOthersIn } from '../db/long-work.ts';
import type { PooledRound } from '../disclosure/window-catalogue.ts';
import type { Survey } from '../engine/survey.ts';
import { readBlocksFile } from '../own-blocks/read-blocks-file.ts';
import { readPopulationFile, readResponsesFile } from '../responses-import/read-files.ts';
import { withoutOverlaps } from './choose-windows.ts';
import { countTargets } from './count-targets.ts';
import { poolingOf, type Pooling } from './pooling.ts';
import { createPooledCounter } from './pooled-counter.ts';
import { readManifest, readToldFiles } from './told-files.ts';

export type PooledFolders = { kind: 'pooled'; pooling: Pooling | null } | Unusable;

/** All rounds before, each from its folder, and the windows that a release may show beside them. */
export async function poolFolders(
  survey: Survey,
  { period, earlier = [], find = () => survey }: Partial<FolderFacts> & { period: string },
): Promise<PooledFolders> {
  const rounds: PooledRound[] = [];
  for (const folder of earlier) {
    const pooled = await poolFolder(survey, { folder, find });
    if (pooled.kind === 'unusable') return pooled;
    rounds.push(pooled.round);
  }
  const apart = withoutOverlaps({ period }, rounds).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  // Of windows over people who may be in several rounds nothing is known.
  const isBlind = rounds.some((one) => !apart.includes(one) && one.windows.length > 0);
  return { kind: 'pooled', pooling: isBlind ? null : poolingOf(period, apart) };
}

type FolderFacts = {
  earlier: readonly string[];
  find: (survey: string, version: number) => Survey | null;
};

type PooledFiles = { kind: 'pooled'; round: PooledRound } | Unusable;
/** A file that cannot be read at all, and why. */
type Unusable = { file: string } & Extract<Awaited<ReturnType<typeof readPopulationFile>>, { kind: 'unusable' }>;

const RESPONSES_AT_ONCE = 20_000;

/**
 * A round before from its folder: population.csv, responses.csv, own-blocks.json where it asked own questions, and
 * its release in release/.
 */
async function poolFolder(
  survey: Survey,
  { folder, find }: { folder: string; find: (survey: string, version: number) => Survey | null },
): Promise<PooledFiles> {
  const release = join(folder, 'release');
  const manifest = await readManifest(release);
  const asked = find(manifest.survey, manifest.version);
  if (!asked || manifest.survey !== survey.definition.survey) {
    throw new Error(`${release} is no release of a version of ${survey.definition.survey}`);
  }
  const told = await readToldFiles(release, manifest, asked);
  const files = { population: join(folder, 'population.csv'), responses: join(folder, 'responses.csv') };
  const population = await readPopulationFile(files.population, asked);
  if (population.kind === 'unusable') return { ...population, file: files.population };
  const { targets } = countTargets(asked, population.people.values());
  const counter = createPooledCounter(survey, { asked, targets, splits: told.splits });
  const opened = await readResponsesFile(files.responses, asked, population.people, await blocksIn(folder, asked));
  if (opened.kind === 'unusable') return { ...opened, file: files.responses };
  let counted = 0;
  for await (const response of opened.responses) {
    counter.add(response);
    counted += 1;
    if (counted % RESPONSES_AT_ONCE === 0) await letOthersIn();
  }
  const { period } = manifest;
  return { kind: 'pooled', round: counter.round({ period, name: `${period}#1/`, told }) };
}

async function blocksIn(folder: string, asked: Survey) {
  const file = join(folder, 'own-blocks.json');
  if (!existsSync(file)) return [];
  const read = await readBlocksFile(file, asked);
  if (read.kind === 'unusable') throw new Error(`${file}: ${read.reasons.join('; ')}`);
  return read.blocks;
}
