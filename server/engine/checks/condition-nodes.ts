import type { Condition } from '../condition.ts';
import type { SurveyDefinition } from '../definition.ts';

/** A condition, or a part of one, with its place in the file. */
export type ConditionNode = { condition: Condition; place: string };
/** The whole condition of a page (`question` null) or of a question on it. */
export type ConditionRoot = ConditionNode & { page: number; question: number | null };

/** Every condition of a definition, in the order of the file. */
export function conditionRoots(definition: SurveyDefinition): ConditionRoot[] {
  return definition.pages.flatMap((page, index) => {
    const place = `pages[${index}]`;
    const own: ConditionRoot[] = page.showIf
      ? [{ condition: page.showIf, place: `${place}.showIf`, page: index, question: null }]
      : [];
    const ofQuestions = page.questions.flatMap(({ showIf }, question): ConditionRoot[] =>
      showIf ? [{ condition: showIf, place: `${place}.questions[${question}].showIf`, page: index, question }] : [],
    );
    return [...own, ...ofQuestions];
  });
}

/** A condition and all its parts, from the outside in. */
export function conditionNodes(node: ConditionNode): ConditionNode[] {
  return [node, ...partsOf(node).flatMap(conditionNodes)];
}

/** The parts directly inside a condition. */
export function partsOf({ condition, place }: ConditionNode): ConditionNode[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.map((part, index) => ({ condition: part, place: `${place}.conditions[${index}]` }));
    case 'not':
      return [{ condition: condition.condition, place: `${place}.condition` }];
    case 'answered':
    case 'any_of':
    case 'at_least':
    case 'at_most':
    case 'background':
      return [];
    default:
      return condition satisfies never;
  }
}
