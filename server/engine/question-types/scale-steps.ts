import { CANNOT_SAY } from '../answer.ts';
import type { Survey } from '../survey.ts';
import type { Language, Text } from '../text.ts';
import { codesOf, labelOf } from './one-code.ts';

/** Something answered on a scale: a scale question, or one part of a pair. */
export type OnScale = { scale: string; cannotSay?: Text | undefined };

/** Codes of the steps, from least to most. Empty for a scale that the checker would have refused. */
export function stepsOf(survey: Survey, on: OnScale): string[] {
  return codesOf(survey.scales.get(on.scale)?.options ?? []);
}

/** Every code that may be answered: the steps, and "cannot say" where it is offered. */
export function answerableCodes(survey: Survey, on: OnScale): string[] {
  return on.cannotSay ? [...stepsOf(survey, on), CANNOT_SAY] : stepsOf(survey, on);
}

/** Scores of the steps, in their order. */
export function scoresOf(survey: Survey, on: OnScale): number[] {
  return (survey.scales.get(on.scale)?.options ?? []).map((option) => option.score);
}

/** The score of an answer; null for "cannot say", which is no answer. */
export function scoreOf(survey: Survey, on: OnScale, code: string | undefined): number | null {
  return survey.scales.get(on.scale)?.options.find((option) => option.code === code)?.score ?? null;
}

/** The answer in words. */
export function stepLabel(survey: Survey, on: OnScale, code: string, language: Language): string {
  if (code === CANNOT_SAY) return on.cannotSay?.[language] ?? code;
  return labelOf(survey.scales.get(on.scale)?.options ?? [], code, language);
}
