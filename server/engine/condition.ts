import { z } from 'zod';
import type { Answers, AnswerValue } from './answer.ts';

/**
 * When a page or question is asked. A small closed union of data: it can be printed, checked and
 * tested, and holds no code. Conditions look at answers of earlier pages and at background only.
 */
export type Condition =
  | { kind: 'answered'; question: string }
  | { kind: 'any_of'; question: string; options: string[] }
  | { kind: 'at_least'; question: string; value: number }
  | { kind: 'at_most'; question: string; value: number }
  | { kind: 'background'; variable: string; values: string[] }
  | { kind: 'all'; conditions: Condition[] }
  | { kind: 'any'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition };

const questionRef = z.string();
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answered'), question: questionRef }),
    z.strictObject({ kind: z.literal('any_of'), question: questionRef, options: z.array(z.string()).min(1) }),
    z.strictObject({ kind: z.literal('at_least'), question: questionRef, value: z.number() }),
    z.strictObject({ kind: z.literal('at_most'), question: questionRef, value: z.number() }),
    z.strictObject({ kind: z.literal('background'), variable: z.string(), values: z.array(z.string()).min(1) }),
    z.strictObject({ kind: z.literal('all'), conditions: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('any'), conditions: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('not'), condition: conditionSchema }),
  ]),
);

/** Coarsened register values that travel with an answer record: variable code → category code. */
export type Background = Readonly<Record<string, string>>;

/**
 * Whether a condition holds. An unanswered question meets nothing but a `not`.
 * `any_of` on several choices holds when any chosen option is listed; `at_least` and `at_most`
 * compare numbers, scale steps and 0–10 answers, and never hold for "cannot say".
 */
export function isMet(condition: Condition, answers: Answers, background: Background): boolean {
  switch (condition.kind) {
    case 'answered':
      return answers[condition.question] !== undefined;
    case 'any_of':
      return chosen(answers[condition.question]).some((option) => condition.options.includes(option));
    case 'at_least':
      return compares(answers[condition.question], (number) => number >= condition.value);
    case 'at_most':
      return compares(answers[condition.question], (number) => number <= condition.value);
    case 'background':
      return condition.values.includes(background[condition.variable] ?? '');
    case 'all':
      return condition.conditions.every((part) => isMet(part, answers, background));
    case 'any':
      return condition.conditions.some((part) => isMet(part, answers, background));
    case 'not':
      return !isMet(condition.condition, answers, background);
    default:
      return condition satisfies never;
  }
}

/** The questions a condition looks at, each once, in order of appearance. */
export function questionsOf(condition: Condition): string[] {
  switch (condition.kind) {
    case 'background':
      return [];
    case 'all':
    case 'any':
      return [...new Set(condition.conditions.flatMap(questionsOf))];
    case 'not':
      return questionsOf(condition.condition);
    case 'answered':
    case 'any_of':
    case 'at_least':
    case 'at_most':
      return [condition.question];
    default:
      return condition satisfies never;
  }
}

function chosen(value: AnswerValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? [value] : [];
}

function compares(value: AnswerValue | undefined, holds: (number: number) => boolean): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const number = Number(value);
  return value !== '' && Number.isFinite(number) && holds(number);
}
