import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { ALL_RULES, type Switches } from '../../server/disclosure/switches.ts';
import { questionFacts } from '../../server/commands/attack-command.ts';
import { askedSurveys } from '../../server/engine/asked-surveys.ts';
import { buildFromFiles } from '../../server/releases/build-from-files.ts';
import { writeReleaseFiles } from '../../server/releases/write-release-files.ts';
import { registerList } from '../../server/engine/register-lists.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';

/** A rule of the protection that can be switched off. */
export type RuleName = keyof Switches;
export const RULE_NAMES = Object.keys(ALL_RULES) as RuleName[]; // its keys are the rules

export type NationFiles = {
  population: string;
  responses: string;
  answers: readonly [population: string, responses: string];
};

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('amk-career 2 is missing');
const career = survey;

/** What everybody can read of the questionnaire, and the fields of degrees. */
export const published = {
  questions: questionFacts(career),
  fields: new Map(registerList(career, 'degree').codes.map(({ code, group }) => [code, group ?? ''])),
};

/** A nation in files, written by hand: these people, all of them with an answer to the one question. */
export function writtenNation(
  folder: string,
  people: readonly { institution: string; degree: string; gender: string; answer: string }[],
  question: string,
  year = 2020,
): NationFiles {
  const population = people.map(({ institution, degree, gender }, index) =>
    [`P${year}-${index}`, institution, degree, `${year}-05-31`, gender, '1995', 'fi'].join(),
  );
  const responses = people.map(({ institution, degree, answer }, index) =>
    [`P${year}-${index}`, institution, degree, '2025-10-01', answer].join(),
  );
  const header = 'person_key,institution,degree,graduation_date,gender,birth_year,study_language';
  const texts = [
    [header, ...population, ''].join('\n'),
    [`person_key,institution,degree,submitted_on,${question}`, ...responses, ''].join('\n'),
  ] as const;
  const files = { population: join(folder, 'population.csv'), responses: join(folder, 'responses.csv') };
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.population, texts[0]);
  writeFileSync(files.responses, texts[1]);
  return { ...files, answers: texts };
}

/** A simulated nation in files that answered these questions alone, so that an attack takes little time. */
export async function simulatedNation(
  out: string,
  {
    answered,
    ...options
  }: {
    seed: number;
    graduates: number;
    institutions: number;
    degrees: number;
    responseRate: number;
    /** Beginnings of columns of responses.csv. */
    answered: readonly string[];
  },
): Promise<NationFiles> {
  const made = await simulate(askedSurveys(career, []), { ...options, out, cohort: 2020, progress: () => undefined });
  const rows = parse(readFileSync(made.responses_file), { columns: true }) as Record<string, string>[]; // all texts
  const kept = ['person_key', 'institution', 'degree', 'submitted_on', ...answered];
  const columns = Object.keys(rows[0] ?? {}).filter((column) => kept.some((one) => column.startsWith(one)));
  const text = stringify(rows, { header: true, columns });
  writeFileSync(made.responses_file, text);
  return {
    population: made.population,
    responses: made.responses_file,
    answers: [readFileSync(made.population, 'utf8'), text],
  };
}

/** Files of the first and the second edition of a nation's release; the answers of the file `late` came in between. */
export async function twoEditions(
  { population, responses }: NationFiles,
  late: string,
  splits: readonly string[] = [],
): Promise<{ before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> }> {
  const files = { population, responses, progress: () => undefined, trial: { splits } };
  const first = await buildFromFiles(career, files);
  if (first.kind !== 'built') throw new Error(first.problem.reason);
  const folder = `${responses}-${splits.join('-')}`;
  await writeReleaseFiles(folder, first.files);
  const second = await buildFromFiles(career, { ...files, supplement: { responses: late, after: folder } });
  if (second.kind !== 'built') throw new Error(second.problem.reason);
  return { before: first.files, after: second.files };
}

/** Files of the release that the product makes of a nation with these rules off. */
export async function releaseWithout(
  { population, responses }: NationFiles,
  off: readonly RuleName[],
  splits: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const switches: Partial<Switches> = Object.fromEntries(off.map((rule) => [rule, false]));
  const trial = { switches, splits };
  const outcome = await buildFromFiles(career, { population, responses, progress: () => undefined, trial });
  if (outcome.kind !== 'built') throw new Error(`${outcome.file} cannot be read`);
  return outcome.files;
}

/** The same beside rounds before, in folders of their own, with these rules off for windows; its release is kept there. */
export async function builtBeside(
  { population, responses }: NationFiles,
  windows: Partial<Switches>,
  before: readonly NationFiles[],
): Promise<ReadonlyMap<string, string>> {
  const earlier = before.map((nation) => dirname(nation.population));
  const sources = { population, responses, earlier, progress: () => undefined, trial: { windows } };
  const outcome = await buildFromFiles(career, sources);
  if (outcome.kind !== 'built') throw new Error(`${outcome.file} cannot be read`);
  const folder = join(dirname(population), 'release');
  rmSync(folder, { recursive: true, force: true });
  await writeReleaseFiles(folder, outcome.files);
  return outcome.files;
}
