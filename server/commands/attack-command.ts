import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { isMet, type Condition } from '../engine/condition.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';
import { fileCodes } from '../definitions/file-codes.ts';
import { CommandError, type CommandContext } from './context.ts';

type Options = {
  release: string[];
  population: string[];
  responses: string[];
  url: string[];
  pages?: string;
  insiders?: string;
  json?: boolean;
};

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(PROJECT, 'test', 'attacker', 'main.ts');

const collect = (value: string, before: string[]): string[] => [...before, value];

/** `attack`: starts the attacker, a program of its own that shares nothing with what it attacks. */
export function addAttackCommand(program: Command, context: CommandContext): void {
  program
    .command('attack')
    .description(
      'Attacks releases as a reader could who knows the register and who took part. ' +
        'Exit code 0: nothing found. 1: leaks found. 2: it could not run.',
    )
    .requiredOption('--release <folder>', 'folder of a release; again for more rounds and editions', collect, [])
    .requiredOption('--population <files>', 'population.csv; once, or once for each release', collect, [])
    .requiredOption('--responses <files>', 'responses.csv; once, or once for each release', collect, [])
    .option('--url <link>', 'link to all reports: also crawls pages and files; again for other links', collect, [])
    .option('--pages <n>', 'pages and files got of each link at most (default 3000)')
    .option('--insiders <n>', 'insiders tried for each question (default: every different one)')
    .action((options: Options) => attack(context, options));
}

async function attack(context: CommandContext, options: Options): Promise<void> {
  if (!existsSync(PROGRAM)) {
    throw new CommandError(
      'The attacker lies in test/attacker, and this installation has no test folder. Run it from a whole copy of the source, after npm ci.',
      { exitCode: 2 },
    );
  }
  const releases = options.release.map(context.path);
  const folder = await mkdtemp(join(tmpdir(), 'uras-attack-'));
  try {
    const [questions, codes] = [join(folder, 'questions.json'), join(folder, 'codes.json')];
    const surveys = await Promise.all(releases.map((release) => surveyOf(context, release)));
    const facts = surveys.flatMap(questionFacts);
    await writeFile(questions, JSON.stringify([...new Map(facts.map((fact) => [fact.item, fact])).values()]));
    await writeFile(codes, JSON.stringify({ degrees: surveys.flatMap((survey) => fileCodes(survey).degrees) }));
    const files = (list: string) => list.split(',').map(context.path).join(',');
    const words = [
      ...releases.flatMap((release) => ['--release', release]),
      ...options.population.flatMap((list) => ['--population', files(list)]),
      ...options.responses.flatMap((list) => ['--responses', files(list)]),
      ...['--questions', questions, '--codes', codes],
      ...options.url.flatMap((link) => ['--url', link]),
      ...(options.pages === undefined ? [] : ['--pages', options.pages]),
      ...(options.insiders === undefined ? [] : ['--insiders', options.insiders]),
      ...(options.json ? ['--json'] : []),
    ];
    const { code, out } = await run(words, context);
    if (code > 1) throw new CommandError('The attack could not run.', { exitCode: 2 });
    context.result(options.json ? JSON.parse(out) : null, out.trimEnd());
    if (code === 1) throw new CommandError('Leaks found.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(words: readonly string[], context: CommandContext): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => context.progress(text.trimEnd()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 2, out }));
  });
}

export type Facts = {
  item: string;
  sensitive: boolean;
  askedIf: { item: string; categories: string[] }[];
  groups: Record<string, string>;
};

/** The questionnaire that a release's manifest names. */
async function surveyOf(context: CommandContext, release: string): Promise<Survey> {
  const { survey: name, version } = await manifestOf(release);
  const survey = context.surveys().find(name, version);
  if (survey) return survey;
  const why = `There is no version ${version} of ${name}, which ${release} is made of. See: uras definitions list`;
  throw new CommandError(why, { exitCode: 2 });
}

async function manifestOf(release: string): Promise<{ survey: string; version: number }> {
  const file = join(release, 'manifest.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { survey: string; version: number }; // docs/release-format.md
  } catch (error) {
    throw new CommandError(`${release} is no release: ${file} cannot be read.`, { exitCode: 2, cause: error });
  }
}

/** What the published questionnaire says of its items, which the attacker may know: docs/attacker.md. */
export function questionFacts(survey: Survey): Facts[] {
  return survey.definition.pages.flatMap((page) =>
    page.questions.map((question) => ({
      item: question.code,
      sensitive: 'sensitive' in question && question.sensitive === true,
      askedIf: [page.showIf, question.showIf].flatMap((condition) => (condition ? leadsOf(survey, condition) : [])),
      groups: groupsOf(survey, question.code),
    })),
  );
}

/** Answers that somebody must have given to be asked: of conditions that look at one question only. */
function leadsOf(survey: Survey, condition: Condition): { item: string; categories: string[] }[] {
  if (condition.kind === 'all') return condition.conditions.flatMap((part) => leadsOf(survey, part));
  const [item, ...others] = new Set(lookedAt(condition));
  const question = item === undefined || others.length > 0 ? undefined : survey.questions.get(item);
  if (item === undefined || !question) return [];
  const choices = typeOf(question).choices(survey, question) ?? [];
  const categories = choices.filter((code) => isMet(condition, { [item]: code }, {}));
  // That somebody answered at all is no answer, and what everybody is asked after says nothing.
  return categories.length === 0 || categories.length === choices.length ? [] : [{ item, categories }];
}

/** Questions that a condition looks at; '' stands for the register, which is no question. */
function lookedAt(condition: Condition): string[] {
  switch (condition.kind) {
    case 'answered':
    case 'any_of':
    case 'at_least':
    case 'at_most':
      return [condition.question];
    case 'background':
      return [''];
    case 'all':
    case 'any':
      return condition.conditions.flatMap(lookedAt);
    case 'not':
      return lookedAt(condition.condition);
    default:
      return condition satisfies never;
  }
}

/** Code → category, where tables have fewer categories than the question has codes. */
function groupsOf(survey: Survey, code: string): Record<string, string> {
  const question = survey.questions.get(code);
  const aggregation = question ? typeOf(question).aggregate(survey, question) : null;
  if (!question || aggregation?.kind !== 'categories') return {};
  const choices = typeOf(question).choices(survey, question) ?? [];
  return Object.fromEntries(choices.map((choice) => [choice, aggregation.categoryOf(choice) ?? choice]));
}
