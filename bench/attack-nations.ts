import { join } from 'node:path';
import { askedSurveys } from '../server/engine/asked-surveys.ts';
import type { Survey } from '../server/engine/survey.ts';
import { buildFromFiles } from '../server/releases/build-from-files.ts';
import type { ReleaseTrial } from '../server/releases/release-counter.ts';
import { writeReleaseFiles } from '../server/releases/write-release-files.ts';
import { simulate } from '../server/simulation/simulate.ts';
import { loadSurveys } from '../survey-definitions/index.ts';
import { holdBack, makeExtremes } from './extremes.ts';
import { SURVEY, VERSION } from './workplace.ts';

const FIRST_YEAR = 2016;

/**
 * A round as files: its nation, and the release that the product makes of it. `responses`: files with commas between.
 * `earlier`: folders of the rounds before, of which its release shows several together.
 */
export type Round = { population: string; responses: string; release: string; earlier: readonly string[] };
export type Nation = {
  seed: number;
  graduates: number;
  rounds: number;
  institutions: number;
  degrees: number;
  rate: number;
};
/** 1,000 to 3,000 graduates over two to five rounds, in programmes of some 15 to 50 on average. */
export function nationOf(seed: number): Nation {
  const rounds = 2 + (seed % 4);
  const graduates = 1000 + 100 * ((seed * 7) % 21);
  const institutions = 2 + (seed % 5);
  const degrees = Math.max(institutions * 2, Math.round(graduates / rounds / (15 + 5 * (seed % 8))));
  return { seed, graduates, rounds, institutions, degrees, rate: 0.35 + 0.05 * (seed % 8) };
}

/** Rounds of a nation, and what the product makes of them. */
export async function makeRounds(folder: string, nation: Nation): Promise<Round[]> {
  const survey = careerSurvey();
  const rounds: Round[] = [];
  const earlier: string[] = [];
  for (let index = 0; index < nation.rounds; index += 1) {
    const out = join(folder, String(index));
    const made = await simulate(askedSurveys(survey, []), {
      graduates: Math.round(nation.graduates / nation.rounds),
      // The same programmes with other people: the nation is drawn by the seed, people by the round.
      seed: nation.seed * 100,
      peopleSeed: nation.seed * 100 + index,
      institutions: nation.institutions,
      degrees: nation.degrees,
      responseRate: nation.rate,
      cohort: FIRST_YEAR + index,
      out,
      progress,
    });
    const { population, responses_file: responses } = made;
    makeExtremes(population, responses);
    // The last round has answers that came late, and a second edition with them.
    const files = index === nation.rounds - 1 ? holdBack(responses) : { first: responses, late: null };
    const next = { population, responses: files.first, release: join(out, 'release'), earlier: [...earlier] };
    await release(next);
    rounds.push(next);
    earlier.push(out);
    if (files.late !== null) rounds.push(await secondEdition(next, files.late));
  }
  return rounds;
}

const progress = (): undefined => undefined;

function careerSurvey(): Survey {
  const survey = loadSurveys().find(SURVEY, Number(VERSION));
  if (!survey) throw new Error(`there is no version ${VERSION} of ${SURVEY}`);
  return survey;
}

/** The release that the product makes of files, in its folder. */
async function release({ release: folder, ...files }: Round, trial?: ReleaseTrial): Promise<void> {
  const sources = { ...files, progress, ...(trial ? { trial } : {}) };
  const built = await buildFromFiles(careerSurvey(), sources);
  if (built.kind !== 'built') throw new Error(`${built.file} cannot be read`);
  await writeReleaseFiles(folder, built.files);
}

/** The second edition of a round's release, with answers that came late. */
async function secondEdition(before: Round, late: string): Promise<Round> {
  const next = { ...before, release: `${before.release}-2`, responses: `${before.responses},${late}` };
  const { population, responses, earlier } = before;
  const sources = { population, responses, earlier, progress };
  const supplement = { responses: late, after: before.release };
  const built = await buildFromFiles(careerSurvey(), { ...sources, supplement });
  if (built.kind !== 'built') throw new Error(`${built.file} cannot be read`);
  await writeReleaseFiles(next.release, built.files);
  return next;
}

/** One round of a nation as it is simulated, released with these rules. */
export async function makeRound(
  out: string,
  nation: { seed: number; graduates: number; institutions: number; degrees: number; responseRate: number },
  trial: ReleaseTrial,
): Promise<Round> {
  const made = await simulate(askedSurveys(careerSurvey(), []), { ...nation, cohort: 2020, out, progress });
  const round = {
    population: made.population,
    responses: made.responses_file,
    release: join(out, 'release'),
    earlier: [],
  };
  await release(round, trial);
  return round;
}
