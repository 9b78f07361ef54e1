import type { ComparabilityMap } from '../../server/comparability/comparability-schema.ts';
import { diffDefinitions } from '../../server/comparability/diff-definitions.ts';
import type { ItemDiff } from '../../server/comparability/diff-item.ts';
import type { SurveyDefinitionInput } from '../../server/engine/definition.ts';
import { aSurvey, questionInput } from './build-definition.ts';

// The test survey beside a later version of it, made by an edit.
export type Edit = (input: SurveyDefinitionInput) => void;
export const before = aSurvey();
export const later = (edit: Edit) => aSurvey((input) => ((input.version = 2), edit(input)));
export const items = (edit: Edit, map?: ComparabilityMap): ItemDiff[] =>
  diffDefinitions(before, later(edit), map).pages.flatMap(({ questions }) => questions);
export const differing = (edit: Edit, map?: ComparabilityMap) =>
  items(edit, map)
    .filter(({ verdicts }) => !verdicts.includes('same'))
    .map(({ from, to, verdicts, trend }) => [to ?? from, [...verdicts].join(' '), trend.kind]);
export const one = (code: string, edit: Edit, map?: ComparabilityMap): ItemDiff => {
  const found = items(edit, map).find(({ from, to }) => to === code || from === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
export const editing = (code: string, change: (question: Record<string, unknown>) => void): Edit => {
  return (input) => change(questionInput(input, code));
};
type Labelled = { code: string; label: { fi: string; sv: string; en: string } };
/** Options of a question, or steps of a scale, of the test definition, which are known to be labelled. */
export const optionsOf = (input: SurveyDefinitionInput, code: string) =>
  questionInput(input, code)['options'] as Labelled[];
export const scaleSteps = (input: SurveyDefinitionInput, code: string) => {
  const scale = input.scales.find((each) => each.code === code);
  if (!scale) throw new Error(`no scale ${code}`);
  return scale.options;
};
