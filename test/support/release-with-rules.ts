import { makeCatalogue, type Atom } from '../../server/disclosure/catalogue.ts';
import { protectRelease } from '../../server/disclosure/protect-release.ts';
import { ALL_RULES, type Switches } from '../../server/disclosure/switches.ts';
import { typeOf } from '../../server/engine/question-types/index.ts';
import { registerList } from '../../server/engine/register-lists.ts';
import type { Survey } from '../../server/engine/survey.ts';
import { coarsenBackground } from '../../server/invitations/coarsen-background.ts';
import { makeMeta } from '../../server/releases/release-meta.ts';
import { releaseFiles } from '../../server/releases/release-files.ts';
import { splitVariables } from '../../server/releases/split-variables.ts';
import { readPopulationFile, readResponsesFile } from '../../server/responses-import/read-files.ts';
import { makeTargetCounter } from '../../server/rounds/target-counter.ts';
import { createTally } from '../../server/statistics/tally.ts';

/** A rule of the protection that can be switched off. */
export type RuleName = keyof Switches;
export const RULE_NAMES: readonly RuleName[] = Object.keys(ALL_RULES) as RuleName[]; // its keys are the rules

type Files = { population: string; responses: string };

/**
 * Files of a release of population.csv and responses.csv, as `releases from-files` makes them, but
 * with these rules off and perhaps with splits by gender and age band.
 */
export async function releaseWithRules(
  survey: Survey,
  { population, responses }: Files,
  { off = [], splits = false }: { off?: readonly RuleName[]; splits?: boolean } = {},
): Promise<ReadonlyMap<string, string>> {
  const people = await readPopulationFile(population, survey);
  if (people.kind === 'unusable') throw new Error(`${population} cannot be read`);
  const divided = splits ? splitVariables(survey) : [];
  const targets = makeTargetCounter(divided);
  for (const person of people.people.values())
    targets.add({ ...person, background: coarsenBackground(survey, person) });
  const aggregations = new Map(
    [...survey.questions].map(([code, question]) => [code, typeOf(question).aggregate(survey, question)] as const),
  );
  const tally = createTally(aggregations);
  const atoms = new Map<string, Atom>();
  const opened = await readResponsesFile(responses, survey, people.people, []);
  if (opened.kind === 'unusable') throw new Error(`${responses} cannot be read`);
  for await (const { institution, degree, background, answers } of opened.responses) {
    const values = divided.map((split) => background[split] ?? '');
    const key = [institution, degree, ...values].join('/');
    atoms.set(key, { key, institution, degree, values, current: true });
    tally.add([key], answers);
  }
  const fieldOf = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const catalogue = makeCatalogue({ splits: divided, targets: targets.counts(), fieldOf, atoms: [...atoms.values()] });
  const switches = Object.fromEntries(off.map((rule) => [rule, false]));
  const content = protectRelease({ survey, aggregations, catalogue, tally, switches });
  return releaseFiles(makeMeta({ survey, period: targets.years() }), content);
}
