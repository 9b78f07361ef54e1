import type { Condition } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';
import { conditionsOf } from './base-key.ts';

/** A question or background variable that decides who is asked. */
export type Filter = { kind: 'question' | 'variable'; code: string };

/**
 * Everything that decides who meets the conditions, directly or through what decides that a filter is asked.
 *
 * @example filtersOf(survey, [atMost('job_matches_level', 3)]) // job_matches_level, main_activity
 */
export function filtersOf(survey: Survey, conditions: readonly Condition[], seen: readonly string[] = []): Filter[] {
  return conditions.flatMap((condition): Filter[] => {
    switch (condition.kind) {
      case 'background':
        return [{ kind: 'variable', code: condition.variable }];
      case 'all':
      case 'any':
        return filtersOf(survey, condition.conditions, seen);
      case 'not':
        return filtersOf(survey, [condition.condition], seen);
      case 'answered':
      case 'any_of':
      case 'at_least':
      case 'at_most': {
        const { question: code } = condition;
        if (seen.includes(code)) return [];
        return [{ kind: 'question', code }, ...filtersOf(survey, conditionsOf(survey, code), [...seen, code])];
      }
      default:
        return condition satisfies never;
    }
  });
}
