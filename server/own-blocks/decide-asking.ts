import type { OwnBlock } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';

/** Whether a block goes with a round. `no_scale`: the round's version of the survey lacks a scale that it uses. */
export type Fit = 'may' | 'no_scale';
/** `opened`: people are answering, or have answered; what a round asks is fixed when it is published or opens. */
export type Asking = Fit | 'opened';

type AskingRound = { opens_at: Date; draft: boolean; questions_locked_on: string | null };

/** From when on a round's questions are fixed: its opening, or its publication where that was before; never a draft's. */
export function fixedFrom({ opens_at, draft, questions_locked_on }: AskingRound): Date {
  if (draft) return new Date(8.64e15);
  return questions_locked_on === null ? opens_at : new Date(0);
}

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
