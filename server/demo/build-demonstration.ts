import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../commands/program.ts';
import type { Deps } from '../deps.ts';
import { askBlock } from '../own-blocks/ask-block.ts';
import { EXAMPLE_BLOCK } from './example-block.ts';
import { countRounds } from './store.ts';

const DAY_MS = 24 * 3600 * 1000;
const GRADUATES = '3000';
const INSTITUTIONS = '10';
const SURVEY = 'amk-career';
const OWN_BLOCKS = 'own-blocks.json';

type DemonstrationRound = {
  id: string;
  version: string;
  /** Rounds of one seed ask the same degrees. */
  seed: string;
  peopleSeed: string;
  cohort: string;
  opens: Date;
  closes: Date;
  /** Share of its people whose answers are in. */
  responseRate: string;
  released: boolean;
};

/** Whether to build the demonstration: on an empty embedded database, or when asked for on an empty server. */
export async function wantsDemonstration(deps: Pick<Deps, 'ownerDb' | 'embedded'>, asked: boolean): Promise<boolean> {
  if (!deps.embedded && !asked) return false;
  return (await countRounds(deps.ownerDb)) === 0;
}

/**
 * An invented nation over three rounds, two released and one open, made with the product's own commands;
 * one institution asks questions of its own. Everything in it is invented, and every page says so.
 */
export async function buildDemonstration(deps: Deps, say: (line: string) => void): Promise<void> {
  say('Building the demonstration. Its institutions, people and answers are invented.');
  const folder = mkdtempSync(join(tmpdir(), 'uras-demo-'));
  try {
    writeFileSync(join(folder, OWN_BLOCKS), JSON.stringify([EXAMPLE_BLOCK]));
    for (const round of demonstrationRounds(deps.now())) await buildRound(deps, round, { folder, say });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function demonstrationRounds(now: Date): DemonstrationRound[] {
  const from = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const year = now.getUTCFullYear();
  return [
    {
      id: `demo-${year - 2}`,
      version: '1',
      seed: '11',
      peopleSeed: '10',
      cohort: String(year - 7),
      opens: from(-765),
      closes: from(-735),
      responseRate: '0.36',
      released: true,
    },
    {
      id: `demo-${year - 1}`,
      version: '1',
      seed: '11',
      peopleSeed: '11',
      cohort: String(year - 6),
      opens: from(-400),
      closes: from(-370),
      responseRate: '0.38',
      released: true,
    },
    {
      id: `demo-${year}`,
      version: '2',
      seed: '12',
      peopleSeed: '12',
      cohort: String(year - 5),
      opens: from(-9),
      closes: from(28),
      responseRate: '0.12',
      released: false,
    },
  ];
}

async function buildRound(
  deps: Deps,
  round: DemonstrationRound,
  { folder, say }: { folder: string; say: (line: string) => void },
): Promise<void> {
  const data = join(folder, round.id);
  const run = (...words: string[]) => runOrThrow(deps, folder, words, say);
  const survey = ['--survey', SURVEY, '--version', round.version];
  const size = ['--graduates', GRADUATES, '--institutions', INSTITUTIONS, '--response-rate', round.responseRate];
  const answers = ['--own-blocks', OWN_BLOCKS, '--out', data];
  await run(
    'simulate',
    ...survey,
    ...size,
    '--seed',
    round.seed,
    '--people-seed',
    round.peopleSeed,
    '--cohort',
    round.cohort,
    ...answers,
  );
  const times = ['--opens', round.opens.toISOString(), '--closes', round.closes.toISOString()];
  await run('rounds', 'create', '--id', round.id, ...survey, '--cohort', round.cohort, ...times);
  await askBlock(deps, round.id, EXAMPLE_BLOCK);
  await run('population', 'import', '--round', round.id, join(data, 'population.csv'), '--confirm');
  await run('responses', 'import', '--round', round.id, join(data, 'responses.csv'), '--confirm');
  if (!round.released) return;
  await run('rounds', 'freeze', round.id);
  await run('releases', 'build', '--round', round.id);
  say('  Its release is published by itself, since everything in it is invented. Real ones need two people.');
}

async function runOrThrow(deps: Deps, cwd: string, words: string[], say: (line: string) => void): Promise<void> {
  say(
    `  ${words
      .slice(0, 2)
      .filter((word) => !word.startsWith('--'))
      .join(' ')} …`,
  );
  let said = '';
  const code = await runCommand(words, { cwd, out: () => undefined, err: (text) => (said += text) }, async () => deps);
  if (code !== 0) throw new Error(`The demonstration cannot be built (${words.slice(0, 2).join(' ')}):\n${said}`);
}
