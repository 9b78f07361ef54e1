import type { Condition } from './condition.ts';

/** Whether something holds; null while it is open. */
export type Truth = boolean | null;
/** What a condition is made of: it looks at one answer or one background variable. */
export type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

/**
 * Whether a condition holds where some of what it looks at may be open. Three values (Kleene 1952, strong
 * connectives): true and false are certain whatever the open parts turn out to be.
 *
 * @example truthOf({ kind: 'any', conditions: [open, met] }, (leaf) => (leaf === open ? null : true)) // true
 */
export function truthOf(condition: Condition, leafTruth: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.conditions.map((part) => truthOf(part, leafTruth)));
    case 'any':
      return not(allOf(condition.conditions.map((part) => not(truthOf(part, leafTruth)))));
    case 'not':
      return not(truthOf(condition.condition, leafTruth));
    case 'answered':
    case 'any_of':
    case 'at_least':
    case 'at_most':
    case 'background':
      return leafTruth(condition);
    default:
      return condition satisfies never;
  }
}

/** False where one is, else null where one is open. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
