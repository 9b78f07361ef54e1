import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { attackAll } from './attack.ts';
import { crawl } from './crawl.ts';
import type { AttackInput, AttackResult, QuestionFacts } from './input.ts';
import { readRelease } from './read-release.ts';
import { memberOf } from './release-rules.ts';
import { printed } from './words.ts';

const HELP = `Attacks releases as a reader could who knows the register and who took part.

  node server/run.mjs test/attacker/main.ts --release DIR [--release DIR2 …] \\
    --population population.csv --responses responses.csv [--json]

  --release DIR       folder of a release (tables.csv, manifest.json, degrees/); again for more rounds and editions
  --population FILES  population.csv; one for all releases, or one for each release in the same order;
                      several files of one release with commas between
  --responses FILES   responses.csv, likewise: who took part, and the truth that a deduction is checked against
  --questions FILE    JSON: what the questionnaire says of its items (docs/attacker.md); uras attack makes it
  --codes FILE        output of: uras definitions codes SURVEY VERSION --json (fields of degrees)
  --url LINK          link to all reports, as npm start prints it; again for what somebody else may see. Follows
                      links of pages and files and compares their figures with the tables of the releases
  --pages N           pages and files got of each link at most (default 3000); what is left is said
  --insiders N        insiders tried for each question, evenly chosen (default: every different one)
  --json              one JSON document instead of words

Exit code 0: the attack ran and found nothing. 1: it found leaks. 2: it could not run.
`;

const options = {
  release: { type: 'string', multiple: true },
  population: { type: 'string', multiple: true },
  responses: { type: 'string', multiple: true },
  questions: { type: 'string' },
  codes: { type: 'string' },
  url: { type: 'string', multiple: true },
  pages: { type: 'string' },
  insiders: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Crawled = Awaited<ReturnType<typeof crawl>>;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Something that the person who typed the command can mend. */
class UsageError extends Error {}

let said = performance.now();
try {
  process.exitCode = await run(parseArgs({ options }).values);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function run(values: Values): Promise<number> {
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const begun = performance.now();
  const input = await readInput(values);
  const result = attackAll(input);
  const releases = input.releases.map(({ release }) => release);
  const crawled: Crawled[] = [];
  for (const link of values.url ?? []) {
    crawled.push(await crawl(link, releases, { most: wholeNumber('--pages', values.pages), progress }));
  }
  const all: AttackResult = { ...result, findings: [...result.findings, ...crawled.flatMap((one) => one.findings)] };
  const pages = crawled.map(({ tried }) => tried);
  const { user, system } = process.cpuUsage();
  const took = { seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
  process.stdout.write(values.json ? `${JSON.stringify({ ...all, pages, took }, null, 2)}\n` : printed(all, pages));
  return all.findings.length === 0 ? 0 : 1;
}

async function readInput(values: Values): Promise<AttackInput> {
  const folders = values.release ?? [];
  if (folders.length === 0) throw new UsageError('--release DIR is missing. See --help.');
  const population = await filesFor(folders.length, '--population', values.population ?? []);
  const responses = await filesFor(folders.length, '--responses', values.responses ?? []);
  const releases = await Promise.all(folders.map(readRelease));
  const codes = values.codes === undefined ? null : await readJson(values.codes);
  const questions = values.questions === undefined ? null : await readJson(values.questions);
  const insiders = wholeNumber('--insiders', values.insiders);
  return {
    releases: releases.map((release, index) => ({
      release,
      population: population[index] ?? [],
      responses: responses[index] ?? [],
    })),
    fields: fieldsIn(codes),
    ...(Array.isArray(questions) ? { questions: questions as QuestionFacts[] } : {}), // its format is in docs/attacker.md
    ...(insiders === undefined ? {} : { insiders }),
    progress,
  };
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  const number = text === undefined ? 0 : Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new UsageError(`${option} takes a whole number.`);
  return text === undefined ? undefined : number;
}

/** A line a second at most: a short attack says nothing. */
function progress(line: string): void {
  if (performance.now() - said < 1000) return;
  said = performance.now();
  process.stderr.write(`${line}\n`);
}

/** One list of files for all releases, or one for each. */
async function filesFor(releases: number, option: string, given: readonly string[]): Promise<string[][]> {
  if (given.length !== 1 && given.length !== releases)
    throw new UsageError(
      `${option} is given ${given.length} times for ${releases} releases: give it once, or once for each release.`,
    );
  const lists = await Promise.all(
    given.map((list) => Promise.all(list.split(',').map((file) => readFile(file, 'utf8')))),
  );
  return Array.from({ length: releases }, (_, index) => lists[given.length === 1 ? 0 : index] ?? []);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fieldsIn(codes: unknown): Map<string, string> {
  const degrees = memberOf(codes, 'degrees');
  const list: unknown[] = Array.isArray(degrees) ? degrees : [];
  return new Map(list.map((degree) => [String(memberOf(degree, 'code')), String(memberOf(degree, 'field'))]));
}
