import type { Condition } from '../condition.ts';
import type { SurveyDefinition } from '../definition.ts';
import { asAdvice, placeOf, type Finding } from '../finding.ts';
import { typeOf } from '../question-types/index.ts';
import type { Survey } from '../survey.ts';
import { conditionNodes, conditionRoots } from './condition-nodes.ts';

/** Scales that no question uses, and codes that a condition names twice. */
export function checkUnused({ definition }: Survey): Finding[] {
  const used = scalesUsed(definition);
  const scales = definition.scales.flatMap(({ code }, index) => {
    if (used.has(code)) return [];
    const message = `No question uses the scale "${code}". Take it away, or correct the \`scale\` of the question that should.`;
    return [{ place: `scales[${index}]`, rule: 'unused_scale', message }];
  });
  return [...scales, ...nodes(definition).flatMap(({ condition, place }) => repeated(condition, place))];
}

/** Conditions that any answer meets, and groups of a list that hold no code. */
export function adviseOnUnused(survey: Survey, lists: readonly string[]): Finding[] {
  const always = nodes(survey.definition).flatMap(({ condition, place }) => metByAny(survey, condition, place));
  const groups = [...new Set(lists)].flatMap((name) => {
    const list = survey.lists.get(name);
    const held = new Set(list?.codes.map(({ group }) => group));
    return (list?.groups ?? []).flatMap(({ code }, index) => {
      if (held.has(code)) return [];
      const message = `No code of "${name}" belongs to the group "${code}". Take the group away, or give it codes.`;
      return [{ place: placeOf(['lists', name, 'groups', index]), rule: 'unused_group', message }];
    });
  });
  return asAdvice([...always, ...groups]);
}

function scalesUsed({ pages }: SurveyDefinition): ReadonlySet<string> {
  const questions = pages.flatMap((page) => page.questions);
  return new Set(
    questions.flatMap((question) => {
      if (question.kind === 'scale') return [question.scale];
      return question.kind === 'pair' ? [question.importance.scale, question.development.scale] : [];
    }),
  );
}

function nodes(definition: SurveyDefinition) {
  return conditionRoots(definition).flatMap(conditionNodes);
}

function repeated(condition: Condition, place: string): Finding[] {
  if (condition.kind !== 'any_of' && condition.kind !== 'background') return [];
  const field = condition.kind === 'any_of' ? 'options' : 'values';
  const codes = condition.kind === 'any_of' ? condition.options : condition.values;
  return codes.flatMap((code, index) => {
    if (codes.indexOf(code) === index) return [];
    const message = `The condition names "${code}" twice. Take one away, or write the code that was meant.`;
    return [{ place: `${place}.${field}[${index}]`, rule: 'repeated_in_condition', message }];
  });
}

function metByAny(survey: Survey, condition: Condition, place: string): Finding[] {
  if (condition.kind !== 'any_of') return [];
  const question = survey.questions.get(condition.question);
  const known = question ? typeOf(question).choices(survey, question) : null;
  if (!known || known.length === 0 || !known.every((code) => condition.options.includes(code))) return [];
  const message = `Every answer to "${condition.question}" meets this condition. Write "answered" if that is meant, or take options away.`;
  return [{ place: `${place}.options`, rule: 'met_by_any_answer', message }];
}
