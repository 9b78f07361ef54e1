import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedSurveys } from '../server/engine/asked-surveys.ts';
import { buildFromFiles } from '../server/releases/build-from-files.ts';
import { writeReleaseFiles } from '../server/releases/write-release-files.ts';
import { simulate } from '../server/simulation/simulate.ts';
import { loadSurveys } from '../survey-definitions/index.ts';
import { makeExtremes } from './extremes.ts';
import { printMeasure, round } from './measure.ts';
import { SURVEY, VERSION } from './workplace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const FIRST_YEAR = 2016;

/** A round as files: its nation, and the release that the product makes of it. */
type Round = { population: string; responses: string; release: string };
type Nation = { seed: number; graduates: number; rounds: number; institutions: number; degrees: number; rate: number };
type Tried = Record<
  'rows' | 'respondents' | 'atoms' | 'cells' | 'vectors' | 'insiders' | 'programs' | 'unsolved',
  number
>;
type Attacked = {
  findings: { test: string; says: string }[];
  recovered: { small: number; recovered: number }[];
  tried: Tried;
  took: { seconds: number; cpuSeconds: number };
};

/**
 * Seeded nations with a long tail of small degrees, built from files by the product and attacked by
 * the program that shares nothing with it: a line a nation, then their sum. Of what the product does
 * not publish yet there is nothing to attack: each line names it.
 */
export async function benchAttack(quick: boolean): Promise<void> {
  const sums = {
    respondents: 0,
    groups: 0,
    small: 0,
    sums: 0,
    insiders: 0,
    programs: 0,
    unsolved: 0,
    found: 0,
    cpu: 0,
  };
  const nations = Array.from({ length: quick ? 3 : 20 }, (_, index) => nationOf(index + 1));
  for (const nation of nations) {
    const folder = mkdtempSync(join(tmpdir(), 'uras-bench-attack-'));
    try {
      const rounds = await makeRounds(folder, nation);
      const { findings, recovered, tried, took } = await attack(rounds);
      const small = recovered.reduce((sum, one) => sum + one.small, 0);
      printMeasure({
        bench: 'attack',
        seed: nation.seed,
        graduates: nation.graduates,
        rounds: nation.rounds,
        respondents: tried.respondents,
        rows: tried.rows,
        groups: tried.atoms,
        small_groups: small,
        sums: tried.vectors,
        programs: tried.programs,
        unsolved: tried.unsolved,
        insiders: tried.insiders,
        found: findings.length,
        seconds: round(took.seconds),
        cpu_seconds: round(took.cpuSeconds),
        not_there: notThere(rounds),
      });
      for (const { test, says } of findings.slice(0, 5)) process.stderr.write(`  ${test} ${says}\n`);
      sums.respondents += tried.respondents;
      sums.groups += tried.atoms;
      sums.small += small;
      sums.sums += tried.vectors;
      sums.insiders += tried.insiders;
      sums.programs += tried.programs;
      sums.unsolved += tried.unsolved;
      sums.found += findings.length;
      sums.cpu += took.cpuSeconds;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  printMeasure({ bench: 'attack_sum', nations: nations.length, ...sums, cpu: round(sums.cpu) });
}

/** 1,000 to 3,000 graduates over two to five rounds, in programmes of some 15 to 50 on average. */
function nationOf(seed: number): Nation {
  const rounds = 2 + (seed % 4);
  const graduates = 1000 + 100 * ((seed * 7) % 21);
  const institutions = 2 + (seed % 5);
  const degrees = Math.max(institutions * 2, Math.round(graduates / rounds / (15 + 5 * (seed % 8))));
  return { seed, graduates, rounds, institutions, degrees, rate: 0.35 + 0.05 * (seed % 8) };
}

async function makeRounds(folder: string, nation: Nation): Promise<Round[]> {
  const survey = loadSurveys().find(SURVEY, Number(VERSION));
  if (!survey) throw new Error(`there is no version ${VERSION} of ${SURVEY}`);
  const rounds: Round[] = [];
  for (let index = 0; index < nation.rounds; index += 1) {
    const out = join(folder, String(index));
    const made = await simulate(askedSurveys(survey, []), {
      graduates: Math.round(nation.graduates / nation.rounds),
      // The same programmes with other people: the nation is drawn by the seed, people and sizes by the round.
      seed: nation.seed * 100 + index,
      institutions: nation.institutions,
      degrees: nation.degrees,
      responseRate: nation.rate,
      cohort: FIRST_YEAR + index,
      out,
      progress: () => undefined,
    });
    const { population, responses_file: responses } = made;
    makeExtremes(population, responses);
    const built = await buildFromFiles(survey, { population, responses, progress: () => undefined });
    if (built.kind !== 'built') throw new Error(`${built.file} cannot be read`);
    const release = join(out, 'release');
    await writeReleaseFiles(release, built.files);
    rounds.push({ population, responses, release });
  }
  return rounds;
}

/** `uras attack` on all rounds together, as anybody would type it. */
async function attack(rounds: readonly Round[]): Promise<Attacked> {
  const words = rounds.flatMap(({ population, responses, release }) => [
    ...['--release', release, '--population', population, '--responses', responses],
  ]);
  const child = spawn(process.execPath, ['server/run.mjs', 'server/uras.ts', 'attack', ...words, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 2)));
  if (code > 1) throw new Error('the attack could not run');
  return JSON.parse(out) as Attacked; // docs/attacker.md
}

/** What an attack on this nation could not look at, since no file of the releases speaks of it. */
function notThere(rounds: readonly Round[]): string {
  const rows = rounds.flatMap(({ release }) => readFileSync(join(release, 'tables.csv'), 'utf8').split('\n').slice(1));
  const columns = rows.map((row) => row.split(','));
  const has = (column: number) => columns.some((cells) => (cells[column] ?? '') !== '');
  const levels = new Set(columns.map((cells) => cells[2]));
  const missing = ['institution', 'institution_field', 'degree_national'].filter((level) => !levels.has(level));
  return [
    ...missing,
    ...(has(6) ? [] : ['splits']),
    ...(columns.some(([, period = '']) => period.includes('-')) ? [] : ['windows']),
    'editions',
  ].join(' ');
}
