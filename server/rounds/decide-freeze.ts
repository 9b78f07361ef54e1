import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { freezableAt } from './round-state.ts';

/** Steps of freezing; `survey.round.freeze_step` counts those that are done. */
export const FREEZE_STEPS = 5;

/**
 * Background that stays with a frozen answer record: what the catalogue of a release may divide by.
 * Anything else that a definition lets travel with a record ends here.
 */
const KEPT_BACKGROUND = ['institution', 'degree', 'gender', 'age_band', 'study_language'];

/** Background by which target counts are also kept, one at a time. */
const TARGET_SPLITS = ['gender', 'age_band'];

export type RoundToFreeze = { closes_at: Date; tolerance_hours: number; freeze_step: number };

export type FreezeDecision =
  | { kind: 'go'; from: number }
  | { kind: 'frozen_already' }
  /** Pages that were open at closing may still be saved until then. */
  | { kind: 'too_early'; earliest: Date };

/** Whether a round may be frozen now, and at which step freezing begins or goes on. */
export function decideFreeze(round: RoundToFreeze, now: Date): FreezeDecision {
  if (round.freeze_step >= FREEZE_STEPS) return { kind: 'frozen_already' };
  const earliest = freezableAt(round);
  return now < earliest ? { kind: 'too_early', earliest } : { kind: 'go', from: round.freeze_step + 1 };
}

/** What of an answer record is kept, by code. What neither list names is dropped. */
export type KeptParts = {
  /** Questions whose answers stay together, under a key that belongs to nobody. */
  answers: readonly string[];
  /** Questions whose texts become rows of their own, apart from all other answers. */
  texts: readonly string[];
  background: readonly string[];
  splits: readonly string[];
};

/** What freezing keeps of the answers to a survey and to the own questions of every block of its round. */
export function keptParts(survey: Survey, blocks: readonly OwnBlock[]): KeptParts {
  const questions = [...survey.questions.values(), ...blocks.flatMap((block) => block.questions)];
  const declared = survey.definition.background.map((variable) => variable.code);
  return {
    answers: codesOf(questions.filter(({ kind }) => kind !== 'text' && kind !== 'info')),
    texts: codesOf(questions.filter(({ kind }) => kind === 'text')),
    background: KEPT_BACKGROUND.filter((code) => declared.includes(code)),
    splits: TARGET_SPLITS.filter((code) => declared.includes(code)),
  };
}

/** Each code once: an own question may stand in several blocks. */
function codesOf(questions: readonly { code: string }[]): string[] {
  return [...new Set(questions.map(({ code }) => code))];
}
