import { insertDefinition } from '../../server/definitions/store.ts';
import { definitionHash } from '../../server/definitions/definition-hash.ts';
import { compileSurvey, type Survey } from '../../server/engine/survey.ts';
import { checkDefinition } from '../../server/engine/check-definition.ts';
import { definitionSchema, type SurveyDefinition } from '../../server/engine/definition.ts';
import type { Deps } from '../../server/deps.ts';

/**
 * The career survey with a change, as a version that a round of a running service may ask: no published
 * version is touched. The change must pass the checker.
 */
export async function askDraft(
  deps: Deps,
  version: number,
  change: (definition: SurveyDefinition) => void,
): Promise<Survey> {
  const before = deps.surveys.find('amk-career', 2);
  if (!before) throw new Error('amk-career.v2 is gone');
  const definition = structuredClone(before.definition);
  definition.version = version;
  change(definition);
  const survey = compileSurvey(definitionSchema.parse(definition), before.lists);
  const findings = checkDefinition(survey).filter(({ severity }) => severity !== 'advice');
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const { surveys } = deps;
  const find: typeof surveys.find = (name, number) =>
    name === 'amk-career' && number === version ? survey : surveys.find(name, number);
  deps.surveys = { ...surveys, find };
  const hash = definitionHash(survey.definition);
  await insertDefinition(deps.ownerDb, { survey: 'amk-career', version, hash, published_on: '2026-09-01' });
  return survey;
}
