import type { Condition } from '../engine/condition.ts';
import { canonical } from './diff-parts.ts';

/**
 * Conditions that all hold, as a list without the superfluous: `all` is taken apart, and what another
 * condition of the list implies is left out.
 *
 * @example reduceConditions([atMost('level', 5), atMost('level', 3)]) // [atMost('level', 3)]
 */
export function reduceConditions(conditions: readonly Condition[]): Condition[] {
  const parts = conditions.flatMap(conjuncts);
  return parts.filter((part, index) =>
    parts.every((other, at) => at === index || !implies(other, part) || (implies(part, other) && index < at)),
  );
}

function conjuncts(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.conditions.flatMap(conjuncts) : [condition];
}

/** Whether the first surely makes the second true. Not every implication is seen; none is seen wrongly. */
function implies(first: Condition, second: Condition): boolean {
  if (canonical(first) === canonical(second)) return true;
  if (first.kind === 'background' && second.kind === 'background') {
    return first.variable === second.variable && first.values.every((value) => second.values.includes(value));
  }
  if (!('question' in first) || !('question' in second) || first.question !== second.question) return false;
  if (second.kind === 'answered') return true;
  if (first.kind === 'any_of' && second.kind === 'any_of') {
    return first.options.every((option) => second.options.includes(option));
  }
  if (first.kind === 'at_least' && second.kind === 'at_least') return first.value >= second.value;
  return first.kind === 'at_most' && second.kind === 'at_most' && first.value <= second.value;
}
