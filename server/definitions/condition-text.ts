import type { Condition } from '../engine/condition.ts';

/**
 * A condition in English with codes, for people who write definitions.
 *
 * @example conditionText(atMost('level', 3)) // 'level is at most 3'
 */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'answered':
      return `${condition.question} is answered`;
    case 'any_of':
      return `${condition.question} is ${orText(condition.options)}`;
    case 'at_least':
      return `${condition.question} is at least ${condition.value}`;
    case 'at_most':
      return `${condition.question} is at most ${condition.value}`;
    case 'background':
      return `${condition.variable} is ${orText(condition.values)}`;
    case 'all':
      return condition.conditions.map(bracketed).join(' and ');
    case 'any':
      return condition.conditions.map(bracketed).join(' or ');
    case 'not':
      return `not (${conditionText(condition.condition)})`;
    default:
      return condition satisfies never;
  }
}

/** Who is asked, by conditions that all hold. */
export function askedText(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? 'everybody' : conditions.map(bracketed).join(' and ');
}

function bracketed(condition: Condition): string {
  const text = conditionText(condition);
  return condition.kind === 'all' || condition.kind === 'any' ? `(${text})` : text;
}

function orText(codes: readonly string[]): string {
  return codes.join(' or ');
}
