import type { OwnBlock } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';

/** Whether a block goes with a round. `no_scale`: the round's version of the survey lacks a scale that it uses. */
export type Fit = 'may' | 'no_scale';
/** `opened`: people are answering, or have answered; what a round asks is fixed when it opens. */
export type Asking = Fit | 'opened';

/** Whether every scale of a block exists in the survey that a round asks; undefined when its definition is gone. */
export function decideFit(block: OwnBlock, survey: Survey | undefined): Fit {
  return survey && !block.questions.some((question) => hasErrors(survey, question)) ? 'may' : 'no_scale';
}

/** Whether a round may begin to ask a block now. */
export function decideAsking(
  block: OwnBlock,
  { survey, opensAt, now }: { survey: Survey | undefined; opensAt: Date; now: Date },
): Asking {
  return opensAt <= now ? 'opened' : decideFit(block, survey);
}

function hasErrors(survey: Survey, question: OwnBlock['questions'][number]): boolean {
  return typeOf(question)
    .check(survey, question)
    .some(({ rule }) => rule === 'unknown_scale' || rule === 'pair_scales_differ');
}
