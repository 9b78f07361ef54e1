import type { Answers } from './answer.ts';
import { typeOf } from './question-types/index.ts';
import type { Survey } from './survey.ts';

/**
 * The funding indicator of one person: Σ score × weight over the answered funding questions, and the
 * weight of those answers, so that points / weight is the person's mean. A question weighs of / per.
 * "Cannot say" and what was not answered add nothing to either (rule: decrees 117/2019 and 119/2019 of
 * the Ministry of Education and Culture, and the weights of their calculation).
 * Sums are kept apart by denominator, so that six sixths are exactly one.
 *
 * @example fundingPoints(survey, answers) // all sixes: { points: 30, weight: 5 }
 */
export function fundingPoints(survey: Survey, answers: Answers): { points: number; weight: number } {
  const sums = new Map<number, { points: number; weight: number }>();
  for (const question of survey.questions.values()) {
    if (!('funding' in question) || !question.funding) continue;
    const value = answers[question.code];
    const score = value === undefined ? null : typeOf(question).score(survey, question, value);
    if (score === null) continue;
    const { of, per } = question.funding;
    const sum = sums.get(per) ?? { points: 0, weight: 0 };
    sums.set(per, { points: sum.points + score * of, weight: sum.weight + of });
  }
  const parts = [...sums].map(([per, { points, weight }]) => ({ points: points / per, weight: weight / per }));
  return {
    points: parts.reduce((total, part) => total + part.points, 0),
    weight: parts.reduce((total, part) => total + part.weight, 0),
  };
}
