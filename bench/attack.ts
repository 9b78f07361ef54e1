import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRound, makeRounds, nationOf, type Round } from './attack-nations.ts';
import { printMeasure, round } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Tried = Record<
  'rows' | 'respondents' | 'atoms' | 'cells' | 'vectors' | 'insiders' | 'programs' | 'unsolved',
  number
>;
type Recovered = Record<'small' | 'recovered' | 'single' | 'people', number>;
type Attacked = {
  findings: { test: string; says: string }[];
  recovered: Recovered[];
  tried: Tried;
  took: { seconds: number; cpuSeconds: number };
};

/**
 * Seeded nations with a long tail of small degrees, built from files by the product and attacked by
 * the program that shares nothing with it: a line a nation, then their sum. Of what the product does
 * not publish there is nothing to attack: each line names it. `--seeds=8-12` looks at some of the twenty;
 * `--insiders=50` tries so many of each question, in place of ten.
 */
export async function benchAttack(quick: boolean, words: readonly string[] = []): Promise<void> {
  const [first = 1, last = quick ? 3 : 20] = seedsOf(words);
  const nations = Array.from({ length: last - first + 1 }, (_, index) => nationOf(first + index));
  const insiders = numberOf(words, 'insiders') ?? INSIDERS;
  const sums: Record<string, number> = {};
  for (const nation of nations) {
    const folder = mkdtempSync(join(tmpdir(), 'uras-bench-attack-'));
    try {
      const rounds = await makeRounds(folder, nation);
      const attacked = await attack(rounds, insiders);
      const counted = countedOf(attacked);
      const { seed, graduates, rounds: n } = nation;
      printMeasure({ bench: 'attack', seed, graduates, rounds: n, ...counted, not_there: notThere(rounds) });
      for (const { test, says } of attacked.findings.slice(0, 5)) process.stderr.write(`  ${test} ${says}\n`);
      for (const [name, value] of Object.entries(counted)) sums[name] = round((sums[name] ?? 0) + value);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  printMeasure({ bench: 'attack_sum', nations: nations.length, ...sums });
  if (seedsOf(words).length === 0) await benchThresholds(quick);
}

/** `--seeds=8-12` → 8, 12; `--seeds=8` → 8, 8; not said → none. */
function seedsOf(words: readonly string[]): number[] {
  const [, first, last] = words.map((word) => /^--seeds=(\d+)(?:-(\d+))?$/.exec(word)).find(Boolean) ?? [];
  return first === undefined ? [] : [Number(first), Number(last ?? first)];
}

/** `--insiders=50` → 50. */
function numberOf(words: readonly string[], name: string): number | null {
  const found = words.find((word) => word.startsWith(`--${name}=`));
  return found === undefined ? null : Number(found.slice(name.length + 3));
}

function countedOf({ findings, recovered, tried, took }: Attacked): Record<string, number> {
  return {
    respondents: tried.respondents,
    rows: tried.rows,
    groups: tried.atoms,
    small_groups: recovered.reduce((sum, one) => sum + one.small, 0),
    sums: tried.vectors,
    programs: tried.programs,
    unsolved: tried.unsolved,
    insiders: tried.insiders,
    found: findings.length,
    seconds: round(took.seconds),
    cpu_seconds: round(took.cpuSeconds),
  };
}

const SPLITS = ['gender', 'age_band'];
/** Tried of each question: all of them take a hundred times as long. */
const INSIDERS = 10;

/** What is left when only answers are counted: the thresholds. */
const THRESHOLDS_ALONE = { secondary: false, thinPairs: false, leftovers: false, definableGroups: false, gate: false };

/** How many small groups can be recomputed, question by question, where thresholds alone protect them. */
async function benchThresholds(quick: boolean): Promise<void> {
  for (const seed of quick ? [1] : [1, 2, 3]) {
    for (const splits of [[], SPLITS]) {
      const folder = mkdtempSync(join(tmpdir(), 'uras-bench-attack-'));
      try {
        const nation = { seed, graduates: 1500, institutions: 4, degrees: 50, responseRate: 0.45 };
        const round = await makeRound(folder, nation, { switches: THRESHOLDS_ALONE, splits });
        const { recovered, tried } = await attack([round], 0);
        const sum = (of: keyof Recovered) => recovered.reduce((total, one) => total + one[of], 0);
        printMeasure({
          bench: 'attack_thresholds_alone',
          seed,
          splits: splits.join(' '),
          respondents: tried.respondents,
          small_groups: sum('small'),
          recomputed: sum('recovered'),
          of_one_person: sum('single'),
          answers: sum('people'),
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
}

/** `uras attack` on all rounds together, as anybody would type it. */
async function attack(rounds: readonly Round[], insiders: number): Promise<Attacked> {
  const words = rounds.flatMap(({ population, responses, release, earlier }) => {
    // A release that shows several rounds together speaks of their people too.
    const filesOf = (kind: string, own: string): string =>
      [...earlier.map((folder) => join(folder, `${kind}.csv`)), own].join();
    const [people, answers] = [filesOf('population', population), filesOf('responses', responses)];
    return ['--release', release, '--population', people, '--responses', answers];
  });
  const child = spawn(
    process.execPath,
    ['server/run.mjs', 'server/uras.ts', 'attack', ...words, '--insiders', String(insiders), '--json'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
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
    ...(rounds.some(({ release }) => 'later' in manifestOf(release)) ? [] : ['editions']),
  ].join(' ');
}

function manifestOf(release: string): object {
  return JSON.parse(readFileSync(join(release, 'manifest.json'), 'utf8')) as object; // our own file
}
